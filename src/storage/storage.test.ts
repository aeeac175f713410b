import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditorReference } from '#domain/creditor-reference.ts'
import type { Sighting } from '#domain/entry.ts'
import { anySaying, idOf, say, type Saying } from './patronage-fixture.ts'
import { BOOK, bookFile, drivers, expectSums, importLines, ledger, linesOf, opened, plain } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

const REFERENCES = [1, 2].map((n) => creditorReference(idOf(n)))

for (const [name, open] of drivers) {
  describe(`${name}: any sequence of imports, edits, undos and sayings`, () => {
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          act: fc.constant('import' as const),
          lines: fc.uniqueArray(anyLine(), { selector: (l) => l.key, maxLength: 6 }),
          asOf: anyAsOf(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('undo' as const), nth: fc.nat(5) }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('edit' as const), key: anyKey(), edit: anyEdit() }) },
      { weight: 2, arbitrary: fc.record({ act: fc.constant('say' as const), saying: anySaying }) },
    )

    test('the roll-ups are the sums of their entries', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const storage = await opened(open)
          for (const one of steps) {
            await play(storage, [one])
            // What is read between the steps is kept, and must not be told after them.
            for (const lens of ['cash', 'smoothed'] as const) await storage.months(BOOK, lens)
          }
          await expectSums(storage)
          await storage.close()
        }),
        { numRuns: 60 },
      )
    })

    test('a book file restored gives the same bytes and the same ledger', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const storage = await opened(open)
          await play(storage, steps)
          const file = await bookFile(storage)
          await storage.restore('copy', linesOf(file))
          expect(await bookFile(storage, 'copy')).toBe(file)
          expect(await ledger(storage, 'copy')).toEqual(await ledger(storage))
          expect(await storage.months('copy', 'smoothed')).toEqual(await storage.months(BOOK, 'smoothed'))
          expect(await storage.coverage('copy')).toEqual(await storage.coverage(BOOK))
          expect(await storage.linesByReference('copy', REFERENCES)).toEqual(await storage.linesByReference(BOOK, REFERENCES))
          await storage.close()
        }),
        { numRuns: 40 },
      )
    })

    test('a preview leaves no trace', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.array(anyLine(), { maxLength: 5 }), async (steps, lines) => {
          const storage = await opened(open)
          await play(storage, steps)
          const before = [await bookFile(storage), await ledger(storage), await storage.book(BOOK)]
          await importLines(storage, lines, { asOf: '2024-09-09', rollback: true })
          expect([await bookFile(storage), await ledger(storage), await storage.book(BOOK)]).toEqual(before)
          await storage.close()
        }),
        { numRuns: 30 },
      )
    })

    test('undo without later edits gives the book file of before', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.array(anyLine(), { maxLength: 6 }), anyAsOf(), async (steps, lines, asOf) => {
          const storage = await opened(open)
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
          const both = await opened(open)
          const first = await importLines(both, a, { asOf: asOfA })
          await importLines(both, b, { asOf: asOfB })
          await both.write(BOOK, (writer) => writer.undo([first.id]))
          const alone = await opened(open)
          await importLines(alone, b, { asOf: asOfB })
          expect((await ledger(both)).map(plain)).toEqual((await ledger(alone)).map(plain))
          await both.close()
          await alone.close()
        }),
        { numRuns: 60 },
      )
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
      note: fc.constantFrom(undefined, undefined, ...REFERENCES, REFERENCES.join(' ')),
      yields: fc.constantFrom(false, true, 2 as const),
    })
    .map(({ amount, tie, ref, note, yields, kind, ...line }): Sighting => {
      const gives = kind === 'refund'
      const sighting: Sighting = { ...line, kind: kind as Sighting['kind'], gross: gives ? 0 : amount, refunds: gives ? amount : 0, tax: 0 }
      if (tie !== undefined && tie !== line.key) sighting.tie = tie
      if (ref !== undefined) sighting.ref = ref
      if (note !== undefined) sighting.note = note
      if (yields) sighting.yields = yields
      return sighting
    })
}

function anyEdit() {
  return fc.constantFrom(
    null,
    { deleted: true },
    { gross: 77 },
    { note: 'tidied' },
    { months: 12 },
    { at: '2024-04-04' },
    { kind: 'transfer' as const },
    { currency: 'JPY' },
  )
}

type Step =
  | { act: 'import'; lines: Sighting[]; asOf: string }
  | { act: 'undo'; nth: number }
  | { act: 'say'; saying: Saying }
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
    } else if (step.act === 'say') await say(storage, step.saying)
    else {
      const line = (await ledger(storage)).find((entry) => entry.key === step.key)
      if (line) await storage.write(BOOK, (writer) => writer.edit(line.stream, line.key, step.edit))
    }
  }
}
