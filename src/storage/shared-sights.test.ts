import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import type { Sighting } from '#domain/entry.ts'
import { net } from '#domain/money.ts'
import { nodeHandle } from './node-handle.ts'
import type { Schema } from './schema.ts'
import { giveSharedSights } from './shared-sights.ts'
import { openStorage } from './sql-storage.ts'
import { sqliteDriver } from './sqlite.ts'
import { BOOK, bookFile, expectSums, importLines, ledger, opened, payment, rates } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

const line = (id: string, more: Partial<Sighting>) =>
  payment(`open-collective:${id}`, { at: '2026-03-06T10:00:00Z', gross: 0, fees: 0, ...more })
const tied = (id: string) => `open-collective:${id}`

/** What two layouts told of the same money before they shared a reference. */
const LEGACY = [
  line('aaaaaaa1', { gross: 6000, fees: 204, patron: 'ada' }),
  line('aaaaaaa2', { kind: 'fee', fees: 600, tie: tied('aaaaaaa1') }),
  line('aaaaaaa3', { gross: 1000, fees: 100, patron: 'bo', at: '2020-10-04T10:00:00Z' }),
  line('aaaaaaa3:gap', { kind: 'adjustment', gross: -59, tie: tied('aaaaaaa3'), at: '2020-10-04T10:00:00Z' }),
  line('aaaaaaa4', { kind: 'refund', refunds: 6000, patron: 'ada', tie: tied('aaaaaaa1'), at: '2026-03-08T10:00:00Z' }),
  line('aaaaaaa5', { kind: 'transfer', gross: -5000 }),
]
const DEFAULT = [
  line('4', { kind: 'fee', fees: 204, tie: tied('3') }),
  line('3', { gross: 6000, patron: 'ada' }),
  line('2', { kind: 'fee', fees: 600, tie: tied('3'), at: '2026-03-06T10:00:01Z' }),
  line('1', { gross: 841, patron: 'bo', at: '2020-10-04T10:00:00Z' }),
  line('5', { kind: 'refund', refunds: 6000, patron: 'ada', tie: tied('3'), at: '2026-03-08T10:00:00Z' }),
  line('6', { kind: 'fee', fees: -600, tie: tied('3'), at: '2026-03-08T10:00:01Z' }),
  line('7', { kind: 'fee', fees: 5 }),
]
const ADA = 'oc:2026-03-06T10:00:00Z:6000:USD:ada:CONTRIBUTION'
const REFUND = 'oc:2026-03-08T10:00:00Z:-6000:USD:ada:CONTRIBUTION'
const BO = 'oc:2020-10-04T10:00:00Z:841:USD:bo:CONTRIBUTION'

async function older() {
  const driver = sqliteDriver(nodeHandle(':memory:'))
  const storage = await opened(() => openStorage(driver, rates))
  /** Gives the references, and opens the data again. */
  const upgraded = async (): Promise<Storage> => {
    await giveSharedSights(new Kysely<Schema>({ dialect: driver.dialect }))
    return openStorage(driver, rates)
  }
  return { storage, upgraded }
}

const dollars = async (storage: Storage) =>
  (await ledger(storage)).filter(({ uncounted }) => uncounted === undefined).reduce((sum, entry) => sum + net(entry), 0)

test('lines of before count once when both layouts tell them, and again when the fuller one is undone', async () => {
  const { storage, upgraded } = await older()
  const legacy = await importLines(storage, LEGACY, { layout: 'open-collective-legacy', file: 'a' })
  await importLines(storage, DEFAULT, { layout: 'open-collective-default', file: 'b' })
  const [alone, twice] = [6000 - 204 - 600 + 841 - 6000, await dollars(storage)]
  const again = await upgraded()
  const references = new Map((await ledger(again)).map(({ key, ref }) => [key.slice(16), ref]))
  const of = (...keys: string[]) => keys.map((key) => references.get(key))
  expect(of('aaaaaaa1', 'aaaaaaa3', 'aaaaaaa3:gap', 'aaaaaaa4')).toEqual([ADA, BO, BO, REFUND])
  expect(of('aaaaaaa2', 'aaaaaaa5', '7')).toEqual([undefined, undefined, undefined])
  expect(of('4', '3', '2', '1', '5', '6')).toEqual([ADA, ADA, ADA, BO, REFUND, REFUND])
  expect(twice).not.toBe(alone)
  // The legacy layout tells nothing in the place of a fee that names no payment.
  expect(await dollars(again)).toBe(alone - 5)
  await expectSums(again)
  await again.write(BOOK, (writer) => writer.undo([legacy.id]))
  expect(await dollars(again)).toBe(6000 - 204 - 600 + 841 - 6000 + 600 - 5)
})

test('what a later file told with its reference is one with what an earlier one told without, and other platforms are left alone', async () => {
  const { storage, upgraded } = await older()
  const other = await importLines(storage, [payment('p', { patron: 'ada' })], { layout: 'made-up' })
  await importLines(storage, DEFAULT.slice(1, 2), { layout: 'open-collective-default', file: 'a' })
  const told = DEFAULT.slice(1, 2).map((one) => ({ ...one, ref: ADA, yields: true }))
  await importLines(storage, told, { layout: 'open-collective-default', file: 'b' })
  const again = await upgraded()
  const file = await bookFile(again)
  expect(file.match(/"key":"open-collective:3"/g)).toHaveLength(1)
  expect(file).toContain('"imports":[4,5]')
  expect((await ledger(again)).find(({ key }) => key === 'p')).toMatchObject({ patron: 'ada', stream: other.stream })
  await expectSums(again)
  // Given once, they are not given again.
  expect(await bookFile(await upgraded())).toBe(file)
})
