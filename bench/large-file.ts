import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CsvParser } from '#platforms/csv.ts'
import {
  defaultRows,
  legacyRows,
  patreonMonths,
  payPalRows,
  stripeBalance,
  stripePayments,
  togglRows,
  type Pieces,
} from './large-made-up.ts'
import { row } from './report.ts'
import { beginBook, sendStream, startServer, takeBack, type Server } from './server.ts'

const BYTES = 200_000_000
const GOAL = 'goal: under 300 MB'

interface Large {
  what: string
  rows: () => Pieces
  bytes: number
}

/** Files that are dropped one after another into one book, each case on a server of its own. */
const CASES: readonly (readonly Large[])[] = [
  [{ what: 'Open Collective, legacy layout', rows: legacyRows, bytes: BYTES }],
  [{ what: 'Open Collective, platform default: all rows yield', rows: defaultRows, bytes: BYTES }],
  [
    { what: 'Stripe, payments', rows: stripePayments, bytes: BYTES / 4 },
    { what: 'Stripe, itemised balance: refunds before their charges', rows: stripeBalance, bytes: BYTES },
  ],
  [
    { what: 'Patreon, earnings by month', rows: patreonMonths, bytes: 10_000 },
    { what: 'PayPal, activity', rows: payPalRows, bytes: 2_000_000 },
    { what: 'Stripe, itemised balance: beside platforms that may tell the same', rows: stripeBalance, bytes: 60_000_000 },
  ],
  [{ what: 'Toggl, detailed report: time', rows: togglRows, bytes: BYTES }],
]

/** Files of 200 MB through the real server, saved and undone, the first looked at before; beside taking each apart as bare CSV. */
export async function benchLargeFile(): Promise<void> {
  for (const [i, files] of CASES.entries()) await benchCase(files, i === 0)
}

async function benchCase(files: readonly Large[], isPreviewed: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'enough-large-'))
  const server = await startServer()
  try {
    await beginBook(server)
    const before = await bookFile(server)
    const idle = await server.peakMemory()
    const imports: number[] = []
    for (const file of files) imports.push(await benchFile(server, { file, path: join(folder, 'large.csv'), isPreviewed }))
    row('  peak memory of the server', `${megabytes(await server.peakMemory())}, idle ${megabytes(idle)}`, GOAL)
    const began = performance.now()
    for (const id of imports.toReversed()) await takeBack(server, id)
    row('  undone', `${((performance.now() - began) / 1000).toFixed(2)} s, peak ${megabytes(await server.peakMemory())}`)
    if ((await bookFile(server)) !== before) throw new Error('Failed to measure: the undone import left something behind.')
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

interface Sent {
  file: Large
  path: string
  isPreviewed: boolean
}

/** Answers the id of the import. */
async function benchFile(server: Server, { file, path, isPreviewed }: Sent): Promise<number> {
  const size = await writeLarge(path, file)
  const bare = await bareParse(path)
  row(`${file.what}, ${Math.trunc(size / 1e6)} MB`, `${bare.rows} rows`)
  if (isPreviewed) {
    const preview = await sendStream(server, { name: 'large.csv', path, to: 'imports/preview' })
    row('  looked at', speed(size, preview.seconds))
  }
  const saved = await sendStream(server, { name: 'large.csv', path, to: 'imports' })
  const { added, complaints, import: id } = saved.report
  if (added !== bare.rows || complaints.length > 0) throw new Error(`Failed to measure: of ${bare.rows} rows ${added} were added.`)
  row('  saved, file to durable', speed(size, saved.seconds))
  row('  bare CSV parse of the same file', speed(size, bare.seconds))
  return id ?? 0
}

async function bookFile(server: Server): Promise<string> {
  return (await fetch(`${server.url}/api/v1/books/main/book-file`)).text()
}

async function writeLarge(path: string, { rows, bytes }: Large): Promise<number> {
  const file = await open(path, 'w')
  let size = 0
  for (const piece of rows()) {
    size += (await file.write(piece)).bytesWritten
    if (size >= bytes) break
  }
  await file.close()
  return size
}

async function bareParse(path: string): Promise<{ rows: number; seconds: number }> {
  const began = performance.now()
  const parser = new CsvParser(',')
  let rows = -1
  const decoder = new TextDecoder()
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    rows += parser.push(decoder.decode(chunk, { stream: true })).length
  rows += parser.end().length
  return { rows, seconds: (performance.now() - began) / 1000 }
}

function speed(bytes: number, seconds: number): string {
  return `${seconds.toFixed(2)} s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`
}

function megabytes(bytes: number): string {
  return `${Math.trunc(bytes / 1e6)} MB`
}
