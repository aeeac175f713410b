import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ecbPacked } from '#domain/ecb-table.ts'
import { addMonths, dayOfMonth, monthOf, type Month } from '#domain/month.ts'
import { readRateTable } from '#domain/rate.ts'
import { openNodeStorage } from '#storage/node-sqlite.ts'
import { NO_FACTS } from '#storage/storage.ts'
import { payments } from './made-up.ts'
import { quantile, row } from './report.ts'
import { ask, startServer, type Server } from './server.ts'

const STREAMS = 30
const REQUESTS = 1_000
/** The books end today, so that the page of the running month has all its cards. */
const TODAY = new Date().toISOString().slice(0, 10)
const RUNNING = monthOf(TODAY)
/** The first of so many months up to the running one. */
const firstOf = (months: number): Month => addMonths(RUNNING, 1 - months)
const CHANGES = 12

/** The Month page's API over ten years and thirty streams, at two sizes of ledger: one server after the other, so that each has the machine. */
export async function benchMonth(): Promise<void> {
  const small = await withServer(10_000, measureMonth)
  const large = await withServer(1_000_000, async (server, entries) => {
    const month = await measureMonth(server, entries)
    await benchReads(server)
    await benchChanges(server)
    return month
  })
  row('  p50 and p99 against the smaller ledger', `${ratio(small, large, 0.5)}, ${ratio(small, large, 0.99)}`, 'goal: p99 at most 1.30')
}

/** A book of so many entries, its server alone on the machine, and what is measured of it. */
async function withServer<T>(entries: number, measure: (server: Server, entries: number) => Promise<T>): Promise<T> {
  const folder = await filledBook(entries)
  const server = await startServer(folder)
  const measured = await measure(server, entries)
  row(`  peak memory of the server of ${entries} entries`, `${Math.trunc((await server.peakMemory()) / 1e6)} MB`)
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  return measured
}

/** Milliseconds of the Month API, each time of another month and lens, with a request that reads nothing before each. */
async function measureMonth(server: Server, entries: number): Promise<number[]> {
  const times = { month: [] as number[], nothing: [] as number[] }
  for (let i = -50; i < REQUESTS; i += 1) {
    const month = addMonths(RUNNING, -(Math.abs(i) % 100))
    const nothing = await timed(`${server.url}/api/health`)
    const time = await timed(`${server.url}/api/v1/books/main/month?month=${month}&lens=${i % 2 === 0 ? 'cash' : 'smoothed'}`)
    // The first ones warm the server.
    if (i < 0) continue
    times.month.push(time)
    times.nothing.push(nothing)
  }
  row(`Month API, ${entries} entries: p50, p99`, figures(times.month), 'goal: p99 under 10 ms')
  row('  a request that reads nothing, in turn', figures(times.nothing))
  return times.month
}

/** The reads of the Month page and of those it leads to, each with its address below the book. */
const READS = [
  ['the whole page, 24 months', `month-view?month=${RUNNING}&from=${firstOf(24)}`],
  ['the whole page, 120 months', `month-view?month=${RUNNING}&from=${firstOf(120)}`],
  ['month', `month?month=${RUNNING}`],
  ['months, 24', `months?from=${firstOf(24)}&to=${RUNNING}`],
  ['months, 24, dependable', `months?from=${firstOf(24)}&to=${RUNNING}&lens=dependable`],
  ['outlook', 'outlook?lens=cash'],
  ['outlook, smoothed', 'outlook?lens=smoothed'],
  ['carriers', `carriers?lens=cash&month=${RUNNING}`],
  ['carriers, smoothed', `carriers?lens=smoothed&month=${RUNNING}`],
  ['month change', `month-change?lens=cash&month=${RUNNING}`],
  ['month change, smoothed', `month-change?lens=smoothed&month=${RUNNING}`],
  ['time', 'time'],
] as const
/** The Patrons page compares two years of payments one by one. */
const PATRONS_PAGE = ['patrons', `crowd?lens=cash&month=${RUNNING}`] as const

/** The reads while the book stays as it is, asked in turn, beside one that reads nothing. */
async function benchReads({ url }: Server): Promise<void> {
  const nothing: number[] = []
  const reads = READS.map(([name, path]) => ({ name, path, times: [] as number[] }))
  for (let i = -20; i < REQUESTS / 4; i += 1) {
    const without = await timed(`${url}/api/health`)
    if (i >= 0) nothing.push(without)
    for (const { path, times } of reads) {
      const time = await timed(`${url}/api/v1/books/main/${path}`)
      if (i >= 0) times.push(time)
    }
  }
  row('  1,000,000 entries, nothing (health): p50, p99', figures(nothing))
  for (const { name, times } of reads) row(`  1,000,000 entries, ${name}: p50, p99`, figures(times), 'goal: p99 under 20 ms')
}

/** What each read costs when it is the first one after a payment was typed in. */
async function benchChanges(server: Server): Promise<void> {
  const streams = await ask<{ id: number }[]>(server, '/books/main/streams')
  const typed = { stream: streams[0]?.id, day: TODAY, amount: 500, currency: 'EUR', name: 'Person 1' }
  for (const [name, path] of [...READS, PATRONS_PAGE]) {
    const times: number[] = []
    for (let i = 0; i < CHANGES; i += 1) {
      await ask(server, '/books/main/entries', typed)
      times.push(await timed(`${server.url}/api/v1/books/main/${path}`))
    }
    row(`  first after a change, ${name}: p50, most`, `${ms(quantile(times, 0.5))}, ${ms(Math.max(...times))}`)
  }
}

function figures(times: readonly number[]): string {
  return `${ms(quantile(times, 0.5))}, ${ms(quantile(times, 0.99))}`
}

function ratio(small: readonly number[], large: readonly number[], share: number): string {
  return (quantile(large, share) / quantile(small, share)).toFixed(2)
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`
}

/** Milliseconds of one request, from asking to the last byte. */
async function timed(url: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  const time = performance.now() - began
  if (!answer.ok) throw new Error(`Failed to measure: ${url} answered ${answer.status}. Look at the server.`)
  return time
}

/** A data folder with a book of thirty streams over ten years. */
async function filledBook(entries: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'enough-bench-month-'))
  const storage = await openNodeStorage(folder, readRateTable(ecbPacked))
  await storage.createBook('main', { name: 'Bench', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en' }, false)
  await storage.write('main', async (writer) => {
    await writer.setTarget(firstOf(120), { bare: 190_000, enough: 260_000, comfortable: 290_000 })
    for (let i = 0; i < STREAMS; i += 1) {
      const venture = await writer.addVenture({ name: `Venture ${i}`, work: 'basic', automatic: false })
      const { id } = await writer.addStream({ venture: venture.id, name: `Stream ${i}`, platform: '', kind: 'patronage', automatic: false })
      const writing = await writer.beginImport('')
      await writing.claim(id, payments(Math.ceil(entries / STREAMS), { stream: i, first: dayOfMonth(firstOf(120), 1), last: TODAY }))
      await writing.finish({ ...NO_FACTS, sources: [{ platform: 'bench', account: String(i), stream: id }] })
    }
  })
  await storage.close()
  return folder
}
