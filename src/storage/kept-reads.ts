import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** More than some books have reads; then all are read anew. */
const KEPT = 128

/**
 * What pages ask for again and again of a book, kept as long as its revision is the same. What is handed out is not to be changed.
 */
export class KeptReads {
  private readonly kept = new Map<string, { revision: number; told: unknown }>()
  private readonly db: Kysely<Schema>

  constructor(db: Kysely<Schema>) {
    this.db = db
  }

  /** What `read` told at this revision; a name always stands for the same read. */
  async read<T>(book: string, name: string, read: () => Promise<T>): Promise<T> {
    const found = await this.db.selectFrom('book').select('revision').where('book', '=', book).executeTakeFirst()
    if (!found) return read()
    const key = JSON.stringify([book, name])
    const known = this.kept.get(key)
    if (known?.revision === found.revision) return known.told as T // what this name's read told
    // A write in between makes what is read newer than its revision, never older: the next call then reads it again.
    const told = await read()
    if (this.kept.size >= KEPT) this.kept.clear()
    this.kept.set(key, { revision: found.revision, told })
    return told
  }

  /** To be called when a book is made anew: its revisions are counted from the start again. */
  forget(): void {
    this.kept.clear()
  }
}
