import type { HourKind, HourProject } from '#contract/hours.ts'
import type { FileReport } from '#contract/import.ts'
import type { Format } from '#web/ui/format.ts'
import { plural } from '#web/ui/number-words.ts'

/** A length of time: "12 h 30 min", "45 min". */
export function durationWords(minutes: number, format: Format): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [...(hours > 0 ? [`${format.count(hours)} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])]
  return parts.join(' ')
}

const KINDS: Record<HourKind, string> = { basic: 'Basic work', paid: 'Paid work', care: 'Care of the business' }

export function kindWords(kind: HourKind): string {
  return KINDS[kind]
}

/** A project as a table names it. */
export function projectName({ project }: Pick<HourProject, 'project'>): string {
  return project === '' ? 'Without a project' : project
}

/** How much time a file tells of: "12 h 30 min in 4 projects." Empty for a file of money. */
export function hoursWords({ hours }: Pick<FileReport, 'hours'>, format: Format): string {
  if (!hours) return ''
  const projects = plural(hours.projects.length, 'project', { written: format.count(hours.projects.length) })
  return `${durationWords(hours.minutes, format)} in ${projects}.`
}
