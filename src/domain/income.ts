import type { Amounts, Minor } from './money.ts'
import type { Month } from './month.ts'

/** How income is placed in time. Cash: the day it was paid. Smoothed: over the months it covers (PRODUCT rule 9). */
export type Lens = 'cash' | 'smoothed'

/** Sums of counted ledger lines. `entries` counts lines. */
export interface Sums extends Amounts {
  entries: number
}

/** One cell of a roll-up: counted lines of one stream, month and original currency. */
export interface MonthCell {
  stream: number
  month: Month
  currency: string
  /** Sums in the original currency. */
  native: Sums
  /** The same in the home currency, or null where there is no rate. */
  home: Amounts | null
  /** Lines converted at a rate that stands in for one not yet published. */
  estimated: number
}

/** Counted cash net of one day in the home currency, whole-month lines left out. */
export interface DayNet {
  day: string
  net: Minor
}
