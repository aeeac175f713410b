import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubleId, type DoubleDecision } from '#domain/double.ts'
import type { Sighting } from '#domain/entry.ts'
import { net } from '#domain/money.ts'
import { BOOK, bookFile, drivers, expectSums, ledger, linesOf, opened, payment, plain } from './storage-fixture.ts'
import { NO_FACTS, type BookWriter, type Storage } from './storage.ts'

/** Streams of these tests by platform: 1 made with the venture, so the first stream is 2. */
const PLATFORMS = ['ko-fi', 'paypal', 'bank'] as const
const [KO_FI, PAYPAL, BANK] = [2, 3, 4]

async function streamsOf(writer: BookWriter): Promise<void> {
  if ((await writer.streams()).length > 0) return
  const venture = await writer.addVenture({ name: 'Zine', work: 'basic', automatic: false })
  for (const platform of PLATFORMS) {
    await writer.addStream({ venture: venture.id, name: platform, platform, kind: 'patronage', automatic: false })
  }
}

async function bring(storage: Storage, stream: number, lines: Sighting[]): Promise<number> {
  return storage.write(BOOK, async (writer) => {
    await streamsOf(writer)
    const writing = await writer.beginImport('')
    await writing.claim(stream, lines)
    await writing.finish({
      ...NO_FACTS,
      batch: 'b',
      file: 'f',
      name: 'n',
      layout: 'l',
      sources: [{ platform: 'p', account: '', stream }],
    })
    return writing.id
  })
}

const euro = (key: string, more: Partial<Sighting> = {}) => payment(key, { currency: 'EUR', gross: 500, fees: 0, ...more })
const pair = (counts: string, covered: string, same = true): DoubleDecision => ({
  kind: 'pair',
  counts: [{ stream: KO_FI, key: counts }],
  covered: { stream: PAYPAL, key: covered },
  same,
})
const decide = (storage: Storage, decision: DoubleDecision) => storage.write(BOOK, (writer) => writer.decideDouble(decision))
const total = async (storage: Storage) => (await storage.months(BOOK, 'cash')).reduce((sum, { home }) => sum + (home ? net(home) : 0), 0)
const brief = async (storage: Storage) =>
  (await ledger(storage)).map(({ stream, key, gross, fees, uncounted }) => [stream, key, gross, fees, uncounted ?? 'counts']).sort()

for (const [name, open] of drivers) {
  describe(`${name}: the same money twice`, () => {
    test("of an accepted pair the processor's amounts count, in the platform's stream with its patron and months", async () => {
      const storage = await opened(open)
      await bring(storage, KO_FI, [euro('k', { months: 12, patron: 'ada', gross: 6000 })])
      await bring(storage, PAYPAL, [euro('p', { gross: 6000, fees: 200, patron: 'a@example.org' })])
      const before = await bookFile(storage)
      await decide(storage, pair('k', 'p'))
      expect(await brief(storage)).toEqual([
        [KO_FI, 'k', 6000, 200, 'counts'],
        [PAYPAL, 'p', 6000, 200, 'double'],
      ])
      expect((await storage.months(BOOK, 'smoothed')).map(({ stream, home }) => [stream, home && net(home)])[0]).toEqual([KO_FI, 483])
      await expectSums(storage)
      await storage.write(BOOK, (writer) => writer.undecideDouble(doubleId(pair('k', 'p'))))
      expect(await bookFile(storage)).toBe(before)
      expect(await total(storage)).toBe(6000 + 5800)
    })

    test('undoing the counted half restores the other at once, and the decision sleeps until it is back', async () => {
      const storage = await opened(open)
      await bring(storage, PAYPAL, [euro('p', { fees: 47 })])
      const id = await bring(storage, KO_FI, [euro('k')])
      await decide(storage, pair('k', 'p'))
      expect(await total(storage)).toBe(453)
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect(await brief(storage)).toEqual([[PAYPAL, 'p', 500, 47, 'counts']])
      await bring(storage, KO_FI, [euro('k')])
      expect(await total(storage)).toBe(453)
      await expectSums(storage)
    })

    test('a reference that proves it is applied at once, in either order, and can be refused', async () => {
      for (const order of [true, false]) {
        const storage = await opened(open)
        const acts = [
          () => bring(storage, KO_FI, [euro('k', { ref: '5AB12345CD678901E' })]),
          () => bring(storage, PAYPAL, [euro('paypal:5AB12345CD678901E', { fees: 47, ref: '5AB12345CD678901E' })]),
        ]
        for (const act of order ? acts : acts.toReversed()) await act()
        expect(await total(storage)).toBe(453)
        expect((await storage.doubleBook(BOOK)).held).toMatchObject([{ by: 'proven', kind: 'pair' }])
        await decide(storage, pair('k', 'paypal:5AB12345CD678901E', false))
        expect(await total(storage)).toBe(953)
        await expectSums(storage)
      }
    })

    test('several lines of one payment count, and what the processor took is a line of its own', async () => {
      const storage = await opened(open)
      await bring(storage, KO_FI, [euro('k1', { ref: 'ch_1' }), euro('k2', { ref: 'ch_1', gross: 300 })])
      await bring(storage, PAYPAL, [euro('p', { gross: 800, fees: 47, ref: 'ch_1' })])
      expect((await ledger(storage)).map(({ kind, gross, fees, uncounted }) => [kind, gross, fees, uncounted])).toEqual(
        expect.arrayContaining([
          ['payment', 800, 47, 'double'],
          ['fee', 0, 47, undefined],
        ]),
      )
      expect(await total(storage)).toBe(753)
      await expectSums(storage)
    })

    test("where a payout lands is no income, and what was lost on the way is a fee of the platform's stream", async () => {
      const storage = await opened(open)
      await bring(storage, PAYPAL, [
        euro('p', { gross: 9000, fees: 300 }),
        euro('out', { kind: 'transfer', gross: -8700, at: '2024-05-10' }),
      ])
      await bring(storage, BANK, [euro('b', { gross: 8650, at: '2024-05-13' })])
      const landing: DoubleDecision = {
        kind: 'landing',
        counts: [{ stream: PAYPAL, key: 'out' }],
        covered: { stream: BANK, key: 'b' },
        same: true,
      }
      await decide(storage, landing)
      expect(await total(storage)).toBe(8650)
      const lines = await ledger(storage)
      expect(lines.find(({ double }) => double?.role === 'remainder')).toMatchObject({
        stream: PAYPAL,
        kind: 'fee',
        fees: 50,
        day: '2024-05-13',
      })
      expect(lines.find(({ key }) => key === 'b')).toMatchObject({ uncounted: 'double', gross: 8650 })
      await expectSums(storage)
      // In another home currency the remainder is converted like any other line.
      await storage.write(BOOK, (writer) => writer.changeBook({ homeCurrency: 'USD' }))
      await expectSums(storage)
      await storage.write(BOOK, (writer) => writer.changeBook({ homeCurrency: 'EUR' }))
      await storage.write(BOOK, (writer) => writer.undecideDouble(doubleId(landing)))
      expect(await ledger(storage)).toHaveLength(3)
      expect(await total(storage)).toBe(8700 + 8650)
    })

    test('amounts that the user said stand, whatever the processor tells', async () => {
      const storage = await opened(open)
      await bring(storage, KO_FI, [euro('k')])
      await bring(storage, PAYPAL, [euro('p', { fees: 47 })])
      await decide(storage, pair('k', 'p'))
      await storage.write(BOOK, (writer) => writer.edit(KO_FI, 'k', { fees: 10 }))
      expect(await total(storage)).toBe(490)
      await storage.write(BOOK, (writer) => writer.edit(KO_FI, 'k', null))
      expect(await total(storage)).toBe(453)
    })

    test('a rule settles what fits between two streams, now and later, and taken back leaves no trace', async () => {
      const storage = await opened(open)
      await bring(storage, KO_FI, [euro('k1'), euro('k2', { at: '2024-06-03' })])
      await bring(storage, PAYPAL, [euro('p1', { fees: 47 })])
      const before = await bookFile(storage)
      await storage.write(BOOK, (writer) => writer.setDoubleRule({ counts: KO_FI, covered: PAYPAL }))
      expect(await total(storage)).toBe(453 + 500)
      const file = await bookFile(storage)
      const id = await bring(storage, PAYPAL, [euro('p2', { fees: 47, at: '2024-06-04' })])
      expect(await total(storage)).toBe(453 + 453)
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect(await bookFile(storage)).toBe(file)
      await storage.write(BOOK, (writer) => writer.removeDoubleRule({ counts: KO_FI, covered: PAYPAL }))
      expect(await bookFile(storage)).toBe(before)
    })

    test('what is decided of the same lines again, in whatever order they are named, stands in the place of what was said before', async () => {
      const storage = await opened(open)
      await bring(storage, KO_FI, [euro('1'), euro('2', { gross: 300 })])
      await bring(storage, BANK, [euro('b', { gross: 800 })])
      const sights = ['2', '1'].map((key) => ({ stream: KO_FI, key }))
      const landing = { kind: 'landing', counts: sights, covered: { stream: BANK, key: 'b' }, same: true } as const
      await decide(storage, landing)
      const said = await bookFile(storage)
      await decide(storage, { ...landing, counts: sights.toReversed() })
      expect(await bookFile(storage)).toBe(said)
      expect(await total(storage)).toBe(800)
      await decide(storage, { ...landing, counts: [...sights, ...sights], same: false })
      expect((await storage.doubleBook(BOOK)).decisions).toMatchObject([{ same: false, counts: sights.toReversed() }])
      expect(await total(storage)).toBe(1600)
      await expectSums(storage)
    })

    const key = fc.constantFrom('1', '2', '3')
    const decision = fc.record({
      a: key,
      b: key,
      to: fc.constantFrom(PAYPAL, BANK),
      kind: fc.constantFrom('pair', 'landing'),
      same: fc.boolean(),
    })
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ act: fc.constant('bring' as const), stream: fc.constantFrom(KO_FI, PAYPAL, BANK), lines: someLines() }),
      },
      { weight: 2, arbitrary: fc.record({ act: fc.constant('decide' as const), decision }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('take back' as const), nth: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('rule' as const), on: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('undo' as const), nth: fc.nat(4) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          act: fc.constant('edit' as const),
          key,
          edit: fc.constantFrom({ gross: 77 }, { deleted: true }, null, { months: 3 }),
        }),
      },
    )
    type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

    const take = async (storage: Storage, one: Step): Promise<void> => {
      if (one.act === 'bring') await bring(storage, one.stream, one.lines)
      else if (one.act === 'rule') {
        const rule = { counts: KO_FI, covered: PAYPAL }
        await storage.write(BOOK, (writer) => (one.on ? writer.setDoubleRule(rule) : writer.removeDoubleRule(rule)))
      } else if (one.act === 'decide') {
        const { a, b, to, kind, same } = one.decision
        const counts = kind === 'pair' ? [{ stream: KO_FI, key: a }] : [...new Set([a, '1'])].map((each) => ({ stream: KO_FI, key: each }))
        await decide(storage, { kind: kind as DoubleDecision['kind'], counts, covered: { stream: to, key: b }, same })
      } else if (one.act === 'take back') {
        const { decisions } = await storage.doubleBook(BOOK)
        const chosen = decisions[one.nth % Math.max(1, decisions.length)]
        if (chosen) await storage.write(BOOK, (writer) => writer.undecideDouble(doubleId(chosen)))
      } else if (one.act === 'undo') {
        const imports = await storage.imports(BOOK)
        const chosen = imports[one.nth % Math.max(1, imports.length)]
        if (chosen) await storage.write(BOOK, (writer) => writer.undo([chosen.id]))
      } else if (await storage.entry(BOOK, KO_FI, one.key)) await storage.write(BOOK, (writer) => writer.edit(KO_FI, one.key, one.edit))
    }

    const begun = async (): Promise<Storage> => {
      const storage = await opened(open)
      await storage.write(BOOK, streamsOf)
      return storage
    }

    test('any steps give the ledger that the surviving facts alone give, with the sums of its lines', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
          const storage = await begun()
          for (const one of steps) await take(storage, one)
          await expectSums(storage)
          const file = await bookFile(storage)
          await storage.restore('copy', linesOf(file))
          expect(await bookFile(storage, 'copy')).toBe(file)
          expect((await ledger(storage, 'copy')).map(plain)).toEqual((await ledger(storage)).map(plain))
          await storage.close()
        }),
        { numRuns: 60 },
      )
    })

    test('no total counts a double twice and none loses a line', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
          const storage = await begun()
          for (const one of steps) await take(storage, one)
          const lines = await ledger(storage)
          const { held } = await storage.doubleBook(BOOK)
          const of = (sight: { stream: number; key: string }) =>
            lines.find((line) => line.stream === sight.stream && line.key === sight.key)
          for (const { counts, covered } of held) {
            expect(of(covered)?.uncounted).toBe('double')
            for (const one of counts) expect(of(one)?.uncounted).toBeUndefined()
          }
          const doubles = lines.filter(({ uncounted }) => uncounted === 'double')
          expect(doubles.length).toBe(held.length)
          await storage.close()
        }),
        { numRuns: 40 },
      )
    })
  })
}

function someLines(): fc.Arbitrary<Sighting[]> {
  const line = fc
    .record({
      key: fc.constantFrom('1', '2', '3'),
      gross: fc.constantFrom(500, 500, 700),
      fees: fc.constantFrom(0, 47),
      at: fc.constantFrom('2024-05-03', '2024-05-04', '2024-06-30'),
      currency: fc.constantFrom('EUR', 'EUR', 'USD'),
      months: fc.constantFrom(1, 12),
      ref: fc.option(fc.constantFrom('ch_1', 'ch_2'), { nil: undefined }),
    })
    .map(({ ref, ...facts }) => euro(facts.key, { ...facts, ...(ref === undefined ? {} : { ref }) }))
  return fc.uniqueArray(line, { selector: (one) => one.key, maxLength: 3 })
}
