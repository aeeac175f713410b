import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PatronSight } from '#domain/patron-sight.ts'
import { BOOK, bookFile, drivers, expectSums, importLines, ledger, linesOf, opened, payment, plain, streamOf } from './storage-fixture.ts'
import { NO_FACTS, type Storage } from './storage.ts'

const sight = (key: string, lifetime: number): PatronSight => ({
  key,
  patrons: 1,
  status: 'active',
  amount: 500,
  currency: 'EUR',
  every: 'month',
  lifetime,
})

/** Imports a list of patrons into the one stream. */
async function importList(storage: Storage, day: string, sights: readonly PatronSight[]): Promise<number> {
  return storage.write(BOOK, async (writer) => {
    const stream = await streamOf(writer)
    const asOf = `${day}T00:00:00Z`
    const writing = await writer.beginImport(asOf)
    await writing.sight(stream, sights)
    const sources = [{ platform: 'p', account: '', stream }]
    await writing.finish({ ...NO_FACTS, batch: day, file: day, layout: 'list', asOf, savedAt: '2026-11-23T00:00:00Z', sources })
    return writing.id
  })
}

const lists = [
  ['2024-04-30', [sight('a', 1000)]],
  ['2024-05-31', [sight('a', 1700), sight('b', 0)]],
  ['2024-06-15', [sight('a', 1700), sight('b', 900)]],
] as const

const countLists = (storage: Storage, isCounted: boolean, stream?: number) =>
  storage.write(BOOK, async (writer) => writer.setFromLists(stream ?? (await streamOf(writer)), isCounted))
const lines = async (storage: Storage, book = BOOK) => (await ledger(storage, book)).map(plain)
const counted = async (storage: Storage) =>
  (await ledger(storage)).flatMap(({ uncounted, day, gross, estimate }) => (uncounted ? [] : [[day, gross, estimate ?? false]]))
/** What the three lists come to: a half of b's pledge of 5.00 for May, as the first list does not know b, and 9.00 in June. */
const ESTIMATES = [
  ['2024-05-31', 950, true],
  ['2024-06-15', 900, true],
]

async function withLists(open: () => Promise<Storage>): Promise<Storage> {
  const storage = await opened(open)
  for (const [day, sights] of lists) await importList(storage, day, sights)
  return storage
}

for (const [name, open] of drivers) {
  describe(`${name}: estimates from lists of patrons`, () => {
    test('nothing is counted until the user says so, and nothing any more when that is taken back', async () => {
      const storage = await withLists(open)
      expect(await counted(storage)).toEqual([])
      await countLists(storage, true)
      expect(await counted(storage)).toEqual(ESTIMATES)
      expect(await storage.estimatedStreams(BOOK)).toEqual(new Set([2]))
      expect(await storage.patronLists(BOOK, 2, '')).toEqual({
        lists: 3,
        from: '2024-04-30',
        to: '2024-06-15',
        isAsked: true,
        hasMoney: false,
        named: 0,
        estimates: [
          { month: '2024-05', currency: 'EUR', amount: 950, from: '2024-05-01', to: '2024-05-31' },
          { month: '2024-06', currency: 'EUR', amount: 900, from: '2024-06-01', to: '2024-06-15' },
        ],
      })
      // Of a month only the sum is known: no day of it is said to have reached anything.
      expect(await storage.days(BOOK, '2024-01-01', '2024-12-31')).toEqual([])
      await expectSums(storage)
      await countLists(storage, false)
      expect(await counted(storage)).toEqual([])
      expect(await storage.estimatedStreams(BOOK)).toEqual(new Set())
      await expectSums(storage)
    })

    test('estimates go by themselves when money arrives, and undoing that brings them and the bytes of before back', async () => {
      const storage = await withLists(open)
      await countLists(storage, true)
      const before = { file: await bookFile(storage), lines: await lines(storage) }
      const { id } = await importLines(storage, [payment('cash', { gross: 7, currency: 'EUR', fees: 0 })])
      expect(await counted(storage)).toEqual([['2024-05-03', 7, false]])
      await expectSums(storage)
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect({ file: await bookFile(storage), lines: await lines(storage) }).toEqual(before)
      await expectSums(storage)
    })

    test('a payout, a line that another tells and one typed in are money of the stream; one that was deleted is none', async () => {
      const storage = await withLists(open)
      await countLists(storage, true)
      const { id } = await importLines(storage, [payment('out', { kind: 'transfer' })])
      expect(await counted(storage)).toEqual([])
      await storage.write(BOOK, (writer) => writer.edit(2, 'out', { deleted: true }))
      expect(await counted(storage)).toEqual(ESTIMATES)
      await storage.write(BOOK, (writer) => writer.undo([id]))
      const { key: _, ...typed } = payment('')
      await storage.write(BOOK, (writer) => writer.addByHand(2, typed))
      expect((await counted(storage)).map(([, , estimate]) => estimate)).toEqual([false])
    })

    test('a list that is undone is as one that never was', async () => {
      const storage = await withLists(open)
      await countLists(storage, true)
      const before = { file: await bookFile(storage), lines: await lines(storage) }
      const id = await importList(storage, '2024-08-01', [sight('a', 9000)])
      expect((await counted(storage)).length).toBeGreaterThan(ESTIMATES.length)
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect({ file: await bookFile(storage), lines: await lines(storage) }).toEqual(before)
    })

    test('merged into a stream with money of its own nothing is estimated; into one without, its say holds', async () => {
      const storage = await withLists(open)
      await countLists(storage, true)
      const other = await storage.write(BOOK, (writer) =>
        writer.addStream({ venture: 1, name: 'Other', platform: '', kind: 'patronage', automatic: false }),
      )
      const merge = () => storage.write(BOOK, (writer) => writer.addRoute({ stream: 2, into: other.id, words: '', source: '' }))
      const route = await merge()
      expect(await counted(storage)).toEqual([])
      await countLists(storage, true, other.id)
      expect(await counted(storage)).toEqual(ESTIMATES)
      expect((await storage.months(BOOK, 'cash')).map(({ stream }) => stream)).toEqual([other.id, other.id])
      expect(await storage.estimatedStreams(BOOK)).toEqual(new Set([other.id]))
      const { key: _, ...typed } = payment('')
      await storage.write(BOOK, (writer) => writer.addByHand(other.id, typed))
      expect((await counted(storage)).map(([, , estimate]) => estimate)).toEqual([false])
      await storage.write(BOOK, (writer) => writer.removeRoute(route))
      expect((await counted(storage)).filter(([, , estimate]) => estimate)).toEqual(ESTIMATES)
      await expectSums(storage)
    })

    test('estimates follow the home currency and the rates', async () => {
      const storage = await withLists(open)
      await countLists(storage, true)
      await storage.write(BOOK, (writer) => writer.changeBook({ homeCurrency: 'USD' }))
      await expectSums(storage)
      await storage.write(BOOK, (writer) => writer.setOwnRate({ currency: 'EUR', against: 'USD', from: '2024-01-01', rate: '2' }))
      expect((await ledger(storage)).map(({ home }) => home?.gross)).toEqual([1900, 1800])
      await expectSums(storage)
    })

    test('whatever is imported, undone, said and deleted: never beside money, sums agree, and a restored book is the same', async () => {
      const step = fc.oneof(
        fc.record({ act: fc.constant('list' as const), which: fc.nat(lists.length - 1) }),
        fc.record({ act: fc.constant('count' as const), on: fc.boolean() }),
        fc.record({ act: fc.constantFrom('money' as const, 'hand' as const, 'undo' as const, 'delete' as const), which: fc.nat(5) }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
          const storage = await opened(open)
          const live: number[] = []
          for (const one of steps) await take(storage, one, live)
          const all = await ledger(storage)
          const money = all.filter(({ estimate, uncounted }) => !estimate && uncounted !== 'deleted')
          if (money.length > 0) expect(all.filter(({ estimate }) => estimate)).toEqual([])
          await expectSums(storage)
          const file = await bookFile(storage)
          await storage.restore('copy', linesOf(file))
          expect([await bookFile(storage, 'copy'), await lines(storage, 'copy')]).toEqual([file, await lines(storage)])
          await storage.close()
        }),
        { numRuns: 25 },
      )
    })
  })
}

type Step = { act: 'list' | 'money' | 'hand' | 'undo' | 'delete'; which: number } | { act: 'count'; on: boolean }

async function take(storage: Storage, step: Step, live: number[]): Promise<void> {
  if (step.act === 'count') return countLists(storage, step.on)
  const { act, which } = step
  const [day, sights] = lists[which] ?? lists[0]
  if (act === 'list') live.push(await importList(storage, day, sights))
  if (act === 'money') live.push((await importLines(storage, [payment(`m${which}`, { kind: which === 0 ? 'transfer' : 'payment' })])).id)
  if (act === 'undo') await storage.write(BOOK, (writer) => writer.undo(live.splice(which % (live.length + 1), 1)))
  if (act === 'hand')
    await storage.write(BOOK, async (writer) => {
      const { key: _, ...typed } = payment('')
      await writer.addByHand(await streamOf(writer), typed)
    })
  const [line] = (await ledger(storage)).filter(({ estimate }) => !estimate)
  if (act === 'delete' && line) await storage.write(BOOK, (writer) => writer.edit(line.stream, line.key, { deleted: true }))
}

test('the order in which lists and money are imported does not matter', async () => {
  const [[, open] = []] = drivers
  if (!open) throw new Error('There is no storage to test.')
  const acts = lists.map(
    ([day, sights]) =>
      (storage: Storage) =>
        importList(storage, day, sights),
  )
  for (const money of [[], [payment('m')]]) {
    const all = [...acts, ...money.map((line) => async (storage: Storage) => (await importLines(storage, [line])).id)]
    const expected = await comeTo(open, all)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), fc.boolean(), async (order, isFirst) => {
        expect(await comeTo(open, order, isFirst)).toEqual(expected)
      }),
      { numRuns: 10 },
    )
  }
})

async function comeTo(open: () => Promise<Storage>, acts: readonly ((storage: Storage) => Promise<number>)[], isFirst = false) {
  const storage = await opened(open)
  if (isFirst) await countLists(storage, true)
  for (const act of acts) await act(storage)
  await countLists(storage, true)
  return { lines: await lines(storage), months: await storage.months(BOOK, 'smoothed') }
}

test.each([
  { title: 'of a stream that is not there', from: '{"fromLists":{"stream":2}}', to: '{"fromLists":{"stream":99}}', says: 'stream 99' },
  { title: 'said twice', from: '{"fromLists":{"stream":2}}', to: '{"fromLists":{"stream":2}}\n{"fromLists":{"stream":2}}', says: 'cannot' },
])('a book file with lists that count, $title, is refused', async ({ from, to, says }) => {
  const [[, open] = []] = drivers
  if (!open) throw new Error('There is no storage to test.')
  const storage = await withLists(open)
  await countLists(storage, true)
  const changed = (await bookFile(storage)).replace(from, to)
  await expect(storage.restore('copy', linesOf(changed))).rejects.toThrow(says)
})
