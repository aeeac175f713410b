import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileCache } from '../tools/compile-cache.ts'

/** A real server in a process of its own. */
export interface RunningServer {
  port: number
  url: string
  /** Where the public pages are while something is published, ending in a slash. */
  open: string
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../src/server/main.ts', import.meta.url))
/** Generous, because a busy machine is no reason to fail; an idle one takes half a second. */
const START_LIMIT_MS = 60_000

/** What a server is started with besides its data folder. Without a port it takes a free one. */
export interface StartOptions {
  port?: number
  env?: Record<string, string>
}

/** Starts the real server on a data folder and waits until it answers. */
export async function startServer(data: string, { port, env: more = {} }: StartOptions = {}): Promise<RunningServer> {
  const chosen = port ?? (await freePort())
  // Several servers run side by side, and each may open its public pages.
  const publicPort = more['PUBLIC_PORT'] ?? String(await freePort())
  const env = {
    // What `npm start` gives it too: a server of which all is compiled starts in half the time.
    NODE_COMPILE_CACHE: compileCache,
    ...process.env,
    PUBLIC_PORT: publicPort,
    ...more,
    PORT: String(chosen),
    HOST: '127.0.0.1',
    ENOUGH_DATA: data,
  }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const url = `http://127.0.0.1:${chosen}/`
  if (!(await answers(child, `${url}api/health`))) {
    await end(child)
    throw new Error(`Failed to start the server: it said: ${said.trim()}. Run \`npm start\` to see it whole.`)
  }
  return { port: chosen, url, open: `http://127.0.0.1:${publicPort}/`, stop: () => end(child) }
}

/** Runs `use` beside a server on a fresh data folder, and clears both away. */
export async function besideServer(use: (server: RunningServer) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'enough-e2e-'))
  const server = await startServer(data)
  try {
    await use(server)
  } finally {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
}

async function answers(child: ChildProcess, url: string): Promise<boolean> {
  const until = performance.now() + START_LIMIT_MS
  while (performance.now() < until && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  return false
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** A port of loopback that nobody listens on. Another process could take it before we do; no test has met that. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('Failed to find a free port: no address was given. Try again.')
  return address.port
}
