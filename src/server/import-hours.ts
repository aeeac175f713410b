import type { FileReport } from '#contract/import.ts'
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
