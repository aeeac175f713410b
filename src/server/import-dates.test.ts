import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const main = { book: 'main' }
const unknown = readFileSync(new URL('../platforms/paypal/samples/order-of-dates-unknown-en.csv', import.meta.url), 'utf8')
const file = (text: string, name = 'a.csv') => ({ name, text })
/** The same account's file of another month, whose own dates prove their order. */
const proven = unknown.replace('01/02/2026', '25/04/2026').replaceAll('UN', 'PR')

async function opened() {
  const app = await testApp()
  await app.createBook()
  return app
}

async function days({ ask }: Awaited<ReturnType<typeof testApp>>) {
  return (await ask('entries', { params: main })).entries.map(({ day }) => day).toSorted()
}

test('a file whose dates could be read in two orders waits for a word, and nothing of it is saved without', async () => {
  const app = await opened()
  const [report] = (await app.commit([file(unknown)])).files
  expect(report).toMatchObject({ state: 'mapping', columns: null, dates: { order: null, example: '01/02/2026' }, import: null })
  expect(report?.layout?.id).toBe('paypal-activity')
  expect(await days(app)).toEqual([])
})

test('what is said is remembered for the next file of the account, and gone with the import that said it', async () => {
  const app = await opened()
  await app.commit([{ ...file(unknown), more: { dateOrder: 'dmy' } }], 'said')
  expect(await days(app)).toEqual(['2026-02-01', '2026-03-03'])
  const next = file(unknown.replaceAll('UN', 'NX'), 'b.csv')
  expect((await app.preview([next])).files[0]).toMatchObject({ state: 'read', dates: { order: 'dmy', by: 'remembered' }, complaints: [] })
  expect((await app.preview([file(unknown)])).files[0]).toMatchObject({ already: true })
  await app.ask('undoBatch', { params: { ...main, batch: 'said' } })
  expect((await app.preview([next])).files[0]?.dates?.order).toBeNull()
})

test('a word against what is remembered is a change, and the newer word is remembered', async () => {
  const app = await opened()
  await app.commit([file(proven)])
  const said = { ...file(unknown), more: { dateOrder: 'mdy' as const } }
  expect((await app.preview([file(unknown)])).files[0]?.dates).toMatchObject({ order: 'dmy', by: 'remembered' })
  expect((await app.commit([said])).files[0]).toMatchObject({ added: 2, dates: { order: 'mdy', by: 'said' } })
  expect((await app.preview([file(unknown)])).files[0]).toMatchObject({ already: true })
})

test('a file of the same drop that proves the order tells it of the others, in whatever order they come', async () => {
  for (const files of [
    [file(unknown), file(proven, 'b.csv')],
    [file(proven, 'b.csv'), file(unknown)],
  ]) {
    const app = await opened()
    const report = await app.commit(files)
    expect(report.files.map(({ state }) => state)).toEqual(['read', 'read'])
    expect(await days(app)).toEqual(['2026-02-01', '2026-03-03', '2026-03-03', '2026-04-25'])
  }
})

test('the word outlives a restore of the book file', async () => {
  const app = await opened()
  await app.commit([{ ...file(unknown), more: { dateOrder: 'mdy' } }])
  const text = await app.bookFile()
  const other = await testApp()
  const spooled = await other.spoolText({ name: 'book.json', text })
  await other.ask('restoreBook', { body: { file: spooled } })
  expect(await other.bookFile()).toBe(text)
  expect((await other.preview([file(unknown.replaceAll('UN', 'NX'))])).files[0]?.dates).toMatchObject({ order: 'mdy', by: 'remembered' })
})

const tip = (date: string) =>
  `DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId\n${date},Ada,,,5.00,,EUR,Tip,t1\n`
const shift =
  'Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time,Duration (h)\nSite,Ada,,Me,me@example.org,03/04/2026,10:00:00,03/04/2026,11:00:00,01:00:00\n'

test.each([
  ['Ko-fi', tip('03/04/2026 10:00')],
  ['Clockify', shift],
])('it is the same with %s', async (_, text) => {
  const app = await opened()
  expect((await app.preview([file(text)])).files[0]).toMatchObject({ state: 'mapping', dates: { order: null } })
  const said = { ...file(text), more: { dateOrder: 'dmy' as const } }
  expect((await app.commit([said])).files[0]).toMatchObject({ added: 1, span: { from: '2026-04-03' }, dates: { by: 'said' } })
  expect((await app.preview([file(text)])).files[0]).toMatchObject({ already: true })
})
