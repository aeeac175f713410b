import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crowdingOut } from './crowding-out.ts'
import { dice } from './dice.ts'
import { theilSen, type Point } from './theil-sen.ts'

test('the slope is the median of the slopes between pairs, and one odd point does not turn it', () => {
  // Slopes of the six pairs: −0.5 three times, and −9.5, −5, −3.5 with the odd point: the median is −2. Without it −0.5.
  const line = [0, 10, 20].map((x) => ({ x, y: 100 - x / 2 }))
  expect(theilSen(line)).toBe(-0.5)
  expect(theilSen([...line, { x: 30, y: -5 }])).toBe((-3.5 - 0.5) / 2)
  // A straight line of nine points with one that is far off stays as it is.
  const long = Array.from({ length: 9 }, (_, i) => ({ x: i * 60, y: 1200 - i * 36 }))
  expect(theilSen([...long, { x: 240, y: 0 }])).toBeCloseTo(-0.6, 12)
})

test('points that do not differ in x have no slope', () => {
  expect([theilSen([]), theilSen([{ x: 1, y: 1 }]), theilSen([1, 2, 3].map((y) => ({ x: 5, y })))]).toEqual([null, null, null])
})

const whole = fc.integer({ min: -5_000, max: 5_000 })
const points = fc.array(fc.record({ x: whole, y: whole }), { minLength: 2, maxLength: 15 })
const change = fc.integer({ min: 1, max: 64 })

test('a slope moves with its points: shifted it stays, stretched it stretches, sheared it leans', () => {
  fc.assert(
    fc.property(points, change, whole, (some, scale, shift) => {
      const slope = theilSen(some)
      const of = (move: (point: Point) => Point) => theilSen(some.map(move))
      if (slope === null) return expect(of(({ x, y }) => ({ x: x + 1, y }))).toBeNull()
      const near = (value: number | null, wanted: number) => expect(value).toBeCloseTo(wanted, 6)
      near(
        of(({ x, y }) => ({ x: x + shift, y: y - shift })),
        slope,
      )
      near(
        of(({ x, y }) => ({ x, y: y * scale })),
        slope * scale,
      )
      near(
        of(({ x, y }) => ({ x, y: -y })),
        -slope,
      )
      near(
        of(({ x, y }) => ({ x, y: y + x * scale })),
        slope + scale,
      )
      return undefined
    }),
    { numRuns: 100 },
  )
})

const chance = dice(7)
/** Weeks in which each paid minute more goes with 0.6 basic ones less, give or take an hour. */
const crowded = Array.from({ length: 26 }, () => {
  const paid = chance.between(600, 1800)
  return { paid, basic: 1500 - Math.trunc((paid * 3) / 5) + chance.between(-60, 60) }
})

test('in weeks that are crowded out the slope is told with an interval around it, the same each time', () => {
  const told = crowdingOut(crowded)
  expect(told).toEqual(crowdingOut(crowded))
  if (told.say !== 'slope') throw new Error('Nothing was said.')
  expect(told.weeks).toBe(26)
  expect(told.slope).toBeGreaterThan(-0.65)
  expect(told.slope).toBeLessThan(-0.55)
  expect(told.low).toBeLessThanOrEqual(told.slope)
  expect(told.high).toBeGreaterThanOrEqual(told.slope)
  expect(told.high).toBeLessThan(0)
})

test('under twelve weeks, and where the interval holds 0, no slope is told', () => {
  expect(crowdingOut(crowded.slice(0, 11))).toEqual({ say: 'few', weeks: 11 })
  expect(crowdingOut(crowded.slice(0, 12)).say).toBe('slope')
  const unrelated = crowded.map(({ paid }) => ({ paid, basic: chance.between(600, 900) }))
  expect(crowdingOut(unrelated)).toEqual({ say: 'unclear', weeks: 26 })
  expect(crowdingOut(Array.from({ length: 20 }, (_, i) => ({ paid: 600, basic: i })))).toEqual({ say: 'unclear', weeks: 20 })
})

test('weeks with more paid hours and more basic ones are told as well: silent is only what is not known', () => {
  const told = crowdingOut(crowded.map(({ paid, basic }) => ({ paid, basic: 1500 - basic })))
  if (told.say !== 'slope') throw new Error('Nothing was said.')
  expect(told.low).toBeGreaterThan(0)
  expect(told.high).toBeGreaterThanOrEqual(told.slope)
})

test('only the newest 26 weeks are looked at', () => {
  const old = Array.from({ length: 30 }, (_, i) => ({ paid: i, basic: i }))
  expect(crowdingOut([...old, ...crowded])).toEqual(crowdingOut(crowded))
})

test('of unrelated weeks about a fifth are told to have a slope', () => {
  const roll = dice(11)
  const told = Array.from({ length: 60 }, () =>
    crowdingOut(Array.from({ length: 20 }, () => ({ paid: roll.between(0, 1500), basic: roll.between(0, 1500) }))),
  )
  // The interval holds 80 %, so one in five is wrong: 12 of 60, give or take twice 3.1. An interval of 95 % would be wrong in three.
  const wrong = told.filter(({ say }) => say === 'slope').length
  expect(wrong).toBeGreaterThan(5)
  expect(wrong).toBeLessThan(19)
})
