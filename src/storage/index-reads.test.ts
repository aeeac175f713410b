import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeHandle } from './node-handle.ts'
import { openStorage } from './sql-storage.ts'
import { sqliteDriver, type SqliteHandle } from './sqlite.ts'
import { BOOK, importLines, payment, rates, refund, SETTINGS } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-index-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A connection that remembers what was asked of it. */
function remembering(handle: SqliteHandle, asked: Set<string>): SqliteHandle {
  return {
    prepare(sql) {
      asked.add(sql)
      return handle.prepare(sql)
    },
    close: () => handle.close(),
  }
}

const MONTH = '2024-05'
const reads: Record<string, (storage: Storage, streams: number[]) => Promise<unknown>> = {
  'who brings a month': (storage) => storage.payersOfMonth(BOOK, 'cash', MONTH),
  'who brings a month, smoothed': (storage) => storage.payersOfMonth(BOOK, 'smoothed', MONTH),
  'gifts of a month': (storage, streams) => storage.giftsOfMonth(BOOK, { lens: 'cash', month: MONTH, streams }),
  'what gifts of a month cost': (storage, streams) => storage.giftFees(BOOK, { streams, month: MONTH }),
  'what was paid in two months': (storage) => storage.payerGross(BOOK, 'smoothed', { from: '2024-04', to: MONTH }),
  'who is steady': (storage, streams) => storage.steadyPatrons(BOOK, { streams, month: MONTH }),
  'who stands': (storage, streams) => storage.standingPayments(BOOK, { streams, month: MONTH, patrons: ['ada'] }),
  'payments of two years': (storage, streams) => storage.patronPayments(BOOK, streams, '2022-05-01'),
  'payments of one patron': (storage, streams) =>
    storage.paymentsOfPatrons(BOOK, { streams, patrons: ['ada'], since: '2022-05-01', until: '2024-05-01' }),
  'payments for several months': (storage) => storage.longPayments(BOOK, '2022-05-01'),
}

test('what is read of many lines is read out of indexes alone, and no line is looked up that is not asked for', async () => {
  const path = join(folder, 'book.sqlite')
  const asked = new Set<string>()
  const storage = await openStorage(sqliteDriver(remembering(nodeHandle(path), asked)), rates)
  await storage.createBook(BOOK, SETTINGS, false)
  const { stream } = await importLines(storage, [
    payment('a', { patron: 'ada' }),
    payment('b', { patron: 'bob', months: 12 }),
    refund('c', 'b'),
  ])
  const database = new DatabaseSync(path)
  for (const [name, read] of Object.entries(reads)) {
    asked.clear()
    await read(storage, [stream])
    // What was prepared before is kept: nothing is asked of it again under the same words.
    const steps = [...asked].flatMap((sql) =>
      database
        .prepare(`explain query plan ${sql}`)
        .all()
        .map(({ detail }) => String(detail)),
    )
    const walked = steps.filter((step) => /^(SEARCH|SCAN) entry\b/.test(step))
    expect(walked.length, name).toBeGreaterThan(0)
    for (const step of walked) expect(step, name).toMatch(/USING COVERING INDEX entry_(day|long) |USING INDEX entry_spread /)
  }
  database.close()
  await storage.close()
})
