import { ecbPacked } from '#domain/ecb-table.ts'
import type { Entry, Sighting } from '#domain/entry.ts'
import { readRateTable } from '#domain/rate.ts'
import type { BookWriter, ImportFacts, Storage, StoredEntry } from './storage.ts'

/** What the storage's tests share: one book, one stream, imports of made-up lines. */
export const rates = readRateTable(ecbPacked)
export const BOOK = 'main'
export const SETTINGS = { name: 'Mine', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en' }

/** A payment of 10 dollars with a fee of 59 cents, unless told otherwise. */
export function payment(key: string, more: Partial<Sighting> = {}): Sighting {
  return { key, at: '2024-05-03T10:00:00Z', kind: 'payment', currency: 'USD', gross: 1000, fees: 59, refunds: 0, tax: 0, months: 1, ...more }
}

/** A refund of 5 dollars of a payment. */
export function refund(key: string, tie: string, more: Partial<Sighting> = {}): Sighting {
  return payment(key, { kind: 'refund', gross: 0, fees: 0, refunds: 500, tie, at: '2024-07-01', ...more })
}

const NO_FACTS: ImportFacts = {
  batch: 'batch',
  file: 'file',
  name: 'a.csv',
  layout: 'made-up',
  savedAt: '2026-11-23T00:00:00Z',
  bytes: 1,
  asOf: '',
  span: null,
  covers: null,
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  transfers: 0,
  nonRows: 0,
  complaints: [],
  mapping: null,
  sources: [],
}

/** The stream that imports of these tests feed; made by the first one, as an import makes it. */
export async function streamOf(writer: BookWriter): Promise<number> {
  const [known] = await writer.streams()
  if (known) return known.id
  const venture = await writer.addVenture({ name: 'Obtool', work: 'basic', automatic: true })
  const stream = await writer.addStream({ venture: venture.id, name: 'Source', platform: 'p', kind: 'patronage', automatic: true })
  return stream.id
}

/** Imports lines into the one stream. */
export async function importLines(storage: Storage, lines: Sighting[], more: Partial<ImportFacts> = {}, rollback = false) {
  return storage.write(
    BOOK,
    async (writer) => {
      const stream = await streamOf(writer)
      const writing = await writer.beginImport(more.asOf ?? '')
      const claimed = await writing.claim(stream, lines)
      const sources = [{ platform: 'p', account: '', stream }]
      const { covered } = await writing.finish({ ...NO_FACTS, ...more, sources })
      return { id: writing.id, claimed, covered, stream, months: await writer.changedMonths() }
    },
    { rollback },
  )
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
