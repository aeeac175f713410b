import { join } from 'node:path'
import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable, type RateTable } from '#domain/rate.ts'
import { openNodeStorage } from '#storage/node-sqlite.ts'
import type { Storage } from '#storage/storage.ts'
import type { Spool } from '../spool.ts'
import { diskSpool } from './disk-spool.ts'

export interface Books {
  storage: Storage
  spool: Spool
  rates: RateTable
}

/** Where files wait within the data folder. */
export function spoolFolder(folder: string): string {
  return join(folder, 'spool')
}

/** Opens what a data folder holds, by a connection of its own. */
export async function openBooks(folder: string, cacheKb?: number): Promise<Books> {
  const rates = readRateTable(ecbPacked)
  return { storage: await openNodeStorage(folder, rates, cacheKb), spool: diskSpool(spoolFolder(folder)), rates }
}
