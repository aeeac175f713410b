import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basicShare, floorState, isUnder } from './floor.ts'
import { addDays } from './month.ts'
import { isMonthKnown, lastFullWeek, weeksUpTo, type WeekTime } from './weeks.ts'

const week = (basic: number, paid: number, more: Partial<WeekTime> = {}): WeekTime => {
  return { week: '2024-01-01', known: true, basic, paid, care: 0, ...more }
}

test('the share is of four weeks, care counts among all work, and a week that is not known is left out', () => {
  // (10 + 8 + 6 + 12) h of (24 + 24 + 24 + 24) h: 37.5 %.
  const weeks = [
    week(9999, 0),
    week(600, 720, { care: 120 }),
    week(480, 840, { care: 120 }),
    week(360, 1000, { care: 80 }),
    week(720, 720, { care: 0 }),
  ]
  expect(basicShare(weeks)).toEqual({ basic: 2160, all: 5760, known: 4 })
  expect(basicShare([...weeks.slice(1, 4), week(0, 0, { known: false })])).toEqual({ basic: 1440, all: 4320, known: 3 })
  expect([basicShare([]), basicShare([week(1, 1)]), basicShare([week(0, 0), week(0, 0)])]).toEqual([null, null, null])
})

test('a share that is just the floor is not under it', () => {
  expect([isUnder({ basic: 40, all: 100, known: 4 }, 40), isUnder({ basic: 399, all: 1000, known: 4 }, 40)]).toEqual([false, true])
})

test('the floor is missed where two of the last three weeks lie under it', () => {
  const [good, bad] = [week(600, 600), week(0, 1200)]
  const state = (...weeks: WeekTime[]) => floorState(weeks, 40)
  expect(state(good, good, good, good, good, good)).toMatchObject({ under: 0, missed: false })
  // Shares of the last three weeks: 50 %, 50 %, 37.5 %.
  expect(state(good, good, good, good, good, bad)).toMatchObject({ under: 1, missed: false })
  expect(state(good, good, good, good, bad, bad)).toMatchObject({ under: 2, missed: true, share: { basic: 1200, all: 4800, known: 4 } })
  expect(state()).toEqual({ share: null, under: 0, missed: false })
})

test('weeks are summed by kind up to the last full one; one of which nothing is known is told apart', () => {
  const time = [
    { day: '2024-05-06', venture: 1, kind: 'basic' as const, minutes: 60 },
    { day: '2024-05-12', venture: null, kind: 'basic' as const, minutes: 5 },
    { day: '2024-05-01', venture: 1, kind: 'care' as const, minutes: 7 },
  ]
  expect(weeksUpTo('2024-05-06', { count: 3, time, known: new Set(['2024-04-29', '2024-05-06']) })).toEqual([
    { week: '2024-04-22', known: false, basic: 0, paid: 0, care: 0 },
    { week: '2024-04-29', known: true, basic: 0, paid: 0, care: 7 },
    { week: '2024-05-06', known: true, basic: 65, paid: 0, care: 0 },
  ])
  expect(['2024-05-12', '2024-05-13', '2024-05-19'].map(lastFullWeek)).toEqual(['2024-04-29', '2024-05-06', '2024-05-06'])
})

test('a month is known where all its days lie in known weeks', () => {
  const known = new Set(Array.from({ length: 5 }, (_, i) => addDays('2024-04-29', i * 7)))
  expect([isMonthKnown('2024-05', known), isMonthKnown('2024-04', known), isMonthKnown('2024-06', known)]).toEqual([true, false, false])
})

const anyWeek = fc.record({ week: fc.constant(''), known: fc.boolean(), basic: fc.nat(3000), paid: fc.nat(3000), care: fc.nat(900) })

test('a share lies between nothing and all, and a higher floor is missed no less', () => {
  fc.assert(
    fc.property(fc.array(anyWeek, { maxLength: 8 }), fc.nat(100), fc.nat(100), (weeks, a, b) => {
      const share = basicShare(weeks)
      if (share) expect(share.basic >= 0 && share.basic <= share.all && share.all > 0).toBe(true)
      const [low, high] = [floorState(weeks, Math.min(a, b)), floorState(weeks, Math.max(a, b))]
      expect(high.under).toBeGreaterThanOrEqual(low.under)
      expect(floorState(weeks, 0).missed).toBe(false)
    }),
    { numRuns: 100 },
  )
})
