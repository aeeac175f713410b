import { addMonths } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { numberWord, plural } from '#web/ui/number-words.ts'

/** Streams of which each has a line of its own. */
const APART = 2
/** Streams that are named in one sentence. */
const NAMED = 3

/** Streams that may have ended in one sentence, where they are too many for a line each; undefined where they are not. */
export function severalSilent(names: readonly string[], format: Format): string | undefined {
  if (names.length <= APART) return undefined
  const rest = names.length - NAMED
  const others = rest > 0 ? [plural(rest, 'other', { written: numberWord(rest) })] : []
  const list = format.list([...names.slice(0, NAMED), ...others])
  return `${list} have brought nothing for long: archive what ended; they are still drawn.`
}

/** What follows the name of a stream that brings nothing any more; `since` is its first month without money. */
export function silentText(since: string, today: string, format: Format): string {
  const last = addMonths(since, -1)
  const name = last.slice(0, 4) === today.slice(0, 4) ? format.longMonth(last) : format.month(last)
  return `has brought nothing since ${name}: archive it if it ended; it is still drawn.`
}
