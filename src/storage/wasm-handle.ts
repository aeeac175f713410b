import init, { type Database, type PreparedStatement, type SqlValue, type Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import type { SqliteHandle, SqliteStatement } from './sqlite.ts'

/** The module is compiled once, however many databases are opened. */
let loaded: Promise<Sqlite3Static> | undefined

/** Opens a database in the memory of this page or worker, on SQLite compiled to WebAssembly. It is gone when that closes. */
export async function openWasmHandle(): Promise<SqliteHandle> {
  const sqlite = await (loaded ??= init())
  return wasmHandle(sqlite, new sqlite.oo1.DB(':memory:'))
}

/** Statements live in the module's own memory, which is not collected with the object that stands for them. */
const forgotten = new FinalizationRegistry<PreparedStatement>((statement) => statement.finalize())

function wasmHandle(sqlite: Sqlite3Static, database: Database): SqliteHandle {
  database.exec('pragma temp_store = memory; pragma cache_size = -32000')
  return {
    prepare(sql) {
      const statement = database.prepare(sql)
      const handle = wasmStatement(sqlite, database, statement)
      forgotten.register(handle, statement)
      return handle
    },
    close: () => database.close(),
  }
}

function wasmStatement(sqlite: Sqlite3Static, database: Database, statement: PreparedStatement): SqliteStatement {
  const bind = (parameters: readonly unknown[]) => {
    // Kysely hands on what the query was built with, all of it values of SQLite.
    if (parameters.length > 0) statement.bind(parameters as SqlValue[])
  }
  function* rows(parameters: readonly unknown[]) {
    try {
      bind(parameters)
      while (statement.step()) yield statement.get({})
    } finally {
      statement.reset()
    }
  }
  return {
    reader: statement.columnCount > 0,
    all: (parameters) => [...rows(parameters)],
    iterate: rows,
    run(parameters) {
      try {
        bind(parameters)
        statement.step()
        return { changes: database.changes(), lastInsertRowid: sqlite.capi.sqlite3_last_insert_rowid(database) }
      } finally {
        statement.reset()
      }
    },
  }
}
