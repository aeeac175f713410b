import type { Dialect, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * What differs between databases, named; everything else is SQL that all of them speak.
 * A new database costs one of these and nothing else.
 */
export interface Driver {
  readonly dialect: Dialect
  /** A connection of its own for one long read, where the database can have several: it sees one moment and holds up no write. */
  readonly snapshot?: () => Dialect
  /** Words that follow a table's definition: SQLite clusters a table on its primary key only when told to. */
  readonly tableEnding: string
  /** Statements that run whenever the tables changed. */
  readonly afterMigration: readonly string[]
  /** Inserts rows into one table as fast as the database can, within the open transaction. */
  insertMany(transaction: Transaction<Schema>, bulk: Bulk): Promise<void>
}

export interface Bulk {
  table: keyof Schema & string
  columns: readonly string[]
  /** Values in the order of the columns; booleans are 0 and 1. */
  rows: readonly (readonly Value[])[]
  /** Where a row of the same `keys` is there: these columns are added to it instead. */
  add?: { keys: readonly string[]; columns: readonly string[] }
}

export type Value = string | number | null
