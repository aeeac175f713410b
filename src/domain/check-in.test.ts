import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkInTrouble, countedTime, knownWeeks, minutesIn, plusMinutes, type CheckIn } from './check-in.ts'
import { hoursByMonth, hoursByWeek, mondayOf, type DayTime } from './hours.ts'
import { addDays, dayFromNumber } from './month.ts'

const line = ([basic, paid, care]: [number, number, number], venture: number | null = null) => ({ venture, basic, paid, care })
const monday = '2024-04-29'
const day = (at: string, minutes: number, kind: DayTime['kind'] = 'paid'): DayTime => ({ day: at, venture: 1, kind, minutes })

test('a check-in is of a week that begins on a Monday, of each venture once, and no longer than a week', () => {
  expect(checkInTrouble({ week: monday, lines: [line([0, 0, 0])] })).toBeUndefined()
  expect(checkInTrouble({ week: monday, lines: [line([10_080, 0, 0])] })).toBeUndefined()
  expect(checkInTrouble({ week: '2024-04-30', lines: [line([1, 1, 1])] })).toBe('2024-04-30 is no Monday')
  expect(checkInTrouble({ week: monday, lines: [] })).toBe('it says nothing')
  expect(checkInTrouble({ week: monday, lines: [line([1, 0, 0]), line([2, 0, 0])] })).toBe('one venture stands in it twice')
  expect(checkInTrouble({ week: monday, lines: [line([10_080, 1, 0])] })).toBe('a week has no more than 168 hours')
  for (const wrong of [-1, 0.5]) expect(checkInTrouble({ week: monday, lines: [line([wrong, 0, 0])] })).toContain('whole numbers')
})

test('what was said of a week stands in the place of what was imported for it', () => {
  const imported = [day('2024-04-28', 60), day(monday, 45), day('2024-05-05', 30), day('2024-05-06', 15)]
  const time = countedTime(imported, [{ week: monday, lines: [line([0, 700, 0], 2)] }])
  expect(hoursByWeek(time).map(({ period, venture, minutes }) => [period, venture, minutes])).toEqual([
    ['2024-04-22', 1, 60],
    [monday, 2, 700],
    ['2024-05-06', 1, 15],
  ])
})

test('a week over two months is shared out by its days', () => {
  // 30 April and the day before it lie in April: 2 of 7 days, and the two spare minutes of 702 are on the earliest days.
  const time = countedTime([], [{ week: monday, lines: [line([702, 0, 0])] }])
  expect(hoursByMonth(time).map(({ period, minutes }) => [period, minutes])).toEqual([
    ['2024-04', 202],
    ['2024-05', 500],
  ])
})

const anyLine = fc.record({
  venture: fc.constantFrom(1, 2, null),
  basic: fc.nat(2000),
  paid: fc.nat(2000),
  care: fc.nat(500),
})
const anyCheckIns = fc.uniqueArray(
  fc.record({
    week: fc.integer({ min: 2780, max: 2790 }).map((n) => addDays('1970-01-05', n * 7)),
    lines: fc.uniqueArray(anyLine, { selector: ({ venture }) => venture, minLength: 1 }),
  }),
  { selector: ({ week }) => week },
)
const anyImported = fc.array(
  fc.record({
    day: fc.integer({ min: 19_450, max: 19_540 }).map(dayFromNumber),
    venture: fc.constantFrom(1, null),
    kind: fc.constantFrom('basic' as const, 'paid' as const, 'care' as const),
    minutes: fc.integer({ min: 1, max: 600 }),
  }),
)

test('no minute is counted twice and none is lost: a week is what was said of it, or else what was imported', () => {
  fc.assert(
    fc.property(anyImported, anyCheckIns, (imported, checkIns: CheckIn[]) => {
      const said = new Map(checkIns.map(({ week, lines }) => [week, lines.reduce((sum, one) => sum + minutesIn(one), 0)]))
      const weeks = new Set([...said.keys(), ...imported.map((one) => mondayOf(one.day))])
      const time = countedTime(imported, checkIns)
      const sumOf = (of: readonly DayTime[], week: string) =>
        of.filter((one) => mondayOf(one.day) === week).reduce((sum, { minutes }) => sum + minutes, 0)
      for (const week of weeks) expect(sumOf(time, week)).toBe(said.get(week) ?? sumOf(imported, week))
      const sums = [hoursByMonth(time), hoursByWeek(time)].map((rows) => rows.reduce((sum, { minutes }) => sum + minutes, 0))
      expect(sums[0]).toBe(sums[1])
    }),
    { numRuns: 100 },
  )
})

test('weeks off between imported ones are known, a long gap is not, and what was said always is', () => {
  const imported = [day('2024-01-03', 1), day('2024-01-31', 1), day('2024-03-08', 1)]
  expect([...knownWeeks(imported, [{ week: '2024-05-06', lines: [line([0, 0, 0])] }])].sort()).toEqual([
    '2024-01-01',
    '2024-01-08',
    '2024-01-15',
    '2024-01-22',
    '2024-01-29',
    '2024-03-04',
    '2024-05-06',
  ])
  expect(knownWeeks([], []).size).toBe(0)
})

test('minutes add up by kind', () => {
  expect(plusMinutes({ basic: 1, paid: 2, care: 3 }, { basic: 10, paid: 20, care: 30 })).toEqual({ basic: 11, paid: 22, care: 33 })
})
