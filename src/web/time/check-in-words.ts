import type { CheckInWeek } from '#contract/time.ts'
import { minutesIn } from '#domain/check-in.ts'
import { durationWords } from '#web/hours/words.ts'
import type { Format } from '#web/ui/format.ts'

/** All that was imported for a week. */
export function importedMinutes({ imported }: Pick<CheckInWeek, 'imported'>): number {
  return imported.reduce((sum, line) => sum + minutesIn(line), 0)
}

/** Where the numbers of the form come from, and what counts. */
export function originWords(week: CheckInWeek, format: Format): string {
  const imported = importedMinutes(week)
  if (week.said) {
    const besides = imported > 0 ? ` The ${durationWords(imported, format)} that were imported for it do not count besides.` : ''
    return `As you said it.${besides}`
  }
  if (imported > 0) return `From your imported time. What you save here counts in its place, for the whole week.`
  return week.before.length > 0
    ? 'Begun with the numbers of the last week that is known; nothing is saved yet.'
    : 'Nothing is known of this week yet.'
}
