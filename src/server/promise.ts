import { addMonths, dayOfMonth, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import { GRACE_DAYS } from '#domain/pledge-standing.ts'
import { promiseOf, recalibrated, recordOf, type FrozenPromise } from '#domain/promise.ts'
import { STRIPE_SYNC } from '#platforms/stripe/transaction.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { fullMonths, netOf, type FullMonths } from './full-months.ts'
import { knownAhead, promiseQuestion, type KnownAhead } from './known-ahead.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

/** Months of the example that have a promise: as many as there are dots. */
const EXAMPLE_MONTHS = 12

/** Freezes what each book promises of its running month, once and as soon as it can, from its full months alone (FEATURES N4). */
export async function freezePromises({ storage, clock }: Pick<Parts, 'storage' | 'clock'>): Promise<void> {
  for (const book of await storage.books()) {
    const today = todayOf(book, clock)
    const running = monthOf(today)
    const before = await storage.promises(book.id)
    if (before.some(({ month }) => month === running) || !(await isTold(storage, book, today))) continue
    const facts = await knownOn(storage, book, today)
    const promise = promised(book, { ...facts, before, month: running, made: today })
    if (promise) await storage.write(book.id, (writer) => writer.freezePromise(promise))
  }
}

/**
 * Whether the month before the running one is told: a line of the running month is there, or a file was imported since it began that
 * reaches the month before, or the month has lines and ten days have passed, in which payments and their files come late. Before that
 * it may still wait for its imports, and a month without any line is not known to have brought nothing. What comes in by itself, day
 * by day, brings lines of the running month too, so it is not waited for as a file.
 */
async function isTold(storage: Storage, book: Book, today: Day): Promise<boolean> {
  const running = monthOf(today)
  const last = addMonths(running, -1)
  const reach = (await storage.span(book.id))?.to
  if (reach === undefined || reach < last) return false
  if (reach >= running || Number(today.slice(8)) > GRACE_DAYS) return true
  return (await storage.imports(book.id)).some(({ layout, savedAt, span }) => {
    const isNew = savedAt !== '' && monthOf(todayOf(book, () => savedAt)) === running
    return isNew && layout !== STRIPE_SYNC.id && span !== null && monthOf(span.to) >= last
  })
}

/** Gives the example the promises that it would have made, each from the months before its own. */
export async function promiseExample(storage: Storage, book: Book, today: Day): Promise<void> {
  const running = monthOf(today)
  const promises: FrozenPromise[] = []
  for (const month of monthRange(addMonths(running, -EXAMPLE_MONTHS), running)) {
    const made = dayOfMonth(month, 1)
    const promise = promised(book, { ...(await knownOn(storage, book, made)), before: promises, month, made })
    if (promise) promises.push(promise)
  }
  await storage.write(book.id, async (writer) => {
    for (const promise of promises) await writer.freezePromise(promise)
  })
}

/** What was known before the month of a day. */
async function knownOn(storage: Storage, book: Book, day: Day): Promise<Pick<Promising, 'full' | 'ahead'>> {
  const full = await fullMonths(storage, book, day)
  return { full, ahead: await knownAhead(storage, book, { full, today: day, horizon: 1 }) }
}

interface Promising {
  full: FullMonths
  ahead: KnownAhead
  before: readonly FrozenPromise[]
  month: Month
  made: Day
}

function promised(book: Book, { full, ahead, before, month, made }: Promising): FrozenPromise | undefined {
  if (full.first === null) return undefined
  const record = recordOf(before, { currency: book.homeCurrency, running: month, netOf: netOf(full) })
  const recalibration = recalibrated(record)
  const band = promiseOf(promiseQuestion(full.first, { full, ahead, recalibration }))
  return band ? { ...band, month, recalibration, currency: book.homeCurrency, made } : undefined
}
