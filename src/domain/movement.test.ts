import fc from 'fast-check'
import { expect, test } from 'vitest'
import { churnRates, cohortsOf, losses, MOVES, movementAt, quickRatio, staysOf, type Movement } from './movement.ts'
import type { MonthlyGift, Standing } from './standing-gifts.ts'

const euros = (...sums: number[]): Standing[] => sums.map((home) => new Map(home === 0 ? [] : [['1 EUR', { native: home, home }]]))
const dollars = (...gifts: [native: number, home: number][]): Standing[] =>
  gifts.map(([native, home]) => new Map([['1 USD', { native, home }]]))
const moved = (sums: Partial<Record<keyof Movement, number>>): Movement => {
  const empty = Object.fromEntries(['start', ...MOVES, 'end'].map((key) => [key, { net: 0, patrons: 0 }])) as unknown as Movement
  for (const [key, net] of Object.entries(sums)) empty[key as keyof Movement] = { net, patrons: 1 }
  return empty
}

test('who came, came back, gave more, less or went is told apart', () => {
  const patrons = [euros(0, 0, 300), euros(200, 0, 200), euros(0, 100, 150), euros(0, 500, 400), euros(0, 50, 0), euros(0, 70, 70)]
  const movement = movementAt(patrons, 2)
  expect(MOVES.map((move) => [move, movement[move].net, movement[move].patrons])).toEqual([
    ['new', 300, 1],
    ['returned', 200, 1],
    ['more', 50, 1],
    ['less', -100, 1],
    ['gone', -50, 1],
    ['fx', 0, 0],
  ])
  expect([movement.start, movement.end]).toEqual([
    { net: 720, patrons: 4 },
    { net: 1_120, patrons: 5 },
  ])
})

test('the same dollars at another rate are a change of rates, more dollars are more at the new rate', () => {
  expect(movementAt([dollars([1_000, 920], [1_000, 900])], 1)).toMatchObject({ fx: { net: -20 }, more: { net: 0 }, less: { net: 0 } })
  expect(movementAt([dollars([1_000, 920], [2_000, 1_800])], 1)).toMatchObject({ fx: { net: -20 }, more: { net: 900 } })
})

test('the worked check: 15 gone and 5 less of 400, 10 more, is 5 % gross and 2.5 % net', () => {
  const rates = churnRates(moved({ start: 400, gone: -15, less: -5, more: 10, new: 40, end: 430 }))
  expect(rates?.gross).toBeCloseTo(0.05, 12)
  expect(rates?.net).toBeCloseTo(0.025, 12)
  expect(churnRates(moved({ new: 40, end: 40 }))).toBeNull()
})

test('the worked check: 50 gained and 20 lost are 2.5; without a loss there is no ratio', () => {
  expect(quickRatio([moved({ new: 40, more: 10 }), moved({ gone: -15, less: -5 })])).toEqual({ gained: 50, lost: 20, ratio: 2.5 })
  expect(quickRatio([moved({ new: 40 })]).ratio).toBeNull()
})

test('what comes back is gained, and makes good what was lost', () => {
  // METRICS 6 has new and more alone; METRICS 4 takes what came back off the loss, so it is gained here too.
  expect(quickRatio([moved({ new: 40, more: 10, returned: 6, gone: -20 })])).toEqual({ gained: 56, lost: 20, ratio: 2.8 })
  const rates = churnRates(moved({ start: 400, gone: -15, less: -5, more: 10, returned: 6, end: 396 }))
  expect(rates?.gross).toBeCloseTo(0.05, 12)
  expect(rates?.net).toBeCloseTo(0.01, 12)
})

test('a loss is counted for each month that someone was there before', () => {
  expect(losses([euros(1, 1, 0, 1), euros(0, 1, 1, 1)])).toEqual({
    gone: 1,
    patronMonths: 4,
    months: [
      { there: 1, gone: 0 },
      { there: 2, gone: 1 },
      { there: 1, gone: 0 },
    ],
  })
})

test('stays are those that began within the months; who is still there is not at an end', () => {
  expect(staysOf([euros(5, 5, 0), euros(0, 5, 5), euros(0, 5, 0), euros(0, 0, 0)])).toEqual([
    { months: 2, ended: false },
    { months: 1, ended: true },
  ])
})

test('those who began in one month are followed from it on; who came back is there again', () => {
  const rows = [euros(0, 5, 5, 0, 5), euros(0, 5, 0, 0, 0), euros(0, 0, 0, 7, 7), euros(9, 9, 0, 9, 9), euros(0, 0, 0, 0, 0)]
  expect(cohortsOf(rows)).toEqual([
    { at: 1, still: [2, 1, 0, 1] },
    { at: 3, still: [1, 1] },
  ])
})

const gift = fc.record({ native: fc.integer({ min: 0, max: 5_000 }), home: fc.integer({ min: 0, max: 5_000 }) })
const standing = fc
  .dictionary(fc.constantFrom('1 EUR', '1 USD', '2 USD'), gift)
  .map((gifts) => new Map<string, MonthlyGift>(Object.entries(gifts)))
const patrons = fc.array(fc.array(standing, { minLength: 3, maxLength: 3 }), { maxLength: 20 })

test('start and every move sum to the end, exactly, for money and for heads', () => {
  fc.assert(
    fc.property(patrons, (rows) => {
      const movement = movementAt(rows, 2)
      const sum = MOVES.reduce((all, move) => all + movement[move].net, movement.start.net)
      expect(sum).toBe(movement.end.net)
      const { start, end, new: came, returned, gone } = movement
      expect(start.patrons + came.patrons + returned.patrons - gone.patrons).toBe(end.patrons)
    }),
  )
})

test('all who began are in one cohort, everybody in its first column, and no later one has more', () => {
  fc.assert(
    fc.property(patrons, (rows) => {
      const cohorts = cohortsOf(rows)
      expect(cohorts.reduce((sum, { still }) => sum + (still[0] ?? 0), 0)).toBe(staysOf(rows).length)
      for (const { at, still } of cohorts) {
        expect(still).toHaveLength(3 - at)
        expect(Math.max(...still)).toBe(still[0])
      }
    }),
  )
})
