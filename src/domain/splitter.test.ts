import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_SPLIT, isWholeSplit, splitNet, sumOfShares } from './splitter.ts'

test('METRICS 12: the shares of the example make a whole, and split 1,000.00 as they say', () => {
  expect(isWholeSplit(FIRST_SPLIT)).toBe(true)
  expect(splitNet(1_000_00, FIRST_SPLIT)).toEqual([100_00, 500_00, 150_00, 250_00])
  // 0.01 is left over of 10.01 and goes to the largest remainder: half a cent of the owner's, before a quarter of the costs'.
  expect(splitNet(10_01, FIRST_SPLIT)).toEqual([1_00, 5_01, 1_50, 2_50])
})

test('of nothing, and of a month that lost, nothing is split', () => {
  expect(splitNet(0, FIRST_SPLIT)).toEqual([0, 0, 0, 0])
  expect(splitNet(-5_00, FIRST_SPLIT)).toEqual([0, 0, 0, 0])
})

test('what is no whole is no split', () => {
  expect(isWholeSplit({ parts: [] })).toBe(false)
  expect(isWholeSplit({ parts: [{ name: 'Tax', share: 9_999 }] })).toBe(false)
})

test('parts sum to the net to the cent, and none is a cent or more away from its share', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 7 }).map((some) => {
    const sum = some.reduce((all, one) => all + one, 0)
    return sum > 10_000 ? some.map((_, i) => (i === 0 ? 10_000 : 0)) : [...some, 10_000 - sum]
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000_00 }), shares, (net, some) => {
      const parts = some.map((share) => ({ name: 'x', share }))
      const split = splitNet(net, { parts })
      expect(sumOfShares(parts)).toBe(10_000)
      expect(split.reduce((sum, one) => sum + one, 0)).toBe(net)
      for (const [i, part] of split.entries()) expect(Math.abs(part - (net * (some[i] ?? 0)) / 10_000)).toBeLessThan(1)
    }),
    { numRuns: 100 },
  )
})
