import { DatabaseSync } from 'node:sqlite'
import type { SqliteHandle } from './sqlite.ts'

/** Opens one connection to a database file, making it where it is missing; `:memory:` is one of its own. */
export function nodeHandle(path: string): SqliteHandle {
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; pragma cache_size = -16000')
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
