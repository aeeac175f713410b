import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ecbPacked } from '#domain/ecb-table.ts'
import { addMonths } from '#domain/month.ts'
import { readRateTable } from '#domain/rate.ts'
import { openNodeStorage } from '#storage/node-sqlite.ts'
import { NO_FACTS } from '#storage/storage.ts'
import { payments } from './made-up.ts'
import { quantile, row } from './report.ts'
import { startServer, type Server } from './server.ts'

const STREAMS = 30
const REQUESTS = 1_000
const LAST_MONTH = '2026-03'

/** The Month page's API over ten years and thirty streams, at two sizes of ledger, asked in turn. */
export async function benchMonth(): Promise<void> {
  const folders = [await filledBook(10_000), await filledBook(1_000_000)]
  const [small, large] = await Promise.all(folders.map((folder) => startServer(folder)))
  if (!small || !large) throw new Error('Failed to measure: a server is missing.')
  const times = { small: [] as number[], large: [] as number[] }
  for (let i = -50; i < REQUESTS; i += 1) {
    const [a, b] = [await timed(small, i), await timed(large, i)]
    // The first ones warm both servers.
    if (i < 0) continue
    times.small.push(a)
    times.large.push(b)
  }
  const [p99Small, p99Large] = [quantile(times.small, 0.99), quantile(times.large, 0.99)]
  row('Month API, 10,000 entries: p50, p99', `${ms(quantile(times.small, 0.5))}, ${ms(p99Small)}`, 'goal: p99 under 10 ms')
  row('Month API, 1,000,000 entries: p50, p99', `${ms(quantile(times.large, 0.5))}, ${ms(p99Large)}`, 'goal: p99 under 10 ms')
  row('  p50 and p99 against the smaller ledger', `${ratio(times, 0.5)}, ${ratio(times, 0.99)}`, 'goal: p99 at most 1.30')
  await benchReads(large)
  row('  peak memory of the servers', `${await megabytes(small)}, ${await megabytes(large)}`)
  await Promise.all([small.stop(), large.stop()])
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
}

/** The other reads of the Month page over the larger ledger, asked in turn, beside one that reads nothing. */
async function benchReads({ url }: Server): Promise<void> {
  const books = `${url}/api/v1/books/main`
  const reads = [
    { name: 'nothing (health)', path: `${url}/api/health`, times: [] as number[] },
    { name: 'month', path: `${books}/month?month=${LAST_MONTH}`, times: [] as number[] },
    { name: 'months, 24', path: `${books}/months?from=2024-04&to=${LAST_MONTH}`, times: [] as number[] },
    { name: 'months, 24, dependable', path: `${books}/months?from=2024-04&to=${LAST_MONTH}&lens=dependable`, times: [] as number[] },
    { name: 'outlook', path: `${books}/outlook`, times: [] as number[] },
    { name: 'carriers', path: `${books}/carriers?lens=cash&month=${LAST_MONTH}`, times: [] as number[] },
    { name: 'month change', path: `${books}/month-change?lens=cash&month=${LAST_MONTH}`, times: [] as number[] },
    { name: 'time', path: `${books}/time`, times: [] as number[] },
  ]
  for (let i = -20; i < REQUESTS / 4; i += 1) {
    for (const { path, times } of reads) {
      const began = performance.now()
      const answer = await fetch(path)
      const told = (await answer.json()) as { streams?: unknown[] }
      if (told.streams && told.streams.length !== STREAMS) throw new Error(`Failed to measure: ${path} did not answer with every stream.`)
      if (i >= 0) times.push(performance.now() - began)
    }
  }
  for (const { name, times } of reads) {
    row(`  1,000,000 entries, ${name}: p50, p99`, `${ms(quantile(times, 0.5))}, ${ms(quantile(times, 0.99))}`, 'goal: p99 under 20 ms')
  }
}

function ratio(times: { small: number[]; large: number[] }, share: number): string {
  return (quantile(times.large, share) / quantile(times.small, share)).toFixed(2)
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`
}

async function megabytes(server: Server): Promise<string> {
  return `${Math.trunc((await server.peakMemory()) / 1e6)} MB`
}

/** Milliseconds of one request, from asking to the last byte; each asks for another month. */
async function timed(server: Server, i: number): Promise<number> {
  const month = addMonths(LAST_MONTH, -(Math.abs(i) % 100))
  const lens = i % 2 === 0 ? 'cash' : 'smoothed'
  const began = performance.now()
  const answer = await fetch(`${server.url}/api/v1/books/main/month?month=${month}&lens=${lens}`)
  const page = (await answer.json()) as { streams: unknown[] }
  const time = performance.now() - began
  if (!answer.ok || page.streams.length !== STREAMS) throw new Error('Failed to measure: the Month API did not answer with every stream.')
  return time
}

/** A data folder with a book of thirty streams over ten years. */
async function filledBook(entries: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'enough-bench-month-'))
  const storage = await openNodeStorage(folder, readRateTable(ecbPacked))
  await storage.createBook('main', { name: 'Bench', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en' }, false)
  await storage.write('main', async (writer) => {
    await writer.setTarget('2016-01', { bare: 190_000, enough: 260_000, comfortable: 290_000 })
    for (let i = 0; i < STREAMS; i += 1) {
      const venture = await writer.addVenture({ name: `Venture ${i}`, work: 'basic', automatic: false })
      const { id } = await writer.addStream({ venture: venture.id, name: `Stream ${i}`, platform: '', kind: 'patronage', automatic: false })
      const writing = await writer.beginImport('')
      await writing.claim(id, payments(Math.ceil(entries / STREAMS), i))
      await writing.finish({ ...NO_FACTS, sources: [{ platform: 'bench', account: String(i), stream: id }] })
    }
  })
  await storage.close()
  return folder
}
