import { countedTime, knownWeeks, type CheckIn } from '#domain/check-in.ts'
import { placedHours, placesOf, type DayTime } from '#domain/hours.ts'
import type { Day } from '#domain/month.ts'
import { zone } from '#domain/zone.ts'
import type { Book, Storage } from '#storage/storage.ts'

/** A book's time as it counts. */
export interface BookTime {
  imported: DayTime[]
  checkIns: CheckIn[]
  /** What was said of weeks, and what was imported for the others. */
  time: DayTime[]
  /** Mondays of the weeks that are known. */
  known: ReadonlySet<Day>
}

export async function bookTime(storage: Storage, book: Book): Promise<BookTime> {
  const [hours, choices, ventures] = [await storage.hours(book.id), await storage.hourProjects(book.id), await storage.ventures(book.id)]
  const imported = placedHours(hours, placesOf(choices, ventures), zone(book.zone))
  const checkIns = await storage.checkIns(book.id)
  return { imported, checkIns, time: countedTime(imported, checkIns), known: knownWeeks(imported, checkIns) }
}
