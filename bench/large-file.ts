import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CsvParser } from '#platforms/csv.ts'
import { openCollectiveRows } from './made-up.ts'
import { row } from './report.ts'
import { beginBook, sendStream, startServer } from './server.ts'

const BYTES = 200_000_000

/** A file of 200 MB through the real server, looked at and saved, beside taking the same file apart as bare CSV. */
export async function benchLargeFile(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'enough-large-'))
  const path = join(folder, 'large.csv')
  const size = await writeLarge(path)
  const bare = await bareParse(path)
  const server = await startServer()
  try {
    await beginBook(server)
    const idle = await server.peakMemory()
    const preview = await sendStream(server, { name: 'large.csv', path, to: 'imports/preview' })
    const saved = await sendStream(server, { name: 'large.csv', path, to: 'imports' })
    const { added, complaints } = saved.report
    if (added !== bare.rows || complaints.length > 0) throw new Error(`Failed to measure: of ${bare.rows} rows ${added} were added.`)
    const peak = await server.peakMemory()
    row(`file of ${Math.trunc(size / 1e6)} MB, ${bare.rows} rows, looked at`, speed(size, preview.seconds))
    row('  saved, file to durable', speed(size, saved.seconds))
    row('  bare CSV parse of the same file', speed(size, bare.seconds))
    row('  peak memory of the server', `${Math.trunc(peak / 1e6)} MB, idle ${Math.trunc(idle / 1e6)} MB`, 'goal: under 300 MB')
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

async function writeLarge(path: string): Promise<number> {
  const file = await open(path, 'w')
  let size = 0
  for (const piece of openCollectiveRows()) {
    size += (await file.write(piece)).bytesWritten
    if (size >= BYTES) break
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
