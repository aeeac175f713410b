import type { Kysely } from 'kysely'
import type { FrozenPromise } from '#domain/promise.ts'
import { count, currency, day, fields, id, month, type Check } from './fact-form.ts'
import type { Schema } from './schema.ts'
import type { Session } from './session.ts'

/** What was said at the beginning of a month that it would bring; never changed afterwards. */
export interface PromiseTable {
  book: string
  month: string
  low: number
  middle: number
  high: number
  recalibration: number
  currency: string
  made: string
}

/** What can be asked of past promises: part of `Storage`. */
export interface PromiseReads {
  /** By month, oldest first. */
  promises(book: string): Promise<FrozenPromise[]>
}

/** Part of `BookWriter`. */
export interface PromiseWrites {
  /** Keeps a promise for good; throws where its month has one already. */
  freezePromise(promise: FrozenPromise): Promise<void>
}

export async function promises(db: Kysely<Schema>, book: string): Promise<FrozenPromise[]> {
  return db
    .selectFrom('promise')
    .select(['month', 'low', 'middle', 'high', 'recalibration', 'currency', 'made'])
    .where('book', '=', book)
    .orderBy('month')
    .execute()
}

export function promiseWrites(session: Session): PromiseWrites {
  return { freezePromise: (promise) => keepPromise(session, promise) }
}

/** Inserts one promise; the database refuses a second one of its month. */
export async function keepPromise(session: Session, promise: FrozenPromise): Promise<void> {
  const { month: of, low, middle, high, recalibration, currency: home, made } = promise
  const values = { book: session.book, month: of, low, middle, high, recalibration, currency: home, made }
  await session.transaction.insertInto('promise').values(values).execute()
  session.changed = true
}

/** The form of a promise in a book file. */
export const promiseCheck: Check = fields({ month, low: count, middle: count, high: count, recalibration: id, currency, made: day })
