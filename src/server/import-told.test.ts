import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const APRIL = sponsorship('a', { at: '2024-04-07 21:46:01 +0200' })
const MAY = sponsorship('b', { at: '2024-05-07 21:46:01 +0200' })
const JUNE = sponsorship('c', { at: '2024-06-07 21:46:01 +0200' })
const file = (name: string, ...rows: string[]) => ({ name, text: githubCsv(...rows) })
const params = { book: 'main' }

async function opened() {
  const test = await testApp()
  await test.createBook()
  return test
}

test('a file tells what it comes to in each month by currency, whether it is new or not', async () => {
  const { commit, preview } = await opened()
  const dollars = { currency: 'USD', fees: 0, refunds: 0, tax: 0 }
  const months = [
    { month: '2024-04', lines: 1, gross: 500, net: 500, ...dollars },
    { month: '2024-05', lines: 2, gross: 1200, net: 1200, ...dollars },
  ]
  const drop = [file('a.csv', APRIL, MAY, sponsorship('d', { amount: '$7.00', at: '2024-05-31 23:30:00 +0200' }))]
  expect((await commit(drop)).files[0]?.months).toEqual(months)
  expect((await preview(drop)).files[0]).toMatchObject({ already: true, changes: [], months })
})

test('an instant is in the month of the book’s zone, as in the ledger', async () => {
  const { commit, ask } = await opened()
  const { files } = await commit([file('a.csv', sponsorship('a', { at: '2024-05-31 23:30:00 UTC' }))])
  expect(files[0]?.months).toMatchObject([{ month: '2024-06' }])
  expect((await ask('entries', { params })).entries).toMatchObject([{ month: '2024-06' }])
})

test('rows that are told otherwise now are shown as they were and as they are', async () => {
  const { commit, preview } = await opened()
  await commit([file('a.csv', APRIL, MAY)])
  const changed = MAY.replace('User b', 'Ada')
  const report = (await preview([file('b.csv', APRIL, changed, JUNE)])).files[0]
  expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 1 })
  expect(report?.changed).toMatchObject([
    { before: { day: '2024-05-07', kind: 'payment', net: 500, name: 'User b' }, after: { day: '2024-05-07', net: 500, name: 'Ada' } },
  ])
})

test('at most twenty changed lines are shown, and all of them are counted', async () => {
  const { commit } = await opened()
  const rows = (name: string) => Array.from({ length: 60 }, (_, i) => sponsorship(`r${i}`).replace('User', name))
  await commit([file('a.csv', ...rows('User'))])
  const report = (await commit([file('b.csv', ...rows('Patron'))])).files[0]
  expect(report?.updated).toBe(60)
  expect(report?.changed).toHaveLength(20)
})

test('what the user changed on a line is no change of the file', async () => {
  const { commit, ask } = await opened()
  await commit([file('a.csv', APRIL, MAY)])
  const [line] = (await ask('entries', { params: { ...params, search: 'User b' } })).entries
  await ask('editEntry', { params: { ...params, entry: line?.id ?? '' }, body: { edit: { name: 'Ada' } } })
  const report = (await commit([file('b.csv', APRIL, MAY, JUNE)])).files[0]
  expect(report).toMatchObject({ added: 1, updated: 0, changed: [] })
})

test('a row that a newer export leaves out is shown and counted, until the user deletes the line', async () => {
  const { commit, preview, ask } = await opened()
  await commit([file('a.csv', APRIL, MAY, JUNE)])
  const newer = [file('b.csv', APRIL, JUNE, sponsorship('z', { at: '2024-06-08 10:00:00 +0200' }))]
  const shown = (await preview(newer)).files[0]?.vanished
  expect(shown).toMatchObject({ count: 1, entries: [{ name: 'User b', day: '2024-05-07', streamName: 'GitHub Sponsors' }] })
  expect((await commit(newer)).files[0]?.vanished).toEqual(shown)
  expect((await ask('entries', { params })).sums.entries).toBe(4)
  // The same file again says so again, and no more once the user has decided.
  expect((await preview(newer)).files[0]).toMatchObject({ already: true, vanished: { count: 1 } })
  const entry = shown?.entries[0]?.id ?? ''
  await ask('editEntry', { params: { ...params, entry }, body: { edit: { deleted: true } } })
  expect((await ask('entries', { params })).sums.entries).toBe(3)
  expect((await preview(newer)).files[0]?.vanished).toEqual({ count: 0, entries: [] })
  await ask('editEntry', { params: { ...params, entry }, body: { edit: null } })
  expect((await preview(newer)).files[0]?.vanished).toEqual(shown)
})

test('the list of imports tells later on which rows a newer file left out, until the user deletes the line', async () => {
  const { commit, ask, raw } = await opened()
  await commit([file('a.csv', APRIL, MAY, JUNE)])
  expect(await ask('vanishedCounts', { params })).toEqual([])
  const newer = sponsorship('z', { at: '2024-06-08 10:00:00 +0200' })
  const report = (await commit([file('b.csv', APRIL, JUNE, newer)])).files[0]
  const id = report?.import ?? 0
  expect(await ask('vanishedCounts', { params })).toEqual([{ import: id, count: 1 }])
  expect(await ask('vanished', { params: { ...params, import: id } })).toEqual(report?.vanished)
  await ask('deleteEntries', { params, body: { entries: [report?.vanished.entries[0]?.id ?? ''], deleted: true } })
  expect(await ask('vanishedCounts', { params })).toEqual([])
  expect((await raw('vanished', { params: { ...params, import: 999 } })).status).toBe(404)
})

test('of several newer files the one that tells of all the days says what is missing, and a file that is undone says nothing', async () => {
  const { commit, ask } = await opened()
  await commit([file('a.csv', APRIL, MAY, JUNE)])
  const more = ['07-08', '07-09'].map((day, i) => sponsorship(`z${i}`, { at: `2024-${day} 10:00:00 +0200` }))
  await commit([file('b.csv', APRIL, JUNE, ...more.slice(0, 1))])
  const id = (await commit([file('c.csv', APRIL, JUNE, ...more)])).files[0]?.import ?? 0
  expect(await ask('vanishedCounts', { params })).toEqual([{ import: id, count: 1 }])
  await ask('undoImport', { params: { ...params, import: id } })
  expect(await ask('vanishedCounts', { params })).toMatchObject([{ count: 1 }])
})

test('of a payment that is no longer settled the words and the total say the same: it counts until it is removed', async () => {
  const { commit, ask } = await opened()
  await commit([file('a.csv', APRIL, MAY, JUNE)])
  const net = async () => (await ask('entries', { params })).sums.net
  const before = await net()
  const { files } = await commit([file('b.csv', APRIL, MAY.replace('settled', 'refunded'), JUNE)])
  expect(files[0]?.complaints.map(({ reason }) => reason)).toEqual([
    'The status "refunded" is not "settled", so this row is not counted. What an earlier export told of the payment still counts until you remove it.',
  ])
  expect(files[0]?.vanished).toMatchObject({ count: 1, entries: [{ day: '2024-05-07' }] })
  expect(await net()).toBe(before)
})
