import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seasonOf, streamParts } from './forecast-parts.ts'

const kind = fc.constantFrom('patronage' as const, 'sales' as const, 'service' as const, 'wage' as const)
const months = fc.array(fc.integer({ min: -10_000, max: 100_000 }), { minLength: 1, maxLength: 60 })

describe('the parts of a stream', () => {
  test('sum to it', () => {
    fc.assert(
      fc.property(kind, months, (of, net) => {
        const { recurring, oneOff } = streamParts({ kind: of, net }, '2024-01')
        expect(recurring.map((sum, i) => sum + (oneOff[i] ?? 0))).toEqual(net)
      }),
    )
  })

  test('a single gift is one-off, a second month of it is the level', () => {
    const net = [500, 500, 500, 9_000, 500, 500, 700, 700]
    expect(streamParts({ kind: 'patronage', net }, '2024-01').recurring).toEqual([500, 500, 500, 500, 500, 500, 500, 700])
    expect(streamParts({ kind: 'service', net }, '2024-01').recurring).toEqual(net.map(() => 0))
    // Two of three months make it, of five it would not yet be.
    const risen = [500, 500, 500, 500, 500, 500, 900, 900]
    expect(streamParts({ kind: 'patronage', net: risen }, '2024-01').recurring).toEqual([500, 500, 500, 500, 500, 500, 500, 900])
  })
})

describe('the season', () => {
  test('is s = 1 + w(mean of the month / mean − 1) with w = y/(y + 2), from two full years on', () => {
    // Two years in which December brings twice a usual month: mean 13/12, w = 1/2.
    const year = [...Array.from({ length: 11 }, () => 1_200), 2_400]
    const factors = seasonOf([...year, ...year], 0)
    expect(factors[11]).toBeCloseTo(1 + 0.5 * (24 / 13 - 1), 10)
    expect(factors[0]).toBeCloseTo(1 + 0.5 * (12 / 13 - 1), 10)
    expect(seasonOf([...year, ...year].slice(1), 1)).toEqual(Array.from({ length: 12 }, () => 1))
  })

  test('averages to 1, and a month of the calendar keeps its factor wherever the history begins', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 24, maxLength: 24 }), fc.nat(11), (net, place) => {
        const factors = seasonOf(net, place)
        expect(factors.reduce((sum, one) => sum + one, 0)).toBeCloseTo(12, 6)
        for (const [i, factor] of seasonOf(net, 0).entries()) expect(factors[(i + place) % 12]).toBeCloseTo(factor, 10)
      }),
    )
  })
})
