import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { SqliteHandle } from './sqlite.ts'

/** Pages that a connection holds in memory, in kB. */
const CACHE_KB = 16_000

/** Opens one connection to a database file, making it where it is missing; `:memory:` is one of its own. */
export function nodeHandle(path: string, cacheKb = CACHE_KB): SqliteHandle {
  const database = new DatabaseSync(path)
  database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; pragma cache_size = -${cacheKb}`)
  return {
    prepare(sql) {
      const statement = database.prepare(sql)
      statement.setReturnArrays(true)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => named(statement, statement.all(...(parameters as never[]))), // kysely hands on what the query was built with
        run: (parameters) => statement.run(...(parameters as never[])),
        *iterate(parameters) {
          for (const row of statement.iterate(...(parameters as never[]))) yield* named(statement, [row])
        },
      }
    },
    close: () => database.close(),
  }
}

/**
 * Rows as objects, each made in the place of its list of values: SQLite's own objects have no shape that the engine knows, and take
 * twice as long to make and to read. Names are asked for anew each time, as a statement outlives a change of the tables.
 */
function named(statement: StatementSync, rows: unknown[]): unknown[] {
  if (rows.length === 0) return rows
  const names = statement.columns().map(({ name }) => name)
  for (let i = 0; i < rows.length; i += 1) {
    const values = rows[i] as readonly unknown[] // one for each name, as asked for
    const row: Record<string, unknown> = {}
    for (let j = 0; j < names.length; j += 1) row[names[j] ?? ''] = values[j]
    rows[i] = row
  }
  return rows
}
