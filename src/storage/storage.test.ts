import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sighting } from '#domain/entry.ts'
import { net, NOTHING, plus, type Amounts } from '#domain/money.ts'
import { openMemoryStorage } from './node-sqlite.ts'
import { BOOK, bookFile, importLines, ledger, linesOf, payment, plain, rates, refund, SETTINGS } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

/** Every driver passes the same suite. */
const DRIVERS: Record<string, () => Promise<Storage>> = {
  'node:sqlite': () => openMemoryStorage(rates),
}

for (const [name, open] of Object.entries(DRIVERS)) {
  const opened = async () => {
    const storage = await open()
    await storage.createBook(BOOK, SETTINGS, false)
    return storage
  }

  describe(`${name}: any sequence of imports, edits and undos`, () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ act: fc.constant('import' as const), lines: fc.uniqueArray(anyLine(), { selector: (l) => l.key, maxLength: 6 }), asOf: anyAsOf() }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('undo' as const), nth: fc.nat(5) }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('edit' as const), key: anyKey(), edit: anyEdit() }) },
    )

    test('the roll-ups are the sums of their entries', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const storage = await opened()
          await play(storage, steps)
          await expectSums(storage)
          await storage.close()
        }),
        { numRuns: 60 },
      )
    })

    test('a book file restored gives the same bytes and the same ledger', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const storage = await opened()
          await play(storage, steps)
          const file = await bookFile(storage)
          await storage.restore('copy', linesOf(file))
          expect(await bookFile(storage, 'copy')).toBe(file)
          expect(await ledger(storage, 'copy')).toEqual(await ledger(storage))
          expect(await storage.months('copy', 'smoothed')).toEqual(await storage.months(BOOK, 'smoothed'))
          await storage.close()
        }),
        { numRuns: 40 },
      )
    })

    test('a preview leaves no trace', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.array(anyLine(), { maxLength: 5 }), async (steps, lines) => {
          const storage = await opened()
          await play(storage, steps)
          const before = [await bookFile(storage), await ledger(storage), await storage.book(BOOK)]
          await importLines(storage, lines, { asOf: '2024-09-09' }, true)
          expect([await bookFile(storage), await ledger(storage), await storage.book(BOOK)]).toEqual(before)
          await storage.close()
        }),
        { numRuns: 30 },
      )
    })

    test('undo without later edits gives the book file of before', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.array(anyLine(), { maxLength: 6 }), anyAsOf(), async (steps, lines, asOf) => {
          const storage = await opened()
          await play(storage, steps)
          const before = [await bookFile(storage), await ledger(storage)]
          const { id } = await importLines(storage, lines, { asOf })
          await storage.write(BOOK, (writer) => writer.undo([id]))
          expect([await bookFile(storage), await ledger(storage)]).toEqual(before)
          await expectSums(storage)
          await storage.close()
        }),
        { numRuns: 60 },
      )
    })

    test('undo of A after B leaves B alone', async () => {
      const lines = fc.uniqueArray(anyLine(), { selector: (line) => line.key, maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(lines, lines, anyAsOf(), anyAsOf(), async (a, b, asOfA, asOfB) => {
          const both = await opened()
          const first = await importLines(both, a, { asOf: asOfA })
          await importLines(both, b, { asOf: asOfB })
          await both.write(BOOK, (writer) => writer.undo([first.id]))
          const alone = await opened()
          await importLines(alone, b, { asOf: asOfB })
          expect((await ledger(both)).map(plain)).toEqual((await ledger(alone)).map(plain))
          await both.close()
          await alone.close()
        }),
        { numRuns: 60 },
      )
    })
  })

  describe(`${name}: imports`, () => {
    test('the newest file tells a line, whatever the order of import', async () => {
      for (const order of [
        ['2024-06-01', '2024-07-01'],
        ['2024-07-01', '2024-06-01'],
      ]) {
        const storage = await opened()
        for (const asOf of order) await importLines(storage, [payment('a', { gross: asOf === '2024-07-01' ? 700 : 600 })], { asOf })
        expect((await ledger(storage)).map((entry) => entry.gross)).toEqual([700])
      }
    })

    test('a line again is unchanged, a changed one updated, an older telling changes nothing', async () => {
      const storage = await opened()
      expect((await importLines(storage, [payment('a'), payment('b')], { asOf: '2024-06-01' })).claimed).toEqual(['added', 'added'])
      const next = await importLines(storage, [payment('a'), payment('b', { gross: 1 }), payment('c')], { asOf: '2024-07-01' })
      expect(next.claimed).toEqual(['unchanged', 'updated', 'added'])
      expect((await importLines(storage, [payment('b', { gross: 2 })], { asOf: '2024-01-01' })).claimed).toEqual(['unchanged'])
    })

    test('a key that comes twice in one file stands once, as its last row tells it', async () => {
      const storage = await opened()
      await importLines(storage, [payment('a', { gross: 1 }), payment('b'), payment('a', { gross: 3 })])
      expect((await ledger(storage)).map((entry) => [entry.key, entry.gross])).toEqual([
        ['a', 3],
        ['b', 1000],
      ])
      await expectSums(storage)
    })

    test('an edit outlives re-imports, sleeps while no version survives, and wakes with the next', async () => {
      const storage = await opened()
      const first = await importLines(storage, [payment('a')])
      await storage.write(BOOK, (writer) => writer.edit(first.stream, 'a', { gross: 5, note: 'mine' }))
      await importLines(storage, [payment('a', { gross: 2000 })], { asOf: '2025-01-01' })
      expect((await ledger(storage))[0]).toMatchObject({ gross: 5, note: 'mine', edited: true })
      for (const { id } of await storage.imports(BOOK)) await storage.write(BOOK, (writer) => writer.undo([id]))
      expect(await ledger(storage)).toEqual([])
      await importLines(storage, [payment('a', { gross: 3000 })])
      expect((await ledger(storage))[0]).toMatchObject({ gross: 5, edited: true })
    })

    test('the months that change are told with what they were and what they become', async () => {
      const storage = await opened()
      await importLines(storage, [payment('a', { currency: 'EUR' })])
      const { months } = await importLines(storage, [payment('a', { currency: 'EUR' }), payment('b', { currency: 'EUR', fees: 0 })], { asOf: '2025' })
      expect(months).toEqual([{ month: '2024-05', before: 941, after: 1941 }])
    })
  })

  describe(`${name}: a report that yields`, () => {
    const yielding = [payment('ch1', { ref: 'ch_1', yields: true }), payment('ch2', { ref: 'ch_2', yields: true, at: '2024-06-20' })]
    const counted = async (storage: Storage) => (await ledger(storage)).filter((entry) => !entry.uncounted).map((entry) => entry.key)

    test('is covered by payment reference, and counts again when the fuller report is undone', async () => {
      const storage = await opened()
      await importLines(storage, yielding)
      const fuller = { span: { from: '2024-05-01', to: '2024-06-30' }, covers: ['ch_'] }
      const { id } = await importLines(storage, [payment('txn1', { ref: 'ch_1' })], fuller)
      expect(await counted(storage)).toEqual(['txn1', 'ch2'])
      await expectSums(storage)
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect(await counted(storage)).toEqual(['ch1', 'ch2'])
      await expectSums(storage)
    })

    test('is covered by day where the fuller report carries no reference, in either order of import', async () => {
      const fuller = { span: { from: '2024-05-01', to: '2024-05-31' }, covers: [] }
      for (const fullerFirst of [true, false]) {
        const storage = await opened()
        const bring = [() => importLines(storage, [payment('txn1')], fuller), () => importLines(storage, yielding)]
        for (const act of fullerFirst ? bring : bring.toReversed()) await act()
        expect(await counted(storage)).toEqual(['txn1', 'ch2'])
        await expectSums(storage)
      }
    })
  })

  describe(`${name}: money in time`, () => {
    test('a tied refund takes back the latest covered months first, also when it comes in another import', async () => {
      const storage = await opened()
      await importLines(storage, [refund('r', 'year', { refunds: 400, currency: 'EUR' })])
      await importLines(storage, [payment('year', { gross: 1200, fees: 0, months: 12, currency: 'EUR' })])
      const months = (await storage.months(BOOK, 'smoothed')).map((cell) => [cell.month, cell.home ? net({ ...cell.home }) : null])
      expect(months).toEqual([
        ...['05', '06', '07', '08', '09', '10', '11', '12'].map((month) => [`2024-${month}`, 100]),
        ...['01', '02', '03', '04'].map((month) => [`2025-${month}`, 0]),
      ])
      await expectSums(storage)
    })

    test('a change of zone, of the home currency or of an own rate places and converts every line anew', async () => {
      const storage = await opened()
      await importLines(storage, [payment('late', { at: '2024-05-31T23:30:00Z' }), payment('old', { currency: 'RUB', at: '2024-05-31' })])
      expect((await ledger(storage)).map(({ key, month, rate }) => [key, month, rate])).toEqual([
        ['old', '2024-05', 'none'],
        ['late', '2024-06', 'ecb'],
      ])
      await storage.write(BOOK, (writer) => writer.changeBook({ zone: 'America/New_York', homeCurrency: 'USD' }))
      await storage.write(BOOK, (writer) => writer.setOwnRate({ currency: 'RUB', against: 'USD', from: '2024-01-01', rate: '0.011' }))
      expect((await ledger(storage)).map(({ key, month, rate, home }) => [key, month, rate, home?.gross])).toEqual([
        ['late', '2024-05', 'home', 1000],
        ['old', '2024-05', 'own', 11],
      ])
      await expectSums(storage)
    })

    test('money without a rate is kept in its own currency and in no home total', async () => {
      const storage = await opened()
      await importLines(storage, [payment('a', { currency: 'RUB', at: '2024-05-31' })])
      expect(await storage.months(BOOK, 'cash')).toMatchObject([{ currency: 'RUB', home: null, native: { gross: 1000, entries: 1 } }])
      expect(await storage.days(BOOK, '2024-05-01', '2024-05-31')).toEqual([{ day: '2024-05-31', net: 0 }])
    })
  })

  describe(`${name}: a book file`, () => {
    test('that is cut, changed or of another kind is refused and leaves no book', async () => {
      const storage = await opened()
      await importLines(storage, [payment('a'), payment('b')])
      const lines = (await bookFile(storage)).trimEnd().split('\n')
      const wrong = [lines.slice(0, -1), lines.toSpliced(4, 1), ['{"a":1}'], ['no json'], [], lines.with(3, '{"cut')]
      for (const text of wrong) {
        await expect(storage.restore('copy', linesOf(text.join('\n')))).rejects.toThrow(/^Failed to restore: .+\. .+\.$/)
        expect(await storage.book('copy')).toBeUndefined()
      }
    })
  })
}

function anyKey() {
  return fc.constantFrom('a', 'b', 'c', 'd', 'e')
}

function anyAsOf() {
  return fc.constantFrom('', '2024-01-01T00:00:00Z', '2024-06-01T00:00:00Z', '2025-01-01T00:00:00Z')
}

function anyLine(): fc.Arbitrary<Sighting> {
  return fc
    .record({
      key: anyKey(),
      at: fc.constantFrom('2024-01-31T23:30:00Z', '2024-02-29', '2024-02', '2024-03-10T08:00:00', '2024-05-01'),
      kind: fc.constantFrom('payment', 'payment', 'refund', 'fee', 'transfer', 'adjustment'),
      currency: fc.constantFrom('EUR', 'USD', 'RUB', 'JPY'),
      amount: fc.integer({ min: -3000, max: 3000 }),
      fees: fc.integer({ min: -20, max: 90 }),
      months: fc.constantFrom(1, 1, 3, 12),
      tie: fc.option(anyKey(), { nil: undefined }),
      ref: fc.option(fc.constantFrom('ch_1', 'ch_2'), { nil: undefined }),
      yields: fc.boolean(),
    })
    .map(({ amount, tie, ref, yields, kind, ...line }): Sighting => {
      const gives = kind === 'refund'
      const sighting: Sighting = { ...line, kind: kind as Sighting['kind'], gross: gives ? 0 : amount, refunds: gives ? amount : 0, tax: 0 }
      if (tie !== undefined && tie !== line.key) sighting.tie = tie
      if (ref !== undefined) sighting.ref = ref
      if (yields) sighting.yields = true
      return sighting
    })
}

function anyEdit() {
  return fc.constantFrom(null, { deleted: true }, { gross: 77 }, { months: 12 }, { at: '2024-04-04' }, { kind: 'transfer' as const }, { currency: 'JPY' })
}

type Step =
  | { act: 'import'; lines: Sighting[]; asOf: string }
  | { act: 'undo'; nth: number }
  | { act: 'edit'; key: string; edit: ReturnType<typeof anyEdit> extends fc.Arbitrary<infer E> ? E : never }

async function play(storage: Storage, steps: readonly Step[]): Promise<void> {
  for (const [i, step] of steps.entries()) {
    if (step.act === 'import') {
      const covers = i % 3 === 0 ? { covers: i % 2 === 0 ? [] : ['ch_'], span: { from: '2024-02-01', to: '2024-03-31' } } : {}
      await importLines(storage, step.lines, { asOf: step.asOf, ...covers })
    } else if (step.act === 'undo') {
      const imports = await storage.imports(BOOK)
      const chosen = imports[step.nth % Math.max(1, imports.length)]
      if (chosen) await storage.write(BOOK, (writer) => writer.undo([chosen.id]))
    } else {
      const line = (await ledger(storage)).find((entry) => entry.key === step.key)
      if (line) await storage.write(BOOK, (writer) => writer.edit(line.stream, line.key, step.edit))
    }
  }
}

/** Cash, smoothed and daily roll-ups agree with the ledger's lines, in the home currency and in each original one. */
async function expectSums(storage: Storage): Promise<void> {
  const lines = (await ledger(storage)).filter((entry) => entry.uncounted === undefined)
  const home = lines.reduce((sum, entry) => plus(sum, entry.home ?? NOTHING), NOTHING)
  for (const lens of ['cash', 'smoothed'] as const) {
    const cells = await storage.months(BOOK, lens)
    expect(cells.reduce((sum, cell) => plus(sum, cell.home ?? NOTHING), NOTHING)).toEqual(home)
    expect(byCurrency(cells.map((cell) => ({ currency: cell.currency, ...cell.native })))).toEqual(byCurrency(lines))
    expect(cells.reduce((sum, cell) => sum + cell.native.entries, 0)).toBe(lines.length)
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
}

function byCurrency(lines: readonly (Amounts & { currency: string })[]): Record<string, Amounts> {
  const sums: Record<string, Amounts> = {}
  for (const { currency, gross, fees, refunds, tax } of lines) {
    sums[currency] = plus(sums[currency] ?? NOTHING, { gross, fees, refunds, tax })
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => Object.values(sum).some((value) => value !== 0)))
}
