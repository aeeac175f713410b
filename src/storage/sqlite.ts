import { SqliteDialect, type Transaction } from 'kysely'
import type { Bulk, Driver, Value } from './driver.ts'
import type { Schema } from './schema.ts'
import { STATISTICS } from './sqlite-statistics.ts'

/** The few calls that every SQLite offers; the Node and the in-page driver each supply them. One handle is one connection. */
export interface SqliteHandle {
  prepare(sql: string): SqliteStatement
  close(): void
}

export interface SqliteStatement {
  /** Whether it gives rows. */
  readonly reader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
}

const STATEMENTS_MAX = 200

/** A driver over one SQLite connection; statements are prepared once and kept. `reopen` opens another one, where that can be. */
export function sqliteDriver(handle: SqliteHandle, reopen?: () => SqliteHandle): Driver {
  const kept = new Map<string, SqliteStatement>()
  const prepare = (sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = handle.prepare(sql)
    if (kept.size >= STATEMENTS_MAX) kept.clear()
    kept.set(sql, statement)
    return statement
  }
  return {
    dialect: new SqliteDialect({ database: { prepare, close: () => handle.close() } }),
    ...(reopen ? { snapshot: () => new SqliteDialect({ database: async () => reopen() }) } : {}),
    tableEnding: 'without rowid',
    afterMigration: STATISTICS,
    async insertMany(_: Transaction<Schema>, bulk: Bulk) {
      const statement = prepare(insertSql(bulk))
      for (const row of bulk.rows) statement.run(row satisfies readonly Value[])
    },
  }
}

function insertSql({ table, columns, add }: Bulk): string {
  const insert = `insert into "${table}" (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`
  if (!add) return insert
  const sums = add.columns.map((column) => `${quoted(column)} = "${table}".${quoted(column)} + excluded.${quoted(column)}`)
  return `${insert} on conflict (${add.keys.map(quoted).join(', ')}) do update set ${sums.join(', ')}`
}

function quoted(name: string): string {
  return `"${name}"`
}
