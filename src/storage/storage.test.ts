import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ecbPacked } from '#domain/ecb-table.ts'
import type { Sighting } from '#domain/entry.ts'
import { readRateTable } from '#domain/rate.ts'
import { openMemoryStorage } from './node-sqlite.ts'
import type { ImportFacts, Storage } from './storage.ts'

const rates = readRateTable(ecbPacked)
const BOOK = 'main'

async function opened(): Promise<Storage> {
  const storage = await openMemoryStorage(rates)
  await storage.createBook(BOOK, { name: 'Mine', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en' }, false)
  return storage
}

function payment(key: string, more: Partial<Sighting> = {}): Sighting {
  return { key, at: '2024-05-03T10:00:00Z', kind: 'payment', currency: 'USD', gross: 1000, fees: 59, refunds: 0, tax: 0, months: 1, ...more }
}

function facts(more: Partial<ImportFacts>): ImportFacts {
  return {
    batch: 'b',
    file: 'f',
    name: 'a.csv',
    layout: 'l',
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
    ...more,
  }
}

async function importLines(storage: Storage, lines: Sighting[], more: Partial<ImportFacts> = {}) {
  return storage.write(BOOK, async (writer) => {
    let stream = (await writer.streams()).find((known) => known.name === 'S')
    if (!stream) {
      const venture = await writer.addVenture({ name: 'V', work: 'basic', automatic: true })
      stream = await writer.addStream({ venture: venture.id, name: 'S', platform: 'p', kind: 'patronage', automatic: true })
    }
    const asOf = more.asOf ?? ''
    const writing = await writer.beginImport(asOf)
    const claimed = await writing.claim(stream.id, lines)
    const { covered } = await writing.finish(facts({ ...more, asOf, sources: [{ platform: 'p', account: '', stream: stream.id }] }))
    return { id: writing.id, claimed, covered, stream: stream.id, months: await writer.changedMonths() }
  })
}

async function textOf(storage: Storage): Promise<string> {
  let text = ''
  for await (const line of storage.bookFile(BOOK)) text += line
  return text
}

test('smoke', async () => {
  const storage = await opened()
  const before = await textOf(storage)
  const done = await importLines(storage, [payment('a'), payment('b', { months: 12 }), payment('r', { kind: 'refund', gross: 0, fees: 0, refunds: 500, tie: 'b', at: '2024-07-01' })])
  console.log(done, await storage.months(BOOK, 'smoothed'), await storage.months(BOOK, 'cash'))
  const text = await textOf(storage)
  console.log(text)
  await storage.restore('other', (async function* () { for (const l of text.trim().split('\n')) yield l })())
  let again = ''
  for await (const line of storage.bookFile('other')) again += line
  expect(again).toBe(text)
  console.log(await storage.write(BOOK, (w) => w.undo([done.id])))
  expect(await textOf(storage)).toBe(before)
  console.log(await storage.months(BOOK, 'smoothed'), await storage.books())
  void fc
})
