import { addMonths } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'

/** What follows the name of a stream that brings nothing any more; `since` is its first month without money. */
export function silentText(since: string, today: string, format: Format): string {
  const last = addMonths(since, -1)
  const name = last.slice(0, 4) === today.slice(0, 4) ? format.longMonth(last) : format.month(last)
  return `has brought nothing since ${name}: archive it if it ended; it is still drawn.`
}
