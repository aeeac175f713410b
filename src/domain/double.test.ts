import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from './dice.ts'
import { doubleId, mayLand, mayPair, paymentIdIn, sightName, type DoubleLine } from './double.ts'
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

  test('are the same whatever the order of the lines, and each line is in one double at most', () => {
    const some = fc.record({
      stream: fc.constantFrom(KO_FI, PAYPAL, GITHUB, BANK, STRIPE),
      gross: fc.constantFrom(300, 500, 800, 1_234),
      day: fc.constantFrom('2024-05-01', '2024-05-02', '2024-05-31'),
      kind: fc.constantFrom('payment' as const, 'payment' as const, 'transfer' as const, 'refund' as const),
      name: fc.constantFrom(undefined, 'Ada', 'Bo', 'GitHub Sponsors payout'),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 25 }), fc.integer(), (drafts, seed) => {
        const lines = drafts.map(({ stream, name, gross, ...more }, i) => {
          const signed = more.kind === 'payment' ? gross : -gross
          return line(stream, `l${i}`, { ...more, gross: signed, net: signed, ...(name === undefined ? {} : { name }) })
        })
        const shuffled = lines.toSorted((a, b) =>
          doubleId({ kind: 'pair', counts: [a], covered: { stream: seed, key: '' } }).localeCompare(
            doubleId({ kind: 'pair', counts: [b], covered: { stream: seed, key: '' } }),
          ),
        )
        const found = findDoubles(lines)
        expect(findDoubles(shuffled).map(doubleId).sort()).toEqual(found.map(doubleId).sort())
        const sights = found.flatMap(({ counts, covered }) => [...counts, covered].map(sightName))
        expect(new Set(sights).size).toBe(sights.length)
      }),
      { numRuns: 100 },
    )
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
