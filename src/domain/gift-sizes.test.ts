import fc from 'fast-check'
import { expect, test } from 'vitest'
import { giftSteps, kindShares, smallestGifts } from './gift-sizes.ts'

const gifts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { maxLength: 60 })

test('steps go 1, 2, 5 and on, empty ones between them too', () => {
  expect(giftSteps([100, 199, 1_000, 50], 100)).toEqual([
    { from: 0, to: 100, patrons: 1, net: 50 },
    { from: 100, to: 200, patrons: 2, net: 299 },
    { from: 200, to: 500, patrons: 0, net: 0 },
    { from: 500, to: 1_000, patrons: 0, net: 0 },
    { from: 1_000, to: 2_000, patrons: 1, net: 1_000 },
  ])
  expect(giftSteps([700], 1)).toEqual([{ from: 500, to: 1_000, patrons: 1, net: 700 }])
  expect(giftSteps([0, -5], 100)).toEqual([])
})

test('every gift is in one step, and no money is lost', () => {
  fc.assert(
    fc.property(gifts, (given) => {
      const steps = giftSteps(given, 100)
      expect(steps.reduce((sum, { patrons }) => sum + patrons, 0)).toBe(given.length)
      expect(steps.reduce((sum, { net }) => sum + net, 0)).toBe(given.reduce((sum, gift) => sum + gift, 0))
    }),
  )
})

test('of the fifteen gifts of METRICS 7 the twelve smallest bring a third', () => {
  const { patrons, share } = smallestGifts([120, 60, 40, 25, 25, 10, 10, 10, 5, 5, 5, 5, 3, 3, 2])
  expect(patrons).toBe(12)
  expect(share).toBeCloseTo(108 / 328, 12)
  expect(smallestGifts([])).toEqual({ patrons: 0, share: 0 })
})

test('the smallest 80 % never bring more than 80 %', () => {
  fc.assert(
    fc.property(gifts, (given) => {
      expect(smallestGifts(given).share).toBeLessThanOrEqual(0.8 + 1e-9)
    }),
  )
})

test('people and organisations are told by heads, money and the middle gift', () => {
  const shares = kindShares([
    { kind: 'person', net: 500 },
    { kind: 'person', net: 300 },
    { kind: 'organisation', net: 5_000 },
    { kind: 'organisation', net: -100 },
  ])
  expect(shares).toEqual([
    { kind: 'person', patrons: 2, net: 800, usual: 400 },
    { kind: 'organisation', patrons: 1, net: 5_000, usual: 5_000 },
    { kind: 'unknown', patrons: 0, net: 0, usual: null },
  ])
})
