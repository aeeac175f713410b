import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-lock-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a folder is held once, and free again when it is given back', () => {
  const release = lockFolder(join(folder, 'one'))
  expect(() => lockFolder(join(folder, 'one'))).toThrow(/^Failed to open the data folder .+: another Enough is using it\. .+\.$/)
  release()
  lockFolder(join(folder, 'one'))()
})

test('a process that is killed leaves no lock behind, and until then keeps it whatever garbage is collected', async () => {
  const own = join(folder, 'two')
  const lock = new URL('./lock.ts', import.meta.url).href
  const program = `const { lockFolder } = await import(${JSON.stringify(lock)}); lockFolder(${JSON.stringify(own)}); gc(); gc(); console.log('held'); setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  try {
    await once(child.stdout, 'data')
    expect(() => lockFolder(own)).toThrow('another Enough is using it')
  } finally {
    child.kill('SIGKILL')
  }
  await ended
  lockFolder(own)()
})

test('a folder that cannot be is told in one sentence', async () => {
  await writeFile(join(folder, 'file'), '')
  expect(() => lockFolder(join(folder, 'file', 'data'))).toThrow(
    /^Failed to open the data folder .+ Choose a folder that can be written to\.$/,
  )
})
