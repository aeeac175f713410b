import type { Column } from './columns.ts'
import type { NumberOrder } from './date-order.ts'
import type { Fields } from './fields.ts'
import { checkedSeconds, clockSeconds, dayIn, HourRows, lengthIn, RUNNING, secondsBetween, wallTime, type Spent } from './hour-rows.ts'
import type { Found } from './plain-table.ts'
import type { TableReading, TableStart } from './table.ts'

/** What a table of timed entries has, whatever its columns are called. */
export type TimedName = 'person' | 'client' | 'project' | 'description' | 'startDate' | 'startTime' | 'endDate' | 'endTime' | 'duration'

const HALF = /\d\s*[ap]\.?m\.?$/i
const BY_HALF_DAYS = 'the times are written with AM and PM'

/**
 * Reads entries with a beginning, and an end or a length. The key is the beginning and who worked: everything else about an entry
 * can be changed later, and the trackers write no id.
 */
export function timedRows(found: Found<TimedName>, { sample, options }: TableStart): TableReading {
  const hasHalves = sample.some(({ cells }) => HALF.test(cells[found.startTime.index] ?? ''))
  return new HourRows({
    take: (fields, order) => take(fields, found, order),
    dates: [found.startDate, found.endDate],
    likely: hasHalves ? { order: 'mdy', because: BY_HALF_DAYS } : undefined,
    said: options.dates,
    person: found.person,
  })
}

function take(fields: Fields, found: Found<TimedName>, order: NumberOrder | undefined): Spent | string {
  const text = (name: TimedName) => fields.text(found[name])
  const start = { day: dayIn(fields, found.startDate, order), clock: clockIn(fields, found.startTime) }
  const isTimed = text('endTime') !== ''
  if (text('duration') === '' && !isTimed) return RUNNING
  const at = wallTime(start)
  const person = text('person').toLowerCase()
  return {
    key: person === '' ? at : `${at}:${person}`,
    at,
    seconds: text('duration') === '' ? untilEnd(fields, found, { start, order }) : lengthIn(fields, found.duration),
    project: [text('client'), text('project')],
    note: text('description'),
  }
}

function untilEnd(
  fields: Fields,
  found: Found<TimedName>,
  { start, order }: { start: { day: string; clock: number }; order: NumberOrder | undefined },
): number {
  const end = { day: dayIn(fields, found.endDate, order), clock: clockIn(fields, found.endTime) }
  return fields.isReadable ? checkedSeconds(fields, found.endTime, secondsBetween(start, end)) : 0
}

function clockIn(fields: Fields, column: Column): number {
  const text = fields.needed(column)
  const clock = clockSeconds(text)
  if (text !== '' && clock === undefined) fields.complain(column, `"${text}" is no time of a day. It should look like 14:30 or 2:30 PM.`)
  return clock ?? 0
}
