import { Kysely } from 'kysely'
import type { Driver } from './driver.ts'
import type { Schema } from './schema.ts'

/**
 * Reads what stands in the database at the first piece, whatever is written while the pieces are taken: an export goes out as
 * fast as somebody downloads it, and must not be half of one book and half of the next. Where the database has one connection
 * only, everything is read at once, before anybody else has it.
 */
export async function* inSnapshot<T>(
  { db, driver }: { db: Kysely<Schema>; driver: Driver },
  read: (db: Kysely<Schema>) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  if (!driver.snapshot) {
    const pieces: T[] = []
    await db.transaction().execute(async (transaction) => {
      for await (const piece of read(transaction)) pieces.push(piece)
    })
    yield* pieces
    return
  }
  const own = new Kysely<Schema>({ dialect: driver.snapshot() })
  try {
    const transaction = await own.startTransaction().execute()
    try {
      yield* read(transaction)
    } finally {
      await transaction.rollback().execute()
    }
  } finally {
    await own.destroy()
  }
}
