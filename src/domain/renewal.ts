import type { Minor } from './money.ts'
import { addMonths, dayOfMonth, monthOf, monthsBetween, type Day, type Month } from './month.ts'

/** A payment that covers more than one month, with what is tied to it; minor units of the home currency. */
export interface LongPayment {
  stream: number
  day: Day
  months: number
  /** The platform's own name of the payer, else the name shown; null where nobody is named. */
  patron: string | null
  /** What came, less its fees. */
  net: Minor
  /** What was given back of it. */
  back: Minor
}

/** A payment that is due again in a month ahead. */
export interface Renewal {
  stream: number
  patron: string | null
  /** The month ahead, 0 for the running one. */
  ahead: number
  /** The day of it on which it is due. */
  day: Day
  amount: Minor
  /** How probable it is that it comes, in thousandths. */
  chance: number
  /** Months that it is for. */
  covers: number
}

export interface Renewals {
  /** Of payments that were due again, how many came again. */
  record: { due: number; renewed: number }
  due: Renewal[]
}

/** Before a book has its own record three of four are taken to renew, as if that had been seen of four payments: an assumption. */
const PRIOR = { renewed: 3, due: 4 }
/** How probable it is that something comes of which there is no record, in thousandths. */
export const UNPROVEN = (1_000 * PRIOR.renewed) / PRIOR.due
/** Months after the due one in which a payment still counts as its renewal, for cards that are charged late. */
const LATE = 1

/**
 * Which long payments are due again in the months ahead, and how likely they come (METRICS 9, step 5). Only what was paid before
 * the running month counts; what was due in a month that is over and did not come has ended, and so has what was given back. The
 * chance is (renewed + 3) ÷ (due + 4) of the book's own payments, for the second time its square, and so on.
 */
export function renewals(payments: readonly LongPayment[], { running, horizon }: { running: Month; horizon: number }): Renewals {
  const known = payments.filter(({ day }) => monthOf(day) < running)
  const series = [...Map.groupBy(known, keyOf).values()]
  const record = recordOf(series, running)
  const chance = (record.renewed + PRIOR.renewed) / (record.due + PRIOR.due)
  const last = series.flatMap((one) => one.at(-1) ?? [])
  return { record, due: last.flatMap((payment) => duesOf(payment, { running, horizon, chance })) }
}

/** A payer's payments into a stream follow each other; a payment of nobody known stands alone. */
function keyOf({ stream, patron }: LongPayment, i: number): string {
  return JSON.stringify(patron === null ? [stream, i] : [stream, patron])
}

function dueMonth({ day, months }: LongPayment): Month {
  return addMonths(monthOf(day), months)
}

function recordOf(series: readonly (readonly LongPayment[])[], running: Month): Renewals['record'] {
  let [due, renewed] = [0, 0]
  for (const one of series) {
    for (const [i, payment] of one.entries()) {
      const next = one[i + 1]
      const again = next !== undefined && monthOf(next.day) <= addMonths(dueMonth(payment), LATE)
      // Whether a payment of nobody known came again cannot be told, and of the newest ones not yet.
      if (payment.patron === null || (!again && addMonths(dueMonth(payment), LATE) >= running)) continue
      due += 1
      if (again) renewed += 1
    }
  }
  return { due, renewed }
}

function duesOf(payment: LongPayment, { running, horizon, chance }: { running: Month; horizon: number; chance: number }): Renewal[] {
  const { stream, patron, months, net, back } = payment
  const first = monthsBetween(running, dueMonth(payment))
  if (first < 0 || back > 0 || net <= 0) return []
  const times = Array.from({ length: Math.max(0, Math.ceil((horizon - first) / months)) }, (_, i) => i)
  return times.map((i) => {
    const ahead = first + i * months
    const day = dayOfMonth(addMonths(running, ahead), Number(payment.day.slice(8)))
    return { stream, patron, ahead, day, amount: net, chance: Math.trunc(1_000 * chance ** (i + 1)), covers: months }
  })
}

/** What long payments brought, by stream and month: it is known ahead or over, and so not drawn. */
export function longByMonth(payments: readonly LongPayment[], months: readonly Month[]): Map<number, Minor[]> {
  const place = new Map(months.map((month, i) => [month, i]))
  const sums = new Map<number, Minor[]>()
  for (const { stream, day, net } of payments) {
    const at = place.get(monthOf(day))
    if (at === undefined) continue
    const row = sums.get(stream) ?? months.map(() => 0)
    sums.set(stream, row)
    row[at] = (row[at] ?? 0) + net
  }
  return sums
}
