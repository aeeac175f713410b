import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DATABASE_FILE, openNodeStorage } from './node-sqlite.ts'
import { creditorReference } from '#domain/creditor-reference.ts'
import { idOf } from './patronage-fixture.ts'
import { BOOK, bookFile, importLines, payment, rates, SETTINGS } from './storage-fixture.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-migrations-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function tables(): Promise<{ name: string; key: string[] }[]> {
  await (await openNodeStorage(folder, rates)).close()
  const database = new DatabaseSync(join(folder, DATABASE_FILE))
  const names = database.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all()
  const found = names.map(({ name }) => {
    const columns = database.prepare(`select name, pk from pragma_table_info('${String(name)}') where pk > 0 order by pk`).all()
    return { name: String(name), key: columns.map((column) => String(column['name'])) }
  })
  database.close()
  return found
}

test("every table's primary key leads with the book, so that books can be spread", async () => {
  const found = (await tables()).filter(({ name }) => name !== 'migration')
  expect(found.length).toBeGreaterThan(10)
  for (const { name, key } of found) expect(key[0], name).toBe('book')
})

test('a database is brought up to date once, and what it holds stays', async () => {
  const first = await openNodeStorage(folder, rates)
  await first.createBook(BOOK, SETTINGS, false)
  await first.close()
  const again = await openNodeStorage(folder, rates)
  expect(await again.book(BOOK)).toMatchObject(SETTINGS)
  await again.close()
})

/** Takes back what the second step made: a database as the first version of the program left it. */
const FIRST_FORM = `drop table agreed_income; drop table target_fact; drop table stream_from_lists; drop index entry_long; drop index entry_spread; drop index entry_day; create index entry_day on entry (book, day, stream, key); drop table scenario; drop table buffer; drop table check_in; drop table time_plan; alter table stream drop column bound; alter table venture drop column joy;
  drop table promise; drop table stream_route; alter table entry drop column counts_in; drop table double_decision; drop table double_rule; drop index entry_proof; drop index entry_doubled;
  alter table entry drop column proof; alter table entry drop column doubled; alter table stream drop column months; drop table stream_rate; drop table patron_sight; drop table hour; drop table hour_project;
  drop table venture_need; drop table publication; drop table pledge; drop table pledge_link; drop table patron_kind;
  drop index entry_reference; alter table entry drop column reference; delete from migration where step > 1`

test('a database of the first version finds its lines by reference, and a book without any is left as it is', async () => {
  const own = await mkdtemp(join(tmpdir(), 'enough-migrations-'))
  const reference = creditorReference(idOf(1))
  const first = await openNodeStorage(own, rates)
  await first.createBook(BOOK, SETTINGS, false)
  await importLines(first, [payment('a', { note: reference }), payment('b', { note: 'perfect' })])
  const file = await bookFile(first)
  await first.createBook('plain', SETTINGS, false)
  const plain = await first.book('plain')
  await first.close()
  const database = new DatabaseSync(join(own, DATABASE_FILE))
  database.exec(FIRST_FORM)
  database.close()
  const again = await openNodeStorage(own, rates)
  expect((await again.linesByReference(BOOK, [reference])).map(({ entry }) => entry.key)).toEqual(['a'])
  expect(await bookFile(again)).toBe(file)
  expect(await again.book('plain')).toEqual(plain)
  await again.write(BOOK, (writer) => writer.setPatronKind('somebody', 'person'))
  await again.close()
  await rm(own, { recursive: true })
})

test('what a database of the first version holds of two layouts of Open Collective counts once', async () => {
  const own = await mkdtemp(join(tmpdir(), 'enough-migrations-'))
  const first = await openNodeStorage(own, rates)
  await first.createBook(BOOK, SETTINGS, false)
  const told = { at: '2026-03-06T10:00:00Z', fees: 0, patron: 'ada' }
  await importLines(first, [payment('open-collective:aaaaaaa1', told)], { layout: 'open-collective-legacy' })
  await importLines(first, [payment('open-collective:3', told)], { layout: 'open-collective-default', file: 'b' })
  expect((await first.book(BOOK))?.entries).toBe(2)
  await first.close()
  const database = new DatabaseSync(join(own, DATABASE_FILE))
  database.exec(FIRST_FORM)
  database.close()
  const again = await openNodeStorage(own, rates)
  expect((await again.book(BOOK))?.entries).toBe(1)
  await again.close()
  await rm(own, { recursive: true })
})

test('a database of a newer version is refused with what to do', async () => {
  await (await openNodeStorage(folder, rates)).close()
  const database = new DatabaseSync(join(folder, DATABASE_FILE))
  database.exec('insert into migration (step) values (99)')
  database.close()
  await expect(openNodeStorage(folder, rates)).rejects.toThrow(/^Failed to open the data: a newer version of Enough wrote it\. .+\.$/)
})
