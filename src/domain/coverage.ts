import { addMonths, lastDay, monthOf, type Day, type Month } from './month.ts'

/**
 * The last closed month of which everything is known: every stream's imports reach its last day. Null before the first month with
 * money. `reached` holds a day for each stream that imports feed; money that is typed in is complete by its owner's own word, so
 * without any such stream it is the month before this one.
 */
export function coveredMonth({ today, first, reached }: { today: Day; first: Month | null; reached: readonly Day[] }): Month | null {
  const closed = addMonths(monthOf(today), -1)
  const covered = reached.map(lastWhole).reduce((least, month) => (month < least ? month : least), closed)
  return first === null || covered < first ? null : covered
}

/** The last month that is over when a day is. */
function lastWhole(day: Day): Month {
  const month = monthOf(day)
  return day === lastDay(month) ? month : addMonths(month, -1)
}
