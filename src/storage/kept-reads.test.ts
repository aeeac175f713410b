import { describe, expect, test } from 'vitest'
import { BOOK, drivers, importLines, opened, payment, SETTINGS } from './storage-fixture.ts'
import type { BookWriter, Storage } from './storage.ts'

/** All that is kept of a book. */
async function told(storage: Storage) {
  return {
    book: await storage.book(BOOK),
    ventures: await storage.ventures(BOOK),
    streams: await storage.streams(BOOK),
    targets: await storage.targets(BOOK),
    span: await storage.span(BOOK),
    months: await storage.monthSeries(BOOK, 'cash'),
  }
}

describe.each(drivers)('what is kept of a book, %s', (_, open) => {
  test('is the same as long as nothing is written, and true after each write', async () => {
    const storage = await opened(open)
    const { stream } = await importLines(storage, [payment('a')])
    const before = await told(storage)
    const again = await told(storage)
    for (const [name, value] of Object.entries(before)) expect(again[name as keyof typeof again], name).toBe(value)

    const write = (work: (writer: BookWriter) => Promise<unknown>) => storage.write(BOOK, work)
    await write((writer) => writer.changeBook({ name: 'Ours' }))
    expect(await storage.book(BOOK)).toMatchObject({ name: 'Ours', entries: 1 })
    await write((writer) => writer.addVenture({ name: 'Obtool', work: 'basic', automatic: false }))
    expect((await storage.ventures(BOOK)).map(({ name }) => name)).toContain('Obtool')
    await write((writer) => writer.changeStream(stream, { archived: true }))
    expect(await storage.streams(BOOK)).toMatchObject([{ id: stream, archived: true, entries: 1, lastDay: '2024-05-03' }])
    await write((writer) => writer.setTarget('2024-01', { bare: 1, enough: 2, comfortable: 3 }))
    expect(await storage.targets(BOOK)).toMatchObject([{ from: '2024-01', enough: 2 }])
    await write((writer) => writer.removeTarget('2024-01'))
    expect(await storage.targets(BOOK)).toEqual([])
    await importLines(storage, [payment('b', { at: '2025-01-07T10:00:00Z' })])
    expect(await storage.span(BOOK)).toEqual({ from: '2024-05', to: '2025-01' })
    expect(await storage.streams(BOOK)).toMatchObject([{ entries: 2, lastDay: '2025-01-07' }])
    expect((await storage.monthSeries(BOOK, 'cash')).map(({ month }) => month)).toEqual(['2024-05', '2025-01'])
    expect(await storage.book(BOOK)).toMatchObject({ entries: 2 })
  })

  test('is not that of a book of the same name that was there before', async () => {
    const storage = await opened(open)
    await importLines(storage, [payment('a')])
    const { revision } = (await told(storage)).book ?? expect.unreachable('the book was just made')
    await storage.deleteBook(BOOK)
    expect(await told(storage)).toEqual({ book: undefined, ventures: [], streams: [], targets: [], span: null, months: [] })
    await storage.createBook(BOOK, { ...SETTINGS, name: 'Anew' }, false)
    for (let i = 1; i < revision; i += 1) await storage.write(BOOK, (writer) => writer.changeBook({ name: `Anew ${i}` }))
    expect(await told(storage)).toMatchObject({ book: { revision, name: `Anew ${revision - 1}` }, ventures: [], streams: [], months: [] })
  })
})
