import type { FileReport } from '#contract/import.ts'
import type { HourSighting } from '#domain/hours.ts'
import type { BookWriter, ImportWriter } from '#storage/storage.ts'
import { checkVenture, projectsOf } from './hours.ts'
import type { ReadFile, RequestedFile } from './import-read.ts'
import { NO_TALLY, type Tally } from './import-report.ts'

/** Saves a file's time, and where the request says that its projects belong; throws a problem for a venture that is not there. */
export async function claimHours(
  { writer, importing }: { writer: BookWriter; importing: ImportWriter },
  { hours }: ReadFile,
  { projects }: RequestedFile,
): Promise<Tally> {
  const own = new Set(hours.map(({ project }) => project))
  const choices = projects.filter(({ project }) => own.has(project))
  const ventures = await writer.ventures()
  for (const choice of choices) checkVenture(choice, ventures)
  await importing.placeProjects(choices)
  const tally = { ...NO_TALLY }
  for (const claimed of await importing.claimHours(hours)) tally[claimed] += 1
  return tally
}

/** What a file tells of time; null for one that tells of none. A venture that does not last, of a preview, is told by its name alone. */
export async function hoursTold(
  writer: BookWriter,
  { hours }: ReadFile,
  isLasting: (venture: number) => boolean,
): Promise<FileReport['hours']> {
  if (hours.length === 0) return null
  const projects = projectsOf(hours, { choices: await writer.hourProjects(), ventures: await writer.ventures() })
  return {
    entries: hours.length,
    minutes: hours.reduce((sum, { minutes }) => sum + minutes, 0),
    projects: projects.map((one) => (one.venture !== null && !isLasting(one.venture) ? { ...one, venture: null } : one)),
  }
}

/**
 * Says so where entries of the same platform stand between a file's first and last one, and are not in it: trackers write no ids, so
 * one that was moved counts twice until its earlier sight is let go.
 */
export async function hoursGone(writer: BookWriter, { hours, platform }: ReadFile): Promise<string[]> {
  if (hours.length === 0) return []
  const own = new Set(hours.map(({ key }) => key))
  const moments = hours.map(({ at }) => at).toSorted()
  const [first = '', last = ''] = [moments[0], moments.at(-1)]
  const isGone = ({ key, at }: HourSighting) => key.startsWith(`${platform.id}:`) && at >= first && at <= last && !own.has(key)
  const gone = (await writer.hours()).filter(isGone)
  if (gone.length === 0) return []
  const minutes = gone.reduce((sum, hour) => sum + hour.minutes, 0)
  const what = gone.length === 1 ? '1 entry' : `${gone.length} entries`
  return [
    `${what} (${minutes} minutes) of these days came with an earlier file and cannot be found in this one: moved, deleted, or not exported. ` +
      'They are kept; undoing the import of that file lets them go.',
  ]
}
