import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayFromNumber, dayNumber, daysInMonth, monthOf, monthsBetween, type Day } from './month.ts'
import { isOwedIn, MONTHS_OF, monthlyShare, RHYTHMS, type PledgeState } from './pledge.ts'
import { dueDay, GRACE_DAYS, standingOf, type StandingFacts } from './pledge-standing.ts'

const MADE = '2026-01-31'
const monthly = { rhythm: 'monthly', months: 1, cancelled: null } as const
const stands = (facts: Partial<StandingFacts>, pledge: Parameters<typeof standingOf>[0] = monthly) =>
  standingOf(pledge, { made: MADE, payments: [], coverage: null, today: '2026-02-05', ...facts })
const paidOn = (...days: Day[]) => days.map((day) => ({ day }))

const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2028-12-31') }).map(dayFromNumber)
const pledge = fc.record({
  rhythm: fc.constantFrom(...RHYTHMS),
  months: fc.integer({ min: 1, max: 24 }),
  cancelled: fc.constant(null),
})
const facts = fc.record({
  made: day,
  payments: fc.array(day, { maxLength: 8 }).map((days) => paidOn(...days)),
  coverage: fc.option(day, { nil: null }),
  today: day,
})
/** From the best to the worst; what is not known is worse than what is paid and better than what is known to lack. */
const RANK: readonly PledgeState[] = ['paid', 'open', 'unchecked', 'at-risk', 'ended']

test('a pledge is open in its days of grace, unchecked after them, and at risk only where imports cover them', () => {
  expect(stands({})).toEqual({ state: 'open', due: MADE, checked: null })
  expect(stands({ today: '2026-02-10' }).state).toBe('open')
  expect(stands({ today: '2026-02-11' })).toEqual({ state: 'unchecked', due: MADE, checked: null })
  expect(stands({ today: '2026-02-20', coverage: '2026-02-09' })).toEqual({ state: 'unchecked', due: MADE, checked: '2026-02-09' })
  expect(stands({ today: '2026-02-20', coverage: '2026-02-10' })).toEqual({ state: 'at-risk', due: MADE, checked: '2026-02-10' })
})

test('a pledge has ended after two missed periods that imports cover, and is back with its next payment', () => {
  const late = { today: '2026-03-20', coverage: '2026-03-10' }
  expect(stands(late)).toEqual({ state: 'ended', due: null, checked: '2026-03-10' })
  expect(stands({ ...late, coverage: '2026-03-09' }).state).toBe('at-risk')
  expect(stands({ ...late, payments: paidOn('2026-03-01') })).toEqual({ state: 'paid', due: '2026-03-31', checked: '2026-03-10' })
})

test('a payment counts for its period a little early or late, and a second one for the next', () => {
  expect(stands({ payments: paidOn('2026-02-20'), today: '2026-02-21', coverage: '2026-02-21' }).state).toBe('paid')
  expect(stands({ payments: paidOn('2026-01-31', '2026-02-01'), today: '2026-03-05' })).toMatchObject({ state: 'paid', due: '2026-03-31' })
})

test('what is paid once is paid for good, whatever it covers', () => {
  const once = { rhythm: 'once', months: 6, cancelled: null } as const
  const years = { today: '2028-01-01', coverage: '2028-01-01' }
  expect(stands({ ...years, payments: paidOn('2026-02-01') }, once)).toEqual({ state: 'paid', due: null, checked: '2028-01-01' })
  expect(stands({ today: '2026-05-01', coverage: '2026-05-01' }, once)).toMatchObject({ state: 'at-risk', due: MADE })
  expect(stands(years, once).state).toBe('ended')
})

test('a cancelled pledge is cancelled whatever else is so', () => {
  fc.assert(fc.property(pledge, facts, (terms, known) => standingOf({ ...terms, cancelled: 'x' }, known).state === 'cancelled'))
})

test('nothing is at risk or ended unless imports cover a due day and ten days more', () => {
  fc.assert(
    fc.property(pledge, facts, (terms, known) => {
      const { state, due } = standingOf(terms, known)
      if (state !== 'at-risk' && state !== 'ended') return
      expect(known.coverage).not.toBeNull()
      expect((known.coverage ?? '') >= addDays(due ?? known.made, GRACE_DAYS)).toBe(true)
      expect(known.today > addDays(due ?? known.made, GRACE_DAYS)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a payment never makes a state worse', () => {
  fc.assert(
    fc.property(pledge, facts, day, (terms, known, more) => {
      const before = RANK.indexOf(standingOf(terms, known).state)
      const after = RANK.indexOf(standingOf(terms, { ...known, payments: [...known.payments, { day: more }] }).state)
      expect(after).toBeLessThanOrEqual(before)
    }),
    { numRuns: 100 },
  )
})

test('due days never drift: each is as many months after the first as its rhythm says, on the same day or the last of its month', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(1, 3, 12), fc.nat({ max: 60 }), (made, step, n) => {
      const due = dueDay(made, step, n)
      expect(monthsBetween(monthOf(made), monthOf(due))).toBe(n * step)
      expect(Number(due.slice(8))).toBe(Math.min(Number(made.slice(8)), daysInMonth(monthOf(due))))
    }),
    { numRuns: 100 },
  )
})

test('a month’s share never comes to more than the pledge, and what is owed by a month is owed by the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 24 }), (amount, months) => {
      const share = monthlyShare({ amount, months })
      expect(share * months).toBeLessThanOrEqual(amount)
      expect((share + 1) * months).toBeGreaterThan(amount)
    }),
  )
  const standing = stands({ payments: paidOn(MADE) })
  expect([isOwedIn(standing, '2026-01'), isOwedIn(standing, '2026-02'), isOwedIn(standing, '2026-03')]).toEqual([false, true, true])
  expect(MONTHS_OF.once).toBeNull()
})
