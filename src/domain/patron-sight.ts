import type { Minor } from './money.ts'
import { divideHalfEven } from './money.ts'
import type { Day } from './month.ts'

export const SIGHT_STATUSES = ['active', 'declined', 'former', 'free'] as const
/** How a patron stands with the platform. Only active ones are expected to pay again; `free` ones follow without paying. */
export type SightStatus = (typeof SIGHT_STATUSES)[number]

export const RECURRENCES = ['week', 'month', 'year'] as const
export type Recurrence = (typeof RECURRENCES)[number]

/** One row of a snapshot (PRODUCT rule 7): who is a patron, and what is expected of them. It is never counted as money. */
export interface PatronSight {
  /** Unique in its snapshot. */
  key: string
  /** The platform's own name of the patron, stable over renames; absent for patrons who stay secret and for sums. */
  patron?: string
  name?: string
  /** How many patrons the row stands for: one, or those of a day's sum. */
  patrons: number
  status: SightStatus
  /** Minor units of what is paid each time; null where the platform keeps it private. */
  amount: Minor | null
  /** Code of the amounts; empty where none is told. */
  currency: string
  every: Recurrence
  since?: Day
  /** The day that the row tells of, where one file tells of many. */
  day?: Day
  /** Minor units of all that was ever charged. */
  lifetime?: Minor
}

/** What a snapshot lets expect of those of one status. */
export interface Expected {
  patrons: number
  /** Patrons whose amount is private: they are in no sum. */
  hidden: number
  /** Minor units a month by currency, sorted; before fees. */
  monthly: { currency: string; amount: Minor }[]
}

/** Payments of one kind in a year: a week is 1/52 of it, as Liberapay has it. */
export const A_YEAR: Readonly<Record<Recurrence, number>> = { week: 52, month: 12, year: 1 }

/**
 * What the rows of one status come to a month, the active ones where none is said: weekly amounts times 52/12, yearly ones over 12, each currency's sum rounded
 * once (half to even). Of a file that tells of many days only the newest is still expected.
 */
export function expectedOf(sights: readonly PatronSight[], of: SightStatus = 'active'): Expected {
  const newest = sights.reduce((last, { day = '' }) => (day > last ? day : last), '')
  const own = sights.filter(({ status, day = '' }) => status === of && day === newest)
  const yearly = new Map<string, bigint>()
  for (const { amount, currency, every } of own) {
    if (amount !== null) yearly.set(currency, (yearly.get(currency) ?? 0n) + BigInt(amount) * BigInt(A_YEAR[every]))
  }
  const sum = (rows: readonly PatronSight[]) => rows.reduce((all, { patrons }) => all + patrons, 0)
  return {
    patrons: sum(own),
    hidden: sum(own.filter(({ amount }) => amount === null)),
    monthly: [...yearly]
      .map(([currency, amount]) => ({ currency, amount: Number(divideHalfEven(amount, 12n)) }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}
