import { addMonths, lastDay, monthOf, type Day, type Month } from './month.ts'

/** What is known of how far a venture's money is told. */
export interface Reach {
  today: Day
  /** The first month with money; null before it. */
  first: Month | null
  /** For each stream that imports feed, the last day that they reach. */
  reached: readonly Day[]
  /** The last closed month of which anything is told. */
  told: Month | null
}

/**
 * The last closed month of which everything is known: every stream's imports reach its last day. Money that is typed in is complete
 * by its owner's own word; where there is no other, months after the last of which anything is told are not known to be empty.
 * Null before the first month with money.
 */
export function coveredMonth({ today, first, reached, told }: Reach): Month | null {
  const closed = addMonths(monthOf(today), -1)
  const covered = reached.length === 0 ? told : reached.map(lastWhole).reduce((least, month) => (month < least ? month : least), closed)
  return first === null || covered === null || covered < first ? null : covered
}

/** The last month that is over when a day is. */
function lastWhole(day: Day): Month {
  const month = monthOf(day)
  return day === lastDay(month) ? month : addMonths(month, -1)
}
