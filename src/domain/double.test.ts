import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from './dice.ts'
import { mayLand, mayPair, paymentIdIn, sightName, type DoubleLine } from './double.ts'
import { doubledBook, measured, ofKind } from './double-fixture.ts'
import { findDoubles } from './double-match.ts'

function line(stream: number, key: string, more: Partial<DoubleLine> = {}): DoubleLine {
  const platform = ['', 'ko-fi', 'paypal', 'github-sponsors', 'bank', 'stripe'][stream] ?? ''
  const gross = more.gross ?? 500
  return {
    stream,
    key,
    platform,
    day: '2024-05-03',
    at: '2024-05-03',
    kind: 'payment',
    currency: 'EUR',
    gross,
    net: gross,
    home: more.net ?? gross,
    ...more,
  }
}
const [KO_FI, PAYPAL, GITHUB, BANK, STRIPE] = [1, 2, 3, 4, 5]
const names = (found: ReturnType<typeof findDoubles>) =>
  found.map(({ counts, covered }) => [...counts.map(({ key }) => key), covered.key].join(' '))

describe('two sights of one payment', () => {
  test('and payouts that land elsewhere are found in made-up books with few wrong and few missed', () => {
    for (const seed of [7, 77, 777]) {
      const book = doubledBook(dice(seed))
      const found = findDoubles(book.lines)
      for (const kind of ['pair', 'landing'] as const) {
        const { precision, recall } = measured(
          ofKind(book, kind),
          found.filter((one) => one.kind === kind),
        )
        expect(precision).toBeGreaterThan(0.99)
        expect(recall).toBeGreaterThan(0.95)
      }
    }
  })

  test('are found by amount, day and name, and say so', () => {
    const found = findDoubles([
      line(KO_FI, 'k', { name: 'Ada Lovelace', gross: 1234 }),
      line(PAYPAL, 'p', { name: 'LOVELACE, Ada', gross: 1234, net: 1180, day: '2024-05-05' }),
    ])
    expect(names(found)).toEqual(['k p'])
    expect(found[0]?.reasons).toEqual(['The amount is the same.', 'It is 2 days later.', 'The same payer: Ada Lovelace.'])
  })

  test('are found where the platform tells what is left after the fee', () => {
    const found = findDoubles([line(KO_FI, 'k', { name: 'Ada', gross: 1180 }), line(PAYPAL, 'p', { name: 'Ada', gross: 1234, net: 1180 })])
    expect(found[0]?.reasons[0]).toBe('The amount is what is left after the fee.')
  })

  test('of which each could as well be the other are left out', () => {
    const lines = [line(KO_FI, 'k'), line(PAYPAL, 'p1', { day: '2024-05-03' }), line(PAYPAL, 'p2', { day: '2024-05-05' })]
    expect(findDoubles(lines)).toEqual([])
    // Said to be all one, the nearer is taken.
    expect(names(findDoubles(lines, { all: new Set([`${KO_FI}|${PAYPAL}`]) }))).toEqual(['k p1'])
  })

  test('are never of the wrong sign, the wrong side, or more than three days apart', () => {
    const named = { name: 'Ada', gross: 1234 }
    expect(findDoubles([line(KO_FI, 'k', named), line(PAYPAL, 'p', { ...named, day: '2024-05-07' })])).toEqual([])
    expect(findDoubles([line(KO_FI, 'k', named), line(PAYPAL, 'p', { ...named, kind: 'refund', gross: -1234, net: -1234 })])).toEqual([])
    expect(findDoubles([line(STRIPE, 's', named), line(PAYPAL, 'p', named)])).toEqual([])
    expect(mayPair('paypal', 'ko-fi')).toBe(false)
  })
})

describe('what is found', () => {
  const some = fc.record({
    stream: fc.constantFrom(KO_FI, PAYPAL, GITHUB, BANK, STRIPE, 9),
    gross: fc.constantFrom(300, 500, 800, 1_234),
    day: fc.constantFrom('2024-05-01', '2024-05-02', '2024-05-31'),
    kind: fc.constantFrom('payment' as const, 'payment' as const, 'transfer' as const, 'refund' as const),
    name: fc.constantFrom(undefined, 'Ada', 'Bo', 'GitHub Sponsors payout'),
  })
  const book = fc.array(some, { maxLength: 25 }).map((drafts) =>
    drafts.map(({ stream, name, gross, ...more }, i) => {
      const signed = more.kind === 'payment' ? gross : -gross
      const made = line(stream === 9 ? PAYPAL : stream, `l${i}`, {
        ...more,
        gross: signed,
        net: signed,
        ...(name === undefined ? {} : { name }),
      })
      return { ...made, stream }
    }),
  )
  const shuffled = (lines: readonly DoubleLine[]) => fc.shuffledSubarray([...lines], { minLength: lines.length })

  test('is the same whatever the order of the lines', () => {
    fc.assert(
      fc.property(
        book.chain((lines) => fc.tuple(fc.constant(lines), shuffled(lines))),
        ([lines, others]) => {
          expect(findDoubles(others)).toEqual(findDoubles(lines))
        },
      ),
      { numRuns: 100 },
    )
    const { lines } = doubledBook(dice(5), { streams: 12, entries: 2_000, doubled: 15, days: 300 })
    const found = findDoubles(lines)
    expect(new Set(found.map(({ kind }) => kind)).size).toBe(2)
    fc.assert(
      fc.property(shuffled(lines), (others) => {
        expect(findDoubles(others)).toEqual(found)
      }),
      { numRuns: 5 },
    )
  })

  test('has no line in two doubles, of all that are proposed and of all that are taken', () => {
    fc.assert(
      fc.property(book, fc.nat(), (lines, seed) => {
        const first = findDoubles(lines)
        // Some are taken, and the search goes on without them.
        const held = first.filter((_, i) => (seed >> (i % 30)) & 1)
        const taken = new Set(held.flatMap(({ counts, covered }) => [...counts, covered].map(sightName)))
        for (const found of [first, [...held, ...findDoubles(lines, { taken })]]) {
          const sights = found.flatMap(({ counts, covered }) => [...counts, covered].map(sightName))
          expect(new Set(sights).size).toBe(sights.length)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('keeps sums: a pair is of one sign and about one amount, a payout is what arrived but for what is told', () => {
    fc.assert(
      fc.property(book, (lines) => {
        const byName = new Map(lines.map((one) => [sightName(one), one]))
        for (const { kind, counts, covered } of findDoubles(lines)) {
          const sum = counts.reduce((total, sight) => total + (byName.get(sightName(sight))?.net ?? 0), 0)
          const arrived = byName.get(sightName(covered))?.net ?? 0
          const off = Math.abs(Math.abs(sum) - Math.abs(arrived)) / Math.abs(arrived)
          expect(off).toBeLessThanOrEqual(kind === 'pair' ? 0 : 0.031)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('is never what was refused', () => {
    fc.assert(
      fc.property(book, (lines) => {
        const pairs = findDoubles(lines).filter(({ kind }) => kind === 'pair')
        const name = ({ counts, covered }: (typeof pairs)[number]) => `${counts.map(sightName).join()}|${sightName(covered)}`
        const refused = new Set(pairs.map(name))
        expect(findDoubles(lines, { refused }).filter((one) => one.kind === 'pair' && refused.has(name(one)))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('two streams of one platform', () => {
  const days = Array.from({ length: 10 }, (_, i) => `2024-05-${10 + i}`)
  const other = (key: string, more: Partial<DoubleLine> = {}) => ({ ...line(PAYPAL, key, more), stream: 9 })

  test('of which the one is a copy of the other are told by their ids, or by days and amounts that all agree', () => {
    const ids = [line(PAYPAL, 'paypal:1'), other('paypal:1'), line(PAYPAL, 'paypal:2'), other('paypal:3')]
    expect(findDoubles(ids)).toMatchObject([
      { counts: [{ stream: PAYPAL, key: 'paypal:1' }], covered: { stream: 9, key: 'paypal:1' }, score: 99 },
    ])
    const copies = days.flatMap((day, i) => [
      line(BANK, `ofx:${i}`, { day, gross: 700 + i }),
      { ...line(BANK, `qif:${i}`, { day, gross: 700 + i }), stream: 9 },
    ])
    const found = findDoubles(copies)
    expect(names(found).sort()).toEqual(days.map((_, i) => `ofx:${i} qif:${i}`))
    expect(found[0]?.reasons).toEqual(['Both tell the same day and amount.', '10 of 10 lines of these days are in both.'])
  })

  test('that have only some lines alike are two accounts', () => {
    const one = days.map((day, i) => line(BANK, `a${i}`, { day, gross: 700 + i }))
    const two = days.map((day, i) => ({ ...line(BANK, `b${i}`, { day, gross: i < 6 ? 700 + i : 900 + i }), stream: 9 }))
    expect(findDoubles([...one, ...two])).toEqual([])
  })

  test('of which the user says that all of the one is in the other agree where they can, and in that direction', () => {
    const found = findDoubles([line(PAYPAL, 'p'), other('q')], { all: new Set([`9|${PAYPAL}`]) })
    expect(found).toMatchObject([{ counts: [{ stream: 9 }], covered: { stream: PAYPAL } }])
    expect(findDoubles([line(PAYPAL, 'p'), other('q')])).toEqual([])
  })
})

describe('a payout that lands elsewhere', () => {
  test("is found by the payout's own line and the platform's name", () => {
    const payout = line(STRIPE, 'po', { kind: 'transfer', gross: -9_700, net: -9_700 })
    const found = findDoubles([
      payout,
      line(BANK, 'b', { gross: 9_700, name: 'STRIPE PAYMENTS EUROPE', day: '2024-05-07' }),
      line(BANK, 'c', { gross: 9_700, day: '2024-06-07' }),
    ])
    expect(found).toMatchObject([{ kind: 'landing', counts: [{ key: 'po' }], covered: { key: 'b' } }])
    expect(found[0]?.reasons).toEqual(['The amount is the same.', 'It arrived 4 days after.', 'The arrival\'s text says "stripe".'])
  })

  test('is found as a group by what the payments of some days, or of a month, come to', () => {
    const payments = ['01', '05', '20'].map((day, i) => line(GITHUB, `g${i}`, { day: `2024-05-${day}`, gross: 500 + i }))
    const arrival = (gross: number) => line(BANK, 'b', { gross, net: gross, home: gross, name: 'GitHub Sponsors', day: '2024-05-22' })
    expect(names(findDoubles([...payments, arrival(1_003)]))).toEqual(['g1 g2 b'])
    expect(names(findDoubles([...payments, arrival(1_480)]))).toEqual(['g0 g1 g2 b'])
    expect(findDoubles([...payments, arrival(1_300)])).toEqual([])
    expect(findDoubles([...payments, { ...arrival(1_503), name: 'Somebody' }])).toEqual([])
  })

  test('of two streams that fit alike is left to the user', () => {
    const lines = [line(GITHUB, 'g', { gross: 900 }), { ...line(GITHUB, 'h', { gross: 900 }), stream: 9 }]
    expect(findDoubles([...lines, line(BANK, 'b', { gross: 900, name: 'GitHub', day: '2024-05-05' })])).toEqual([])
  })

  test('lands in a bank, a processor or a host of others, never the other way round', () => {
    expect([mayLand('github-sponsors', 'open-collective'), mayLand('patreon', 'paypal'), mayLand('stripe', 'wise')]).toEqual([
      true,
      true,
      true,
    ])
    expect([mayLand('paypal', 'patreon'), mayLand('wise', 'stripe'), mayLand('open-collective', 'open-collective')]).toEqual([
      false,
      false,
      false,
    ])
  })
})

test('the id of a payment is read from a reference, else from a note', () => {
  expect(paymentIdIn({ ref: 'ch_3Abc' })).toBe('ch_3Abc')
  expect(paymentIdIn({ note: 'Paid as 5AB12345CD678901E, thanks' })).toBe('5AB12345CD678901E')
  expect(paymentIdIn({ note: 'INTERNATIONALISED and 12345678901234567' })).toBeUndefined()
  expect(paymentIdIn({ ref: 'order 7', note: 'for pi_3NabcDEF' })).toBe('pi_3NabcDEF')
})
