import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STREAM_KINDS } from './book.ts'
import { ceiling, fundedMinutes, type BoundWork } from './ceiling.ts'
import { hoursBound, partByHours, usualBound } from './hours-bound.ts'

const steady = (venture: number, net: number, hours: number): BoundWork => {
  return {
    stream: venture * 10,
    venture,
    months: Array.from({ length: 6 }, () => ({ net, minutes: hours * 60 })),
    net: Array.from({ length: 6 }, () => net),
  }
}

test('the best paid work is filled first, each up to the work that there is', () => {
  // Hours-free 700. Editing 40 an hour, 30 h; workshops 25 an hour, 20 h; 44 h: 30 × 40 + 14 × 25 = 1,550. Together 2,250.
  const told = ceiling([[700_00, 700_00, 900_00]], [steady(2, 500_00, 20), steady(1, 1_200_00, 30)], 44 * 60)
  expect(told.filled).toEqual([
    { stream: 10, venture: 1, rate: 40_00, demand: 1_800, minutes: 1_800, net: 1_200_00 },
    { stream: 20, venture: 2, rate: 25_00, demand: 1_200, minutes: 840, net: 350_00 },
  ])
  expect(told).toMatchObject({ free: 700_00, spare: 0, total: 2_250_00, unrated: [] })
})

test('hours for which there is no work bring nothing', () => {
  expect(ceiling([], [steady(1, 1_200_00, 30)], 100 * 60)).toMatchObject({ total: 1_200_00, spare: 70 * 60 })
})

test('the busiest month is no measure: of twelve the second busiest tells how much work there is', () => {
  const hours = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 90]
  const work = { stream: 1, venture: 1, months: hours.map((h) => ({ net: h * 30_00, minutes: h * 60 })), net: hours.map((h) => h * 30_00) }
  expect(ceiling([], [work], 99_999).filled[0]).toMatchObject({ demand: 20 * 60, rate: 30_00, net: 600_00 })
})

test('work of which too few hours are known is taken as it is', () => {
  const work: BoundWork = { stream: 4, venture: 3, months: [null, null, { net: 1, minutes: 60 }], net: [100_00, 200_00, 300_00] }
  expect(ceiling([[50_00]], [work], 600)).toEqual({
    free: 50_00,
    filled: [],
    unrated: [{ stream: 4, venture: 3, net: 200_00 }],
    spare: 600,
    total: 250_00,
  })
})

test('streams of one venture are filled apart, and together no further than the venture', () => {
  // One after the other each took all 30 hours of a month: 50 an hour until spring, 30 since. The venture never had more than 30.
  const months = (from: number, net: number) =>
    Array.from({ length: 12 }, (_, i) => (i >= from && i < from + 6 ? { net, minutes: 1_800 } : { net: 0, minutes: 0 }))
  const work = [
    { stream: 1, venture: 1, months: months(0, 1_500_00), net: [] },
    { stream: 2, venture: 1, months: months(6, 900_00), net: [] },
    { ...steady(2, 200_00, 10), stream: 3 },
  ]
  expect(ceiling([], work, 45 * 60).filled).toEqual([
    { stream: 1, venture: 1, rate: 50_00, demand: 1_800, minutes: 1_800, net: 1_500_00 },
    { stream: 2, venture: 1, rate: 30_00, demand: 1_800, minutes: 0, net: 0 },
    { stream: 3, venture: 2, rate: 20_00, demand: 600, minutes: 600, net: 200_00 },
  ])
})

test('a stream whose usual hour brings nothing is given none, and is told', () => {
  const nets = [0, 0, 600_00, 0, 0, 600_00]
  const work = { stream: 1, venture: 1, months: nets.map((net) => ({ net, minutes: 600 })), net: nets }
  expect(ceiling([], [work], 600)).toEqual({
    free: 0,
    filled: [{ stream: 1, venture: 1, rate: 0, demand: 600, minutes: 0, net: 0 }],
    unrated: [],
    spare: 600,
    total: 0,
  })
})

const anyWork = fc.record({
  stream: fc.nat(99),
  venture: fc.nat(3),
  months: fc.array(fc.option(fc.record({ net: fc.integer({ min: -50_000, max: 500_000 }), minutes: fc.nat(9_000) })), { maxLength: 12 }),
  net: fc.array(fc.integer({ min: -50_000, max: 500_000 }), { maxLength: 12 }),
})
const anyFree = fc.array(fc.array(fc.integer({ min: -9_000, max: 200_000 }), { maxLength: 6 }), { maxLength: 5 })

test('the ceiling is never under the money that takes no hours, its parts sum to it, and more hours never lower it', () => {
  fc.assert(
    fc.property(
      anyFree,
      fc.uniqueArray(anyWork, { selector: ({ stream }) => stream }),
      fc.nat(20_000),
      fc.nat(9_000),
      (free, work, h, more) => {
        const told = ceiling(free, work, h)
        expect(told.total).toBeGreaterThanOrEqual(told.free)
        expect([...told.filled, ...told.unrated].reduce((sum, { net }) => sum + net, told.free)).toBe(told.total)
        expect(told.filled.reduce((sum, { minutes }) => sum + minutes, told.spare)).toBe(h)
        for (const { venture, minutes } of told.filled) {
          const own = work.filter((one) => one.venture === venture)
          const length = Math.max(...own.map(({ months }) => months.length))
          const sums = Array.from({ length }, (_, i) => own.reduce((sum, { months }) => sum + (months[i]?.minutes ?? 0), 0))
          const given = told.filled.reduce((sum, one) => sum + (one.venture === venture ? one.minutes : 0), 0)
          expect(given).toBeLessThanOrEqual(Math.max(...sums))
          expect(minutes).toBeGreaterThanOrEqual(0)
        }
        expect(ceiling(free, work, h + more).total).toBeGreaterThanOrEqual(told.total)
      },
    ),
    { numRuns: 100 },
  )
})

test('what takes hours and what does not sum to the whole', () => {
  expect(partByHours(1_001, 25)).toEqual({ bound: 250, free: 751 })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(100), (net, percent) => {
      const { bound, free } = partByHours(net, percent)
      expect(bound + free).toBe(net)
      expect(Math.abs(bound)).toBeLessThanOrEqual(Math.abs(net))
    }),
    { numRuns: 100 },
  )
})

test('what was said of a stream outweighs its kind', () => {
  expect([hoursBound({ kind: 'service' }), hoursBound({ kind: 'service', bound: 0 }), hoursBound({ kind: 'patronage' })]).toEqual([
    100, 0, 0,
  ])
  for (const kind of STREAM_KINDS) expect(usualBound(kind)).toBeGreaterThanOrEqual(0)
})

test('patronage pays for as many basic hours as it holds hours of enough', () => {
  // Enough 2,600 in 104 h: 25 an hour. 775 pay for 31 of them.
  expect(fundedMinutes(775_00, 2_600_00, 104 * 60)).toBe(31 * 60)
  expect([fundedMinutes(0, 1, 60), fundedMinutes(-5, 1, 60), fundedMinutes(1_00, 2_600_00, 104 * 60)]).toEqual([0, 0, 2])
})
