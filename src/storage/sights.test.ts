import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PatronSight } from '#domain/patron-sight.ts'
import { BOOK, bookFile, drivers, importLines, linesOf, opened, payment, streamOf } from './storage-fixture.ts'
import { NO_FACTS, type Storage } from './storage.ts'

const sight = (key: string, more: Partial<PatronSight> = {}): PatronSight => ({
  key,
  patrons: 1,
  status: 'active',
  amount: 500,
  currency: 'EUR',
  every: 'month',
  ...more,
})

/** Imports a snapshot into the one stream, as a list of patrons is imported. */
async function importSights(storage: Storage, sights: readonly PatronSight[], asOf = ''): Promise<number> {
  return storage.write(BOOK, async (writer) => {
    const stream = await streamOf(writer)
    const writing = await writer.beginImport(asOf)
    await writing.sight(stream, sights)
    const sources = [{ platform: 'p', account: '', stream }]
    await writing.finish({ ...NO_FACTS, batch: 'batch', file: 'list', asOf, savedAt: '2026-11-23T00:00:00Z', sources })
    return writing.id
  })
}

const newest = async (storage: Storage) => {
  const [stream] = await storage.streams(BOOK)
  return storage.newestSnapshot(BOOK, stream?.id ?? 0)
}

const anySights = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    amount: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: null }),
    status: fc.constantFrom('active' as const, 'former' as const),
    currency: fc.constantFrom('EUR', 'USD', ''),
  }),
  { selector: ({ key }) => key, maxLength: 4 },
)

for (const [name, open] of drivers) {
  describe(`${name}: snapshots of patrons`, () => {
    test('a snapshot counts nothing, reaches no day, and goes with its import', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a')], { span: { from: '2024-05-01', to: '2024-05-31' }, asOf: '2024-06-01T00:00:00Z' })
      const before = await bookFile(storage)
      const months = await storage.months(BOOK, 'cash')
      const coverage = await storage.coverage(BOOK)
      const id = await importSights(
        storage,
        [sight('1'), sight('2', { name: 'Bo', lifetime: 900, since: '2024-01-01' })],
        '2024-09-01T00:00:00Z',
      )
      expect(await storage.months(BOOK, 'cash')).toEqual(months)
      expect(await storage.coverage(BOOK)).toEqual(coverage)
      expect((await newest(storage))?.sights.map(({ key }) => key)).toEqual(['1', '2'])
      expect(await storage.write(BOOK, (writer) => writer.undo([id]))).toMatchObject({ removed: 0, restored: 0 })
      expect(await bookFile(storage)).toBe(before)
      expect(await newest(storage)).toBeUndefined()
    })

    test('the newest by as-of is what holds, whatever the order of import', async () => {
      const storage = await opened(open)
      const later = await importSights(storage, [sight('later')], '2024-09-01T00:00:00Z')
      await importSights(storage, [sight('earlier')], '2024-08-01T00:00:00Z')
      expect((await newest(storage))?.sights).toMatchObject([{ key: 'later' }])
      await storage.write(BOOK, (writer) => writer.undo([later]))
      expect((await newest(storage))?.sights).toMatchObject([{ key: 'earlier' }])
    })

    test('a book file restored gives the same bytes and the same snapshots', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anySights, { minLength: 1, maxLength: 4 }), async (lists) => {
          const storage = await opened(open)
          for (const list of lists)
            await importSights(
              storage,
              list.map(({ key, ...more }) => sight(key, more)),
              '2024-09-01T00:00:00Z',
            )
          const file = await bookFile(storage)
          await storage.restore('copy', linesOf(file))
          expect(await bookFile(storage, 'copy')).toBe(file)
          const [stream] = await storage.streams('copy')
          expect(await storage.newestSnapshot('copy', stream?.id ?? 0)).toEqual(await newest(storage))
          await storage.close()
        }),
        { numRuns: 20 },
      )
    })
  })
}

test.each([
  { title: 'of an import that is not there', from: /("sight":\{"import":)\d+/, to: '$177', says: 'speaks of import 77' },
  { title: 'of a stream that is not there', from: /("sight":\{"import":\d+,"stream":)\d+/, to: '$199', says: 'speaks of stream 99' },
  { title: 'with money in a fraction', from: '"amount":500', to: '"amount":5.5', says: 'patron.amount is 5.5' },
  { title: 'of a standing that nobody knows', from: '"status":"active"', to: '"status":"asleep"', says: 'patron.status is "asleep"' },
])('a book file with a snapshot $title is refused', async ({ from, to, says }) => {
  const [[, openFirst] = []] = drivers
  if (!openFirst) throw new Error('There is no storage to test.')
  const storage = await opened(openFirst)
  await importSights(storage, [sight('1')])
  const changed = (await bookFile(storage)).replace(from, to)
  await expect(storage.restore('copy', linesOf(changed))).rejects.toThrow(says)
})
