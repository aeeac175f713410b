import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, type DayNet } from './income.ts'
import { addMonths, dayFromNumber, dayNumber, dayOfMonth, daysInMonth, monthRange } from './month.ts'
import { pace, type PaceQuestion } from './pace.ts'

/** The same nets on the same days of every month from..to. */
function everyMonth(from: string, to: string, nets: Record<number, number>): DayNet[] {
  return monthRange(from, to).flatMap((month) => Object.entries(nets).map(([day, net]) => ({ day: dayOfMonth(month, Number(day)), net })))
}

const usualDays = everyMonth('2025-11', '2026-10', { 5: 1000, 20: 1000, 26: 600 })
const asked = (facts: Partial<PaceQuestion>) =>
  pace({ days: usualDays, month: '2026-11', today: '2026-11-10', since: '2025-01', enough: 2600, ...facts })

test('the reach day is when what usually comes makes up what is missing', () => {
  const soFar = [...usualDays, { day: '2026-11-05', net: 1000 }]
  expect(asked({ days: soFar })).toMatchObject({ reachedOn: null, reachDay: '2026-11-26', basis: 12 })
  expect(asked({ days: soFar, today: '2026-11-24' }).more).toEqual([0, 0, 600, 600, 600, 600, 600])
  expect(asked({ days: soFar, enough: 2000 }).reachDay).toBe('2026-11-20')
  expect(asked({ days: soFar, today: '2026-11-20', enough: 2600 }).reachDay).toBeNull()
  expect(asked({ days: soFar, enough: 2601 }).reachDay).toBeNull()
})

test('the reached-on day is the one since which it never fell below enough', () => {
  const days = (nets: [number, number][]): DayNet[] => nets.map(([day, net]) => ({ day: dayOfMonth('2026-11', day), net }))
  expect(asked({ days: days([[3, 2600]]) })).toMatchObject({ reachedOn: '2026-11-03', reachDay: null })
  expect(
    asked({
      days: days([
        [3, 2600],
        [6, -1],
        [8, 1],
      ]),
    }).reachedOn,
  ).toBe('2026-11-08')
  expect(
    asked({
      days: days([
        [3, 2600],
        [6, -1],
      ]),
    }).reachedOn,
  ).toBeNull()
  expect(asked({ days: days([[3, 2600]]), enough: null }).reachedOn).toBeNull()
})

test('a month that is over is told as a whole, and its reach day is not asked', () => {
  const told = asked({ today: '2026-12-04', days: [...usualDays, { day: '2026-11-30', net: 2600 }] })
  expect(told.soFar).toHaveLength(30)
  expect(told.reachedOn).toBe('2026-11-30')
  const missed = asked({ today: '2026-12-04', days: [...usualDays, { day: '2026-11-30', net: 2599 }] })
  expect([missed.reachedOn, missed.reachDay]).toEqual([null, null])
})

test('a month to come has no days yet', () => {
  expect(asked({ today: '2026-10-31' })).toMatchObject({ soFar: [], reachedOn: null, reachDay: null })
})

test('under six full months nothing is said of what is usual', () => {
  expect(asked({ since: '2026-06' })).toMatchObject({ usual: null, reachDay: null, basis: 5 })
  const days = [...usualDays, { day: '2026-11-05', net: 1000 }]
  expect(asked({ since: '2026-05', days })).toMatchObject({ reachDay: '2026-11-26', basis: 6 })
  expect(asked({ since: '2026-05' }).usual).toHaveLength(30)
  expect(asked({ since: null })).toMatchObject({ usual: null, basis: 0 })
})

test('a shorter month’s last day stands for later ones', () => {
  const days = everyMonth('2026-02', '2026-07', { 31: 1000 })
  const told = pace({ days, month: '2026-08', today: '2026-08-27', since: '2026-02', enough: 1000 })
  expect(told.usual?.slice(26)).toEqual([0, 0, 0, 500, 1000])
  expect(told.reachDay).toBe('2026-08-31')
  const soFar = [...days, { day: '2026-08-01', net: 500 }]
  expect(pace({ days: soFar, month: '2026-08', today: '2026-08-27', since: '2026-02', enough: 1000 }).reachDay).toBe('2026-08-30')
})

test('29 February is a day like any other', () => {
  const days = everyMonth('2023-02', '2024-01', { 28: 100, 29: 50 })
  const told = pace({ days, month: '2024-02', today: '2024-02-28', since: '2023-02', enough: 50 })
  expect(told.usual).toHaveLength(29)
  expect(told.reachDay).toBe('2024-02-29')
})

const start = dayNumber('2025-05-01')
const days = fc.array(
  fc.record({ day: fc.integer({ min: start, max: start + 580 }).map(dayFromNumber), net: fc.integer({ min: -500, max: 2000 }) }),
  { maxLength: 200 },
)
const today = fc.integer({ min: dayNumber('2026-02-01'), max: dayNumber('2026-11-30') }).map(dayFromNumber)

test('pace agrees with the formula of METRICS 20, taken literally', () => {
  fc.assert(
    fc.property(days, today, fc.integer({ min: 1, max: 20_000 }), (nets, now, enough) => {
      const month = now.slice(0, 7)
      const until = (of: string, day: number): number => {
        const end = dayOfMonth(of, day)
        return nets.filter((each) => each.day.startsWith(of) && each.day <= end).reduce((sum, each) => sum + each.net, 0)
      }
      const began = Number(now.slice(8))
      const before = monthRange('2025-05' > addMonths(month, -12) ? '2025-05' : addMonths(month, -12), addMonths(month, -1))
      const reach = Array.from({ length: daysInMonth(month) - began + 1 }, (_, i) => began + i).find(
        (day) => until(month, began) + (median(before.map((each) => until(each, day) - until(each, began))) ?? 0) >= enough,
      )
      const told = pace({ days: nets, month, today: now, since: '2025-05', enough })
      expect(told.soFar.at(-1)).toBe(until(month, began))
      expect(told.usual).toEqual(Array.from({ length: daysInMonth(month) }, (_, i) => median(before.map((each) => until(each, i + 1)))))
      const reached = until(month, began) >= enough
      expect(told.reachedOn !== null).toBe(reached)
      expect(told.reachDay).toBe(reached || reach === undefined ? null : dayOfMonth(month, reach))
    }),
    { numRuns: 60 },
  )
})

test('more to reach is never reached earlier', () => {
  fc.assert(
    fc.property(days, today, fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.nat(3000)), (nets, now, [enough, more]) => {
      const question = { days: nets, month: now.slice(0, 7), today: now, since: '2025-05' }
      const day = (needed: number): string => {
        const { reachedOn, reachDay } = pace({ ...question, enough: needed })
        return reachedOn ?? reachDay ?? '9999-12-31'
      }
      expect(day(enough) <= day(enough + more)).toBe(true)
    }),
  )
})

test('the order of the days changes nothing', () => {
  fc.assert(
    fc.property(days, today, (nets, now) => {
      const question = { month: now.slice(0, 7), today: now, since: '2025-05', enough: 3000 }
      expect(pace({ ...question, days: nets.toReversed() })).toEqual(pace({ ...question, days: nets }))
    }),
  )
})
