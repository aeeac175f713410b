import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sighting } from '#domain/entry.ts'
import { NOTHING } from '#domain/money.ts'
import type { RowOutcome } from '../read.ts'
import { Ties } from './ties.ts'

const line = (key: string, more: Partial<Sighting>): Sighting => ({
  ...NOTHING,
  key,
  at: '2024-05-03',
  kind: 'payment',
  currency: 'EUR',
  months: 1,
  ...more,
})

/** One charge of a file and how many refunds it has; of some a copy of the description stands in another charge. */
const charges = fc.array(fc.record({ refunds: fc.integer({ min: 0, max: 3 }), names: fc.constantFrom('charge', 'intent', 'quote') }), {
  maxLength: 150,
})

test('in whatever order rows come, each is handed out once, and tied to the charge that it names or alone can quote', () => {
  const read = fc.tuple(charges, fc.infiniteStream(fc.nat()), fc.boolean(), fc.boolean())
  fc.assert(
    fc.property(read, ([all, dice, isShared, isNamed]) => {
      const said = (i: number) => (isShared ? 'Zine' : `Order ${i}`)
      const rows = all.flatMap(({ refunds, names }, i) => {
        const ids = { charge: [`ch_${i}`, `pi_${i}`], intent: [`pi_${i}`], quote: [] }[names]
        const refund = (nth: number) => (ties: Ties) =>
          ties.tie(
            { outcome: 'lines', row: 0, lines: [line(`re_${i}_${nth}`, { kind: 'refund', refunds: 5 })] },
            { ids, description: said(i) },
          )
        const charge = (ties: Ties) =>
          ties.know(line(`txn_${i}`, { gross: 20 }), { ids: [`ch_${i}`, `pi_${i}`], description: said(i), isNamed })
        return [charge, ...Array.from({ length: refunds }, (_, nth) => refund(nth))]
      })
      const shuffled = rows.map((row) => ({ row, place: dice.next().value })).toSorted((a, b) => a.place - b.place)
      const ties = new Ties()
      const told: RowOutcome[] = shuffled.flatMap(({ row }) => row(ties))
      const lines = [...told, ...ties.end()].flatMap((outcome) => ('lines' in outcome ? outcome.lines : []))
      const expected = all.flatMap(({ refunds, names }, i) => {
        // Where rows name their charge in a column of its own, nothing else ties them.
        const isTied = names === 'charge' || (!isNamed && (names === 'intent' || !isShared || all.length === 1))
        return Array.from({ length: refunds }, (_, nth) => [`re_${i}_${nth}`, isTied ? `txn_${i}` : undefined])
      })
      expect(lines.map(({ key, tie }) => [key, tie]).sort()).toEqual(expected.sort())
    }),
    { numRuns: 50 },
  )
})
