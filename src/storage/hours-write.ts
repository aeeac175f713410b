import type { HourSighting, ProjectChoice } from '#domain/hours.ts'
import type { Value } from './driver.ts'
import type { HourClaims, HourWrites } from './hour-storage.ts'
import { BY_HAND } from './ledger.ts'
import { hourProjects, hoursGone, standingHours, type SaidProject, type StandingHour } from './read-hours.ts'
import { batches, type Session } from './session.ts'
import type { Claimed } from './storage.ts'

/** What can be written of time outside of imports. */
export function hourWrites(session: Session): HourWrites {
  const { transaction, book } = session
  return {
    hoursGone: (id, prefix) => hoursGone(session, id, prefix),
    hourProjects: () => hourProjects(transaction, book),
    async setHourProject(choice) {
      await transaction.deleteFrom('hour_project').where('book', '=', book).where('project', '=', choice.project).execute()
      await keepProject(session, { ...choice, import: BY_HAND })
    },
  }
}

/** What an import can say of time. */
export function hourClaims(session: Session, id: number, asOf: string): HourClaims {
  const { transaction, book } = session
  let isFirst: boolean | undefined
  return {
    async claimHours(told) {
      isFirst ??= (await transaction.selectFrom('hour').select('key').where('book', '=', book).limit(1).execute()).length === 0
      const keys = isFirst ? [] : told.map(({ key }) => key)
      const before = await standingHours(transaction, book, keys)
      await keepHours(
        session,
        told.map((sighting) => ({ sighting, imports: [id] })),
      )
      return told.map((sighting) => claimed(sighting, before.get(sighting.key), asOf))
    },
    async placeProjects(choices) {
      const known = new Map((await hourProjects(transaction, book)).map((choice) => [choice.project, choice]))
      for (const choice of choices) {
        if (!isSamePlace(choice, known.get(choice.project))) await keepProject(session, { ...choice, import: id })
      }
    },
  }
}

function isSamePlace(a: ProjectChoice, b: ProjectChoice | undefined): boolean {
  return b !== undefined && a.venture === b.venture && a.kind === b.kind
}

function isSame(a: HourSighting, b: HourSighting): boolean {
  return a.at === b.at && a.minutes === b.minutes && a.project === b.project && a.note === b.note
}

function claimed(sighting: HourSighting, before: StandingHour | undefined, asOf: string): Claimed {
  if (!before) return 'added'
  return isSame(sighting, before.sighting) || asOf < before.asOf ? 'unchanged' : 'updated'
}

const COLUMNS = ['book', 'key', 'import', 'at', 'minutes', 'project', 'note'] as const

/** Writes what imports say of spans of time; the database refuses a key that one import tells twice. */
export async function keepHours(session: Session, told: readonly { sighting: HourSighting; imports: readonly number[] }[]): Promise<void> {
  const { driver, transaction, book } = session
  const rows = told.flatMap(({ sighting: { key, at, minutes, project, note }, imports }) =>
    imports.map((id): Value[] => [book, key, id, at, minutes, project, note ?? null]),
  )
  for (const batch of batches(rows)) await driver.insertMany(transaction, { table: 'hour', columns: COLUMNS, rows: batch })
  session.changed = true
}

/** Writes what was said of one project. */
export async function keepProject(session: Session, said: SaidProject): Promise<void> {
  const { transaction, book } = session
  await transaction
    .insertInto('hour_project')
    .values({ book, ...said })
    .execute()
  session.changed = true
}

/** How many spans of time are taken back at once. */
const PAGE = 200

/** Takes back what one live import said of time; answers how many spans of time went, and how many became what an earlier one says. */
export async function undoHours({ transaction, book }: Session, id: number): Promise<{ removed: number; restored: number }> {
  const undone = { removed: 0, restored: 0 }
  await transaction.deleteFrom('hour_project').where('book', '=', book).where('import', '=', id).execute()
  for (;;) {
    const own = transaction.selectFrom('hour').select('key').where('book', '=', book).where('import', '=', id)
    const keys = (await own.orderBy('key').limit(PAGE).execute()).map(({ key }) => key)
    const last = keys.at(-1)
    if (last === undefined) return undone
    const before = await standingHours(transaction, book, keys)
    await transaction.deleteFrom('hour').where('book', '=', book).where('import', '=', id).where('key', '<=', last).execute()
    const after = await standingHours(transaction, book, keys)
    const restored = keys.filter((key) => {
      const [was, is] = [before.get(key), after.get(key)]
      return was && is && !isSame(was.sighting, is.sighting)
    })
    undone.removed += keys.length - after.size
    undone.restored += restored.length
  }
}
