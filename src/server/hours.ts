import type { HourProject, Hours } from '#contract/hours.ts'
import type { Venture } from '#domain/book.ts'
import { hoursByMonth, placedHours, placesOf, type HourSighting, type ProjectChoice } from '#domain/hours.ts'
import { zone } from '#domain/zone.ts'
import { notThere } from '#http/problem.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import type { HourTotal } from './import-rows.ts'
import type { Parts } from './parts.ts'

export function hourHandlers({ storage }: Parts): Handlers<'hours' | 'setProject'> {
  return {
    hours: ({ book }) => hoursOf(storage, book),
    async setProject({ book, body }) {
      const [hours, ventures] = [await storage.hours(book.id), await storage.ventures(book.id)]
      if (!hours.some(({ project }) => project === body.project)) throw notThere(`time of the project "${body.project}"`)
      checkVenture(body, ventures)
      await storage.write(book.id, (writer) => writer.setHourProject(body))
      return hoursOf(storage, book)
    },
  }
}

/** Throws a problem for a choice of a venture that is not there. */
export function checkVenture({ venture }: ProjectChoice, ventures: readonly Venture[]): void {
  if (venture !== null && !ventures.some(({ id }) => id === venture)) throw notThere(`venture ${venture}`)
}

async function hoursOf(storage: Storage, book: Book): Promise<Hours> {
  const [hours, choices, ventures] = [await storage.hours(book.id), await storage.hourProjects(book.id), await storage.ventures(book.id)]
  const names = new Map(ventures.map(({ id, name }) => [id, name]))
  const sums = hoursByMonth(placedHours(hours, placesOf(choices, ventures), zone(book.zone)))
  return {
    sums: sums
      .map(({ period, venture, kind, minutes }) => ({ month: period, venture, ventureName: nameOf(names, venture), kind, minutes }))
      .toSorted((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0)),
    projects: projectsOf(totalsOf(hours), { choices, ventures }),
  }
}

function nameOf(names: ReadonlyMap<number, string>, venture: number | null): string | null {
  return venture === null ? null : (names.get(venture) ?? null)
}

function totalsOf(hours: readonly HourSighting[]): Map<string, HourTotal> {
  return new Map(
    [...Map.groupBy(hours, ({ project }) => project)].map(([project, own]) => [
      project,
      { entries: own.length, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) },
    ]),
  )
}

/** Time by project, the largest first, each in its place. */
export function projectsOf(
  hours: ReadonlyMap<string, HourTotal>,
  { choices, ventures }: { choices: readonly ProjectChoice[]; ventures: readonly Venture[] },
): HourProject[] {
  const place = placesOf(choices, ventures)
  const said = new Set(choices.map(({ project }) => project))
  const names = new Map(ventures.map(({ id, name }) => [id, name]))
  const projects = [...hours].map(([project, total]): HourProject => {
    const { venture, kind } = place(project)
    return { project, venture, ventureName: nameOf(names, venture), kind, said: said.has(project), ...total }
  })
  return projects.toSorted((a, b) => b.minutes - a.minutes || (a.project < b.project ? -1 : 1))
}
