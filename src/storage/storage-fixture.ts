import { expect } from 'vitest'
import { ecbPacked } from '#domain/ecb-table.ts'
import type { Entry, Sighting } from '#domain/entry.ts'
import { readRateTable } from '#domain/rate.ts'
import { net, NOTHING, plus, type Amounts } from '#domain/money.ts'
import { openMemoryStorage } from './node-sqlite.ts'
import { NO_FACTS, type BookWriter, type ImportFacts, type Storage, type StoredEntry } from './storage.ts'
import { openWasmStorage } from './wasm-sqlite.ts'

/** What the storage's tests share: one book, one stream, imports of made-up lines. */
export const rates = readRateTable(ecbPacked)
export const BOOK = 'main'
export const SETTINGS = { name: 'Mine', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en' }

/** A payment of 10 dollars with a fee of 59 cents, unless told otherwise. */
export function payment(key: string, more: Partial<Sighting> = {}): Sighting {
  return {
    key,
    at: '2024-05-03T10:00:00Z',
    kind: 'payment',
    currency: 'USD',
    gross: 1000,
    fees: 59,
    refunds: 0,
    tax: 0,
    months: 1,
    ...more,
  }
}

/** A refund of 5 dollars of a payment. */
export function refund(key: string, tie: string, more: Partial<Sighting> = {}): Sighting {
  return payment(key, { kind: 'refund', gross: 0, fees: 0, refunds: 500, tie, at: '2024-07-01', ...more })
}

const FACTS: ImportFacts = {
  ...NO_FACTS,
  batch: 'batch',
  file: 'file',
  name: 'a.csv',
  layout: 'made-up',
  savedAt: '2026-11-23T00:00:00Z',
  bytes: 1,
}

/** Every driver passes the same suite. */
export const drivers: readonly (readonly [name: string, open: () => Promise<Storage>])[] = [
  ['node:sqlite', () => openMemoryStorage(rates)],
  ['SQLite-wasm', () => openWasmStorage(rates)],
]

/** A storage with one empty book. */
export async function opened(open: () => Promise<Storage>): Promise<Storage> {
  const storage = await open()
  await storage.createBook(BOOK, SETTINGS, false)
  return storage
}

/** The stream that imports of these tests feed; made by the first one, as an import makes it. */
export async function streamOf(writer: BookWriter): Promise<number> {
  const [known] = await writer.streams()
  if (known) return known.id
  const venture = await writer.addVenture({ name: 'Obtool', work: 'basic', automatic: true })
  const stream = await writer.addStream({ venture: venture.id, name: 'Source', platform: 'p', kind: 'patronage', automatic: true })
  return stream.id
}

/** Imports lines into the one stream; with `rollback` it is a preview. */
export async function importLines(
  storage: Storage,
  lines: Sighting[],
  more: Partial<ImportFacts> & { rollback?: boolean; account?: string } = {},
) {
  const { rollback = false, account = '', ...facts } = more
  const work = async (writer: BookWriter) => {
    const stream = await streamOf(writer)
    const writing = await writer.beginImport(facts.asOf ?? '')
    const claimed = await writing.claim(stream, lines)
    const sources = [{ platform: 'p', account, stream }]
    const { covered } = await writing.finish({ ...FACTS, ...facts, sources })
    return { id: writing.id, claimed, covered, stream, months: await writer.changedMonths() }
  }
  return storage.write(BOOK, work, { rollback })
}

/** The whole book file as one text. */
export async function bookFile(storage: Storage, book = BOOK): Promise<string> {
  let text = ''
  for await (const line of storage.bookFile(book)) text += line
  return text
}

/** The lines of a text, as a restore takes them. */
export async function* linesOf(text: string): AsyncGenerator<string> {
  for (const line of text.split('\n')) if (line !== '') yield line
}

/** Every line of the book. */
export async function ledger(storage: Storage, book = BOOK): Promise<StoredEntry[]> {
  const all: StoredEntry[] = []
  for await (const page of storage.allEntries(book)) all.push(...page)
  return all
}

/** A line without what depends on ids. */
export function plain(entry: Entry): Omit<Entry, 'stream'> {
  const { stream: _, ...rest } = entry
  return rest
}

/** Cash, smoothed and daily roll-ups agree with the ledger's lines, in the home currency and in each original one. */
export async function expectSums(storage: Storage): Promise<void> {
  const lines = (await ledger(storage)).filter((entry) => entry.uncounted === undefined)
  const home = lines.reduce((sum, entry) => plus(sum, entry.home ?? NOTHING), NOTHING)
  for (const lens of ['cash', 'smoothed'] as const) {
    const cells = await storage.months(BOOK, lens)
    expect(cells.reduce((sum, cell) => plus(sum, cell.home ?? NOTHING), NOTHING)).toEqual(home)
    expect(byCurrency(cells.map((cell) => ({ currency: cell.currency, ...cell.native })))).toEqual(byCurrency(lines))
    expect(cells.reduce((sum, cell) => sum + cell.native.entries, 0)).toBe(lines.length)
    const nets = await storage.monthNets(BOOK, lens, { from: '0000-01', to: '9999-12' })
    expect(nets.reduce((sum, one) => sum + one.net, 0)).toBe(net(home))
  }
  const months = Map.groupBy(lines, (entry) => entry.month)
  for (const cell of Map.groupBy(await storage.months(BOOK, 'cash'), (each) => each.month)) {
    const [month, cells] = cell
    const sum = (months.get(month) ?? []).reduce((all, entry) => plus(all, entry.home ?? NOTHING), NOTHING)
    expect(cells.reduce((all, each) => plus(all, each.home ?? NOTHING), NOTHING)).toEqual(sum)
  }
  const dated = lines.filter((entry) => entry.at.length > 7).reduce((sum, entry) => sum + net(entry.home ?? NOTHING), 0)
  const days = await storage.days(BOOK, '0000-01-01', '9999-12-31')
  expect(days.reduce((sum, day) => sum + day.net, 0)).toBe(dated)
  const streams = (await storage.streams(BOOK)).map(({ id }) => id)
  const own = await storage.streamDays(BOOK, streams, { from: '0000-01-01', to: '9999-12-31' })
  expect(own.filter(({ net: sum }) => sum !== 0)).toEqual(days)
  await expectGifts(storage, streams)
}

/** What each payer brings of a month is the sum of the lines that name them, or that are tied to a payment that does. */
async function expectGifts(storage: Storage, streams: number[]): Promise<void> {
  const all = await ledger(storage)
  const byKey = new Map(all.map((entry) => [`${entry.stream} ${entry.key}`, entry]))
  const payerOf = ({ stream, tie, patron, name }: StoredEntry) => {
    const paid = tie === undefined ? undefined : byKey.get(`${stream} ${tie}`)
    return patron || paid?.patron || name || paid?.name
  }
  const months = Map.groupBy(all, ({ month }) => month)
  for (const [month, lines] of months) {
    const sums = new Map<string, number>()
    for (const line of lines) {
      const payer = payerOf(line)
      if (payer && line.home && line.uncounted === undefined) sums.set(payer, (sums.get(payer) ?? 0) + net(line.home))
    }
    expect(await storage.giftsOfMonth(BOOK, { lens: 'cash', month, streams })).toEqual(sums)
  }
}

function byCurrency(lines: readonly (Amounts & { currency: string })[]): Record<string, Amounts> {
  const sums: Record<string, Amounts> = {}
  for (const { currency, gross, fees, refunds, tax } of lines) {
    sums[currency] = plus(sums[currency] ?? NOTHING, { gross, fees, refunds, tax })
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => Object.values(sum).some((value) => value !== 0)))
}
