import { addDays, addMonths, dayOfMonth, monthOf, monthsBetween, type Day } from './month.ts'
import { MONTHS_OF, type Pledge, type PledgePayment, type PledgeStanding } from './pledge.ts'

/** Days after a due date in which a payment may still be on its way; a payment as much earlier already belongs to it. */
export const GRACE_DAYS = 10

export interface StandingFacts {
  /** The book's day on which the pledge was made. */
  made: Day
  /** Payments that are linked to the pledge, in any order. */
  payments: readonly Pick<PledgePayment, 'day'>[]
  /** Last day up to which imports would have told of a payment; null where none would. */
  coverage: Day | null
  today: Day
}

type Terms = Pick<Pledge, 'rhythm' | 'months' | 'cancelled'>

/**
 * The n-th day on which a pledge is due, counted from 0: the day it was made, and the same day of every later month that its rhythm
 * meets. A day that a month lacks is its last, and the next month has it again: each is counted from the first, so none drifts.
 */
export function dueDay(made: Day, step: number, n: number): Day {
  return dayOfMonth(addMonths(monthOf(made), n * step), Number(made.slice(8)))
}

/**
 * Where a pledge stands today. It is at risk only where imports cover its due day and ten days more and no payment came, and ended
 * where that is so for two periods; where imports do not reach so far nothing is claimed.
 */
export function standingOf(pledge: Terms, facts: StandingFacts): PledgeStanding {
  const checked = facts.coverage
  if (pledge.cancelled !== null) return { state: 'cancelled', due: null, checked }
  const step = MONTHS_OF[pledge.rhythm]
  return step === null ? standsOnce(pledge, facts) : standsRepeated(step, facts)
}

/** One payment is all that was promised: it comes, or it is missed for twice the months that it was meant for. */
function standsOnce({ months }: Terms, { made, payments, coverage, today }: StandingFacts): PledgeStanding {
  if (payments.length > 0) return { state: 'paid', due: null, checked: coverage }
  if (isCovered(dueDay(made, Math.max(1, months), 2), coverage, today)) return { state: 'ended', due: null, checked: coverage }
  return unpaid(made, { coverage, today })
}

function standsRepeated(step: number, { made, payments, coverage, today }: StandingFacts): PledgeStanding {
  const due = (n: number): Day => dueDay(made, step, n)
  const now = lastDue(made, step, today)
  const next = lastSettled(payments, (day) => lastDue(made, step, day)) + 1
  if (next > now) return { state: next > 0 ? 'paid' : 'open', due: due(next), checked: coverage }
  if (next < now && isCovered(due(next + 1), coverage, today)) return { state: 'ended', due: null, checked: coverage }
  return unpaid(due(next), { coverage, today })
}

/** A day that is due and not paid: within its days of grace, missed for certain, or not known yet. */
function unpaid(due: Day, { coverage, today }: Pick<StandingFacts, 'coverage' | 'today'>): PledgeStanding {
  if (today <= addDays(due, GRACE_DAYS)) return { state: 'open', due, checked: coverage }
  return { state: isCovered(due, coverage, today) ? 'at-risk' : 'unchecked', due, checked: coverage }
}

/** Whether imports tell all that came within the grace of a due day. What is to come is never covered. */
function isCovered(due: Day, coverage: Day | null, today: Day): boolean {
  const graceful = addDays(due, GRACE_DAYS)
  return coverage !== null && coverage >= graceful && today > graceful
}

/** The last period that is due on a day; −1 before the first. */
function lastDue(made: Day, step: number, day: Day): number {
  const n = Math.floor(monthsBetween(monthOf(made), monthOf(day)) / step)
  return Math.max(-1, dueDay(made, step, n) <= day ? n : n - 1)
}

/**
 * The last period that is paid; −1 without one. Each payment settles the period it falls into, a little early or late, or the next
 * that is still free; a period that was passed over is not asked for again once a later one is paid.
 */
function lastSettled(payments: StandingFacts['payments'], dueOn: (day: Day) => number): number {
  const settled = new Set<number>()
  for (const day of payments.map((payment) => payment.day).toSorted()) {
    let period = Math.max(0, dueOn(addDays(day, GRACE_DAYS)))
    while (settled.has(period)) period += 1
    settled.add(period)
  }
  return Math.max(-1, ...settled)
}
