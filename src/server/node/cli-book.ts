import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Problem } from '#contract/problem.ts'
import { openShelf, SHELF_FILE } from '#public/sql-shelf.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { createApp } from '../app.ts'
import { createJobs, undoIn } from '../jobs.ts'
import { systemClock, type Log } from '../parts.ts'
import { createPublisher } from '../publisher.ts'
import { runImport } from '../run-import.ts'
import { stillSquare } from '../still-square.ts'
import { lockFolder } from './lock.ts'
import { openBooks } from './open-books.ts'
import { programVersion } from './version.ts'

/** What went wrong, as one sentence for the person at the terminal. */
export class CliError extends Error {
  override readonly name = 'CliError'
}

/** Where a call is made: what it says goes out here, names of files are seen from here. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** The folder that paths are seen from. */
  cwd: string
  /** The data folder, where the call names none. */
  data: string
  /** What `PUBLIC_URL` says. */
  publicUrl?: string | undefined
}

export interface Answering {
  terminal: Terminal
  /** Asks the app below `/api/v1`; throws its problem's sentence. */
  ask(method: string, path: string, body?: unknown): Promise<Response>
  /** As `ask`, the answer as JSON. */
  askJson<T>(method: string, path: string, body?: unknown): Promise<T>
  close(): Promise<void>
}

/** The app over a data folder, without a port. Throws a sentence when another process has the folder. */
export async function openApp(folder: string, terminal: Terminal): Promise<Answering> {
  const unlock = lockFolder(folder)
  const { storage, spool, rates } = await openBooks(folder)
  const log: Log = (message, error) => terminal.err(`${message} ${error instanceof Error ? error.stack : String(error)}`)
  const run = runImport.bind(undefined, { storage, spool, clock: systemClock, newId: randomUUID })
  const jobs = createJobs({ run, undo: undoIn(storage), newId: randomUUID, log })
  const program = { version: programVersion(), kept: { where: folder, lasting: true }, inPage: false }
  // A running server listens; the command line only writes what it will show.
  const square = stillSquare(openShelf(nodeHandle(join(folder, SHELF_FILE))), 'off')
  const parts = { storage, spool, rates, jobs, clock: systemClock, newId: randomUUID, log, program, square }
  const publisher = createPublisher(parts)
  const app = createApp(parts, undefined, publisher)
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await app.request(`/api/v1${path}`, { method, ...sent(body) })
    if (response.ok) return response
    const problem = (await response.json()) as Problem // every answer that is not ok is one
    throw new CliError(problem.detail)
  }
  return {
    terminal,
    ask,
    async askJson<T>(method: string, path: string, body?: unknown) {
      return (await (await ask(method, path, body)).json()) as T // the contract's word for the route
    },
    async close() {
      // What was changed is on the shelf before the call ends.
      await publisher.refresh()
      square.shelf.close()
      await storage.close()
      unlock()
    },
  }
}

function sent(body: unknown): RequestInit & { duplex?: 'half' } {
  if (body === undefined) return {}
  if (body instanceof ReadableStream) return { body, duplex: 'half' }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

export const BOOK = '/books/main'

/** Makes the book where there is none; answers the sentence that says how, to be told when it is sure that the book stays. */
export async function ensureBook(
  app: Answering,
  { home, zone }: { home: string | undefined; zone: string | undefined },
): Promise<string | undefined> {
  const books = await app.askJson<{ id: string; homeCurrency: string; zone: string }[]>('GET', '/books')
  const known = books.find((book) => book.id === 'main')
  if (known) {
    const differs = (home !== undefined && home !== known.homeCurrency) || (zone !== undefined && zone !== known.zone)
    if (differs)
      app.terminal.err(`The book is kept in ${known.homeCurrency}, ${known.zone}: --home and --zone are taken by an empty folder only.`)
    return undefined
  }
  const made = { homeCurrency: home ?? 'EUR', zone: zone ?? 'UTC' }
  await app.ask('POST', '/books', { ...made, locale: 'en' })
  return `A new book begins: home currency ${made.homeCurrency}, time zone ${made.zone}.`
}
