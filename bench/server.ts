import { spawn, type ChildProcess } from 'node:child_process'
import { openAsBlob } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The real server in a process of its own, on a data folder of its own. */
export interface Server {
  url: string
  folder: string
  /** Peak resident memory so far, in bytes; NaN where the system does not tell. */
  peakMemory(): Promise<number>
  stop(): Promise<void>
}

/** Starts the server on a free port and waits until it answers. */
export async function startServer(folder?: string): Promise<Server> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'enough-bench-')))
  const port = await freePort()
  const child = spawn(process.execPath, await startArguments(), {
    cwd: root,
    env: { ...process.env, PORT: String(port), ENOUGH_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await answering(url, child)
  return {
    url,
    folder: data,
    peakMemory: () => peakOf(child),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      if (folder === undefined) await rm(data, { recursive: true, force: true })
    },
  }
}

/** What `npm start` calls Node with. */
async function startArguments(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } } // ours
  return scripts.start.split(' ').slice(1)
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Failed to measure: the server did not start. See its words above.')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('Failed to measure: no free port was given.')
  return address.port
}

/** Linux tells a process's high-water mark in kB. */
async function peakOf(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
  return peak === undefined ? Number.NaN : Number(peak) * 1024
}

/** Asks the API, posting where there is something to send; throws the problem's words when it refuses. */
export async function ask<T>(server: Server, path: string, body?: string | object): Promise<T> {
  const raw = typeof body === 'string'
  const init: RequestInit = {}
  if (body !== undefined) {
    init.method = 'POST'
    init.body = raw ? body : JSON.stringify(body)
    init.headers = { 'content-type': raw ? 'application/octet-stream' : 'application/json' }
  }
  const answer = await fetch(`${server.url}/api/v1${path}`, init)
  if (!answer.ok) throw new Error(`Failed to measure: ${path} answered ${answer.status}. ${await answer.text()}`)
  return (await answer.json()) as T
}

interface Job {
  id: string
  state: 'running' | 'done' | 'failed'
  problem?: string
  report?: { files: { import: number | null; added: number; unchanged: number; complaints: unknown[] }[] }
}

type To = 'imports' | 'imports/preview'

/** Sends a file and imports or previews it; answers once that is done and durable, with the seconds from the first byte sent. */
export async function sendFile(server: Server, { name, text, to }: { name: string; text: string; to: To }) {
  const began = performance.now()
  const { file } = await ask<{ file: string }>(server, `/files?name=${encodeURIComponent(name)}`, text)
  return runJob(server, { name, file, to, began })
}

/** The same for a file that is too large to hold, by its path. */
export async function sendStream(server: Server, { name, path, to }: { name: string; path: string; to: To }) {
  const began = performance.now()
  const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: await openAsBlob(path) }
  const answer = await fetch(`${server.url}/api/v1/files?name=${encodeURIComponent(name)}`, init)
  const { file } = (await answer.json()) as { file: string }
  return runJob(server, { name, file, to, began })
}

async function runJob(server: Server, { name, file, to, began }: { name: string; file: string; to: To; began: number }) {
  let job = await ask<Job>(server, `/books/main/${to}`, { files: [{ file, name }] })
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 10))
    job = await ask<Job>(server, `/jobs/${job.id}`)
  }
  const report = job.report?.files[0]
  if (!report) throw new Error(`Failed to measure: the import ended without a report. ${job.problem ?? ''}`)
  return { seconds: (performance.now() - began) / 1000, report }
}

/** Undoes an import. */
export async function takeBack(server: Server, id: number): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/books/main/imports/${id}`, { method: 'DELETE' })
  if (!answer.ok) throw new Error(`Failed to measure: undoing import ${id} answered ${answer.status}. ${await answer.text()}`)
}

/** Begins the book that the measurements fill. */
export async function beginBook(server: Server): Promise<void> {
  await ask(server, '/books', { homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en', enough: 260_000 })
}
