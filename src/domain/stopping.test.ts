import fc from 'fast-check'
import { expect, test } from 'vitest'
import { busFactor, goesWith, leftAfter, type Brought, type Part } from './stopping.ts'

/** The worked check of METRICS 7. */
const GIFTS = [120, 60, 40, 25, 25, 10, 10, 10, 5, 5, 5, 5, 3, 3, 2]
const each = (amounts: readonly number[]): Part[][] => amounts.map((net, stream) => [{ stream, net }])
const monthOf = (sources: readonly (readonly Part[])[], more = 0): Brought => {
  const streams = sources.flat()
  return { total: streams.reduce((sum, { net }) => sum + net, more), streams }
}
const factor = (amounts: readonly number[], total: number, enough: number) =>
  busFactor({ ...monthOf(each(amounts)), total }, each(amounts), enough)

test('the worked check: after one loss 208, after two 148, so that 200 takes two', () => {
  expect([1, 2].map((k) => leftAfter(monthOf(each(GIFTS)), each(GIFTS).slice(0, k)))).toEqual([208, 148])
  expect([200, 208, 209].map((enough) => factor(GIFTS, 328, enough))).toEqual([2, 2, 1])
  // All by one stream it is the same.
  const one = { total: 328, streams: [{ stream: 1, net: 328 }] }
  expect(
    busFactor(
      one,
      GIFTS.map((net) => [{ stream: 1, net }]),
      200,
    ),
  ).toBe(2)
})

test('other income keeps a total above: then no number of losses is too many', () => {
  expect(factor([10, 20], 330, 300)).toBeNull()
  expect(factor([10, 20], 330, 301)).toBe(2)
  expect(factor([], 100, 50)).toBeNull()
  expect(factor([50], 100, 101)).toBe(0)
})

test('what went back by one stream is taken off what comes by another, and never brings anything back', () => {
  const bob = [
    { stream: 1, net: 200 },
    { stream: 2, net: -50 },
  ]
  expect(goesWith(bob)).toEqual([{ stream: 1, net: 150 }])
  expect(goesWith([{ stream: 1, net: -50 }])).toEqual([])
  const month: Brought = {
    total: 1_000,
    streams: [
      { stream: 1, net: 900 },
      { stream: 2, net: 100 },
    ],
  }
  expect(leftAfter(month, [bob])).toBe(850)
  // Fees and refunds that name nobody leave the stream less than its payer gave: with or without the stream, that is all that goes.
  const stream = [{ stream: 1, net: 100 }]
  const named = [{ stream: 1, net: 150 }]
  expect([[named], [stream], [named, stream]].map((sources) => leftAfter({ total: 100, streams: stream }, sources))).toEqual([0, 0, 0])
})

const amount = fc.integer({ min: -50_000, max: 90_000 })
const parts = fc.uniqueArray(fc.record({ stream: fc.nat(5), net: amount }), { maxLength: 6, selector: ({ stream }) => stream })
const months = fc.record({ streams: parts, more: amount }).map(({ streams, more }) => ({ ...monthOf([streams], more), streams }))
const sources = fc.array(parts, { maxLength: 8 })

test('whoever stops besides, no more is left, and never less than what the streams did not bring', () => {
  fc.assert(
    fc.property(months, sources, parts, (month, some, one) => {
      const [left, then] = [leftAfter(month, some), leftAfter(month, [...some, one])]
      expect(then).toBeLessThanOrEqual(left)
      expect(left).toBeLessThanOrEqual(month.total)
      expect(then).toBeGreaterThanOrEqual(month.total - month.streams.reduce((sum, { net }) => sum + Math.max(0, net), 0))
    }),
  )
})

test('one alone takes what they bring, where the streams hold it; in which order some stop makes no difference', () => {
  fc.assert(
    fc.property(sources, amount, (some, more) => {
      const brought = new Map<number, number>()
      for (const { stream, net } of some.flat()) brought.set(stream, (brought.get(stream) ?? 0) + Math.max(0, net))
      const month = { total: more, streams: [...brought].map(([stream, net]) => ({ stream, net })) }
      for (const one of some) {
        const net = one.reduce((sum, part) => sum + part.net, 0)
        expect(leftAfter(month, [one])).toBe(more - Math.max(0, net))
      }
      expect(leftAfter(month, some.toReversed())).toBe(leftAfter(month, some))
    }),
  )
})

test('a higher need never asks for more losses, and so many losses bring it under', () => {
  fc.assert(
    fc.property(months, sources, fc.tuple(fc.nat(200_000), fc.nat(200_000)), (month, some, [need, more]) => {
      const [low, high] = [busFactor(month, some, need), busFactor(month, some, need + more)]
      expect(high ?? Infinity).toBeLessThanOrEqual(low ?? Infinity)
      const net = (one: readonly Part[]) => one.reduce((sum, part) => sum + part.net, 0)
      const largest = some.filter((one) => net(one) > 0).toSorted((a, b) => net(b) - net(a))
      expect(leftAfter(month, low === null ? [] : largest.slice(0, low)) < need).toBe(low !== null)
      if (low === null) expect(leftAfter(month, some)).toBeGreaterThanOrEqual(need)
      else if (low > 0) expect(leftAfter(month, largest.slice(0, low - 1))).toBeGreaterThanOrEqual(need)
    }),
  )
})
