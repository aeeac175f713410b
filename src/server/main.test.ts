import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programVersion } from './node/version.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-main-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Started {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
}

function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ENOUGH_DATA: folder, ...environment },
  })
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  return { child, said: () => text, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

async function address({ child, said }: Started): Promise<string> {
  while (child.exitCode === null) {
    const found = /http:\/\/\S+/.exec(said())
    if (found) return found[0]
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(said())
}

test('it serves where it says, keeps the folder to itself, and ends when it is asked to', async () => {
  const server = start({})
  const url = await address(server)
  expect(server.said()).toContain(`Your data lies in ${folder}`)
  const health = await fetch(`${url}/api/health`)
  expect(await health.json()).toEqual({ status: 'ok', version: programVersion() })
  expect(health.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await fetch(`${url}/api/health`, { headers: { origin: 'https://evil.example' } })).status).toBe(403)

  const second = start({})
  expect(await second.ended).toBe(2)
  expect(second.said()).toMatch(/^Failed to open the data folder .+: another Enough is using it\. .+\.\n$/)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
}, 30_000)

test('what it cannot do it says in one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const at = taken.address()
  const port = String(typeof at === 'object' ? at?.port : 0)
  const wrongs = [{ HOST: '0.0.0.0' }, { HOST: 'example.com' }, { PORT: 'http' }, { PORT: '70000' }, { PORT: port }]
  const ended = await Promise.all(
    wrongs.map(async (wrong, i) => {
      const server = start({ ENOUGH_DATA: join(folder, String(i)), ...wrong })
      return [await server.ended, server.said()]
    }),
  )
  taken.close()
  for (const [code, said] of ended) {
    expect(code).toBe(2)
    expect(said).toMatch(/^Failed to start: [^\n]+\. [^\n]+\.\n$/)
  }
}, 30_000)
