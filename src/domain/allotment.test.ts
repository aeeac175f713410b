import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { allot, allotAround, type Share } from './allotment.ts'

const sum = fc.maxSafeNat()
const weights = fc.array(fc.oneof(fc.nat(5), fc.nat(), fc.maxSafeNat()), { minLength: 1, maxLength: 40 })
const total = (parts: readonly number[]) => parts.reduce((all, part) => all + BigInt(part), 0n)

test('splitting by weights preserves the sum, and no part is below 0', () => {
  fc.assert(
    fc.property(sum, weights, (sum, weights) => {
      const parts = allot(sum, weights)
      expect(parts).toHaveLength(weights.length)
      expect(total(parts)).toBe(BigInt(sum))
      expect(parts.every((part) => part >= 0)).toBe(true)
    }),
  )
})

test('a larger weight never gets less, and equal weights differ by one unit at most, the earlier getting it', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.nat(6), { minLength: 2, maxLength: 20 }), (sum, weights) => {
      const parts = allot(sum, weights)
      for (const [i, weight] of weights.entries()) {
        for (const [j, other] of weights.entries()) {
          if (weight > other) expect(parts[i]!).toBeGreaterThanOrEqual(parts[j]!)
          if (weight === other && i < j) expect([0, 1]).toContain(parts[i]! - parts[j]!)
        }
      }
    }),
  )
})

test('each part is its exact share, rounded up or down', () => {
  fc.assert(
    fc.property(sum, weights, (sum, weights) => {
      const all = total(weights)
      if (all === 0n) return
      for (const [i, part] of allot(sum, weights).entries()) {
        const exact = BigInt(sum) * BigInt(weights[i]!)
        expect(BigInt(part) * all > exact - all && BigInt(part) * all < exact + all).toBe(true)
      }
    }),
  )
})

test('a weight of 0 gets nothing beside others', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.nat(3), { minLength: 1, maxLength: 9 }), (sum, weights) => {
      const parts = allot(sum, [...weights, 1])
      for (const [i, weight] of weights.entries()) if (weight === 0) expect(parts[i]).toBe(0)
    }),
  )
})

test('by example', () => {
  expect(allot(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333])
  expect(allot(100, [3, 1])).toEqual([75, 25])
  expect(allot(101, [0, 0])).toEqual([51, 50])
  expect(allot(5, [])).toEqual([])
  expect(() => allot(-1, [1])).toThrow(RangeError)
  expect(() => allot(1, [0.5])).toThrow(RangeError)
})

test('amounts that are set stay, and the others take exactly the rest', () => {
  const share: fc.Arbitrary<Share> = fc.record({ weight: fc.nat(9), set: fc.option(fc.nat(5000)) })
  fc.assert(
    fc.property(fc.nat(20_000), fc.array(share, { maxLength: 12 }), (sum, shares) => {
      const parts = allotAround(sum, shares)
      const set = shares.reduce((all, { set }) => all + (set ?? 0), 0)
      const open = shares.some(({ set }) => set === null)
      expect(parts === null).toBe(set > sum || (!open && set !== sum))
      if (!parts) return
      expect(total(parts)).toBe(BigInt(sum))
      for (const [i, { set }] of shares.entries()) if (set !== null) expect(parts[i]).toBe(set)
    }),
  )
})
