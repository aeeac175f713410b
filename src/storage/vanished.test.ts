import { expect, test } from 'vitest'
import type { Sighting } from '#domain/entry.ts'
import { BOOK, drivers, importLines, opened, payment } from './storage-fixture.ts'
import type { ImportFacts, Storage } from './storage.ts'

const SPAN = { from: '2024-05-01', to: '2024-05-31' }
const day = (key: string, of: number): Sighting => payment(key, { at: `2024-05-${String(of).padStart(2, '0')}T10:00:00Z` })
const [A, B, C, D] = [day('a', 1), day('b', 10), day('c', 20), day('d', 31)]

/** Imports lines as an export of one account and answers the keys of what it tells no more. */
async function told(storage: Storage, lines: Sighting[], more: Partial<ImportFacts> & { account?: string }) {
  const { id } = await importLines(storage, lines, { span: SPAN, ...more })
  const { count, entries } = await storage.write(BOOK, (writer) => writer.vanished(id), { rollback: true })
  expect(count).toBe(entries.length)
  return entries.map(({ key }) => key)
}

for (const [name, open] of drivers) {
  test(`${name}: a line that a newer export of the same days leaves out is told, and stays`, async () => {
    const storage = await opened(open)
    expect(await told(storage, [A, B, C, D], { asOf: '2024-06-01T00:00:00Z' })).toEqual([])
    expect(await told(storage, [A, C, D], { asOf: '2024-06-02T00:00:00Z' })).toEqual(['b'])
    expect((await storage.book(BOOK))?.entries).toBe(4)
  })

  test(`${name}: a line that the user deleted, or that a third import tells, is not told`, async () => {
    const storage = await opened(open)
    await told(storage, [A, B, C, D], { asOf: '2024-06-01T00:00:00Z' })
    await told(storage, [B], { asOf: '2024-06-01T00:00:00Z', layout: 'another' })
    const [stream] = await storage.streams(BOOK)
    await storage.write(BOOK, (writer) => writer.edit(stream?.id ?? 0, 'c', { deleted: true }))
    expect(await told(storage, [A, D], { asOf: '2024-06-02T00:00:00Z' })).toEqual([])
  })

  test(`${name}: nothing is said of lines beyond the days, of another account, of another layout or of an older file`, async () => {
    const storage = await opened(open)
    await told(storage, [A, B, C, D], { asOf: '2024-06-01T00:00:00Z' })
    const shorter = { span: { from: '2024-05-11', to: '2024-05-31' } }
    expect(await told(storage, [C, D], { asOf: '2024-06-02T00:00:00Z', ...shorter })).toEqual([])
    expect(await told(storage, [A, C, D], { asOf: '2024-06-02T00:00:00Z', layout: 'another' })).toEqual([])
    expect(await told(storage, [A, C, D], { asOf: '2024-06-02T00:00:00Z', account: 'other' })).toEqual([])
    expect(await told(storage, [A, C, D], { asOf: '2024-05-31T00:00:00Z' })).toEqual([])
  })

  test(`${name}: a file that tells less than half of the lines again is another selection, not a newer export`, async () => {
    const storage = await opened(open)
    await told(storage, [A, B, C, D], { asOf: '2024-06-01T00:00:00Z' })
    expect(await told(storage, [A], { asOf: '2024-06-02T00:00:00Z' })).toEqual([])
    expect(await told(storage, [A, D], { asOf: '2024-06-03T00:00:00Z' })).toEqual(['b', 'c'])
  })

  test(`${name}: what an import updates is remembered as it was told before`, async () => {
    const storage = await opened(open)
    await told(storage, [A, B], { asOf: '2024-06-01T00:00:00Z' })
    const [stream] = await storage.streams(BOOK)
    const before = await storage.write(BOOK, async (writer) => {
      const importing = await writer.beginImport('2024-06-02T00:00:00Z')
      const claimed = await importing.claim(stream?.id ?? 0, [A, { ...B, gross: 2000 }, C])
      expect(claimed).toEqual(['unchanged', 'updated', 'added'])
      return ['a', 'b', 'c'].map((key) => importing.replaced(stream?.id ?? 0, key))
    })
    expect(before).toEqual([undefined, B, undefined])
  })
}
