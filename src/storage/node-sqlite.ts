import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RateTable } from '#domain/rate.ts'
import { nodeHandle } from './node-handle.ts'
import { openStorage } from './sql-storage.ts'
import { sqliteDriver, type SqliteHandle } from './sqlite.ts'
import type { Storage } from './storage.ts'

/** Name of the database file within the data folder. */
export const DATABASE_FILE = 'enough.sqlite'

/**
 * Opens the books of a data folder, making folder and database where they are missing. Several connections may be open at
 * once (the server's and an import's): readers never wait for a writer, a writer waits for another up to ten seconds.
 */
export async function openNodeStorage(folder: string, rates: RateTable, cacheKb?: number): Promise<Storage> {
  mkdirSync(folder, { recursive: true })
  const connect = (): SqliteHandle => nodeHandle(join(folder, DATABASE_FILE), cacheKb)
  return openStorage(sqliteDriver(connect(), connect), rates)
}

/** Books in memory, for tests. */
export async function openMemoryStorage(rates: RateTable): Promise<Storage> {
  return openStorage(sqliteDriver(nodeHandle(':memory:')), rates)
}
