import { DatabaseSync } from 'node:sqlite'
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
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as never[])), // kysely hands on what the query was built with
        run: (parameters) => statement.run(...(parameters as never[])),
        iterate: (parameters) => statement.iterate(...(parameters as never[])),
      }
    },
    close: () => database.close(),
  }
}
