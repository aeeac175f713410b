import type { RateTable } from '#domain/rate.ts'
import { openStorage } from './sql-storage.ts'
import { sqliteDriver } from './sqlite.ts'
import type { Storage } from './storage.ts'
import { openWasmHandle } from './wasm-handle.ts'

/** Opens books in the memory of this page or worker, on SQLite compiled to WebAssembly. They are gone when it closes. */
export async function openWasmStorage(rates: RateTable): Promise<Storage> {
  return openStorage(sqliteDriver(await openWasmHandle()), rates)
}
