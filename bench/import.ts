import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { openNodeStorage, DATABASE_FILE } from '#storage/node-sqlite.ts'
import { readRateTable } from '#domain/rate.ts'
import { ecbPacked } from '#domain/ecb-table.ts'
import { openCollectiveFile } from './made-up.ts'
import { median, row } from './report.ts'
import { beginBook, sendFile, startServer } from './server.ts'

const ROWS = 100_000
const ROUNDS = 3

/** An import over HTTP, from the first byte sent to durable, beside a bare insert of the very rows that it wrote. */
export async function benchImport(): Promise<void> {
  const text = openCollectiveFile(ROWS)
  const longer = openCollectiveFile(ROWS + 2)
  const times = { first: [] as number[], again: [] as number[], bare: [] as number[] }
  let peak = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await startServer()
    await beginBook(server)
    // The import thread starts with the server; a preview sees to it that it has.
    await sendFile(server, { name: 'warm.csv', text: openCollectiveFile(20), to: 'imports/preview' })
    const first = await sendFile(server, { name: 'a.csv', text, to: 'imports' })
    const tables = writtenRows(server.folder)
    const again = await sendFile(server, { name: 'b.csv', text: longer, to: 'imports' })
    if (first.report.added !== ROWS || again.report.unchanged !== ROWS)
      throw new Error('Failed to measure: the imports did not do what was meant.')
    peak = Math.max(peak, await server.peakMemory())
    times.first.push(first.seconds)
    times.again.push(again.seconds)
    times.bare.push(await bareInsert(tables))
    await server.stop()
  }
  const [first, again, bare] = [median(times.first), median(times.again), median(times.bare)]
  row(`import of ${ROWS} rows, file to durable`, `${first.toFixed(2)} s, ${Math.trunc(ROWS / first)} rows/s`)
  row('  bare insert of the same rows', `${bare.toFixed(2)} s`)
  row('  speed against the bare insert', (bare / first).toFixed(2), 'goal: at least 0.33')
  row('again with one payment more', `${again.toFixed(2)} s`)
  row('  against the first', (again / first).toFixed(2), 'goal: at most 1.00')
  row('  peak memory of the server', `${Math.trunc(peak / 1e6)} MB`)
}

interface TableRows {
  table: string
  columns: string[]
  rows: SQLInputValue[][]
}

/** Everything that the import wrote, by table. */
function writtenRows(folder: string): TableRows[] {
  const database = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true })
  const names = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'migration'")
    .all()
  const tables = names.map(({ name }): TableRows => {
    const found = database.prepare(`select * from "${name}"`).all()
    return { table: String(name), columns: Object.keys(found[0] ?? {}), rows: found.map((each) => Object.values(each)) }
  })
  database.close()
  return tables.filter((each) => each.rows.length > 0)
}

/** Seconds that the rows take to insert, one transaction, into the same tables and indexes of an empty database. */
async function bareInsert(tables: readonly TableRows[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'enough-bare-'))
  await (await openNodeStorage(folder, readRateTable(ecbPacked))).close()
  const database = new DatabaseSync(join(folder, DATABASE_FILE))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000')
  const began = performance.now()
  database.exec('begin')
  for (const { table, columns, rows } of tables) {
    const statement = database.prepare(
      `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    for (const values of rows) statement.run(...values)
  }
  database.exec('commit')
  const seconds = (performance.now() - began) / 1000
  database.close()
  rmSync(folder, { recursive: true })
  return seconds
}
