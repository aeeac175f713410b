import type { FileReport } from '#contract/import.ts'
import type { HourSighting } from '#domain/hours.ts'
import type { BookWriter, ImportWriter } from '#storage/storage.ts'
import { checkVenture, projectsOf } from './hours.ts'
import type { ReadFile, RequestedFile } from './import-read.ts'
import { NO_TALLY, type Tally } from './import-report.ts'

/** Saves where the request says that a file's projects belong; throws a problem for a venture that is not there. */
export async function placeProjects(
  { writer, importing }: { writer: BookWriter; importing: ImportWriter },
  { hours }: ReadFile,
  { projects }: RequestedFile,
): Promise<void> {
  const choices = projects.filter(({ project }) => hours.has(project))
  const ventures = await writer.ventures()
  for (const choice of choices) checkVenture(choice, ventures)
  await importing.placeProjects(choices)
}

/** Saves some of a file's time. */
export async function claimHours(importing: ImportWriter, hours: readonly HourSighting[]): Promise<Tally> {
  const tally = { ...NO_TALLY }
  for (const claimed of await importing.claimHours(hours)) tally[claimed] += 1
  return tally
}

/** How many spans of time a file tells. */
export function hourEntries({ hours }: Pick<ReadFile, 'hours'>): number {
  return [...hours.values()].reduce((sum, { entries }) => sum + entries, 0)
}

/** What a file tells of time; null for one that tells of none. A venture that does not last, of a preview, is told by its name alone. */
export async function hoursTold(
  writer: BookWriter,
  { hours }: ReadFile,
  isLasting: (venture: number) => boolean,
): Promise<FileReport['hours']> {
  if (hours.size === 0) return null
  const projects = projectsOf(hours, { choices: await writer.hourProjects(), ventures: await writer.ventures() })
  return {
    entries: hourEntries({ hours }),
    minutes: projects.reduce((sum, { minutes }) => sum + minutes, 0),
    projects: projects.map((one) => (one.venture !== null && !isLasting(one.venture) ? { ...one, venture: null } : one)),
  }
}

/**
 * Says so where entries of the same platform stand between a file's first and last one, and are not in it: trackers write no ids, so
 * one that was moved counts twice until its earlier sight is let go.
 */
export async function hoursGone(writer: BookWriter, { hours, platform }: ReadFile, id: number | null): Promise<string[]> {
  if (hours.size === 0 || id === null) return []
  const { entries, minutes } = await writer.hoursGone(id, `${platform.id}:`)
  if (entries === 0) return []
  const what = entries === 1 ? '1 entry' : `${entries} entries`
  return [
    `${what} (${minutes} minutes) of these days came with an earlier file and cannot be found in this one: moved, deleted, or not exported. ` +
      'They are kept; undoing the import of that file lets them go.',
  ]
}
