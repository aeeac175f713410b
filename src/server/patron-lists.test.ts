import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { payment } from '#storage/storage-fixture.ts'
import { testApp } from './app-fixture.ts'
import { bookFacts } from './venture-facts.ts'

const main = { book: 'main' }
const sample = (platform: string, name: string) => ({
  name,
  text: readFileSync(new URL(`../platforms/${platform}/samples/${name}`, import.meta.url), 'utf8'),
})
const charts = sample('liberapay', 'charts-odd-records.json')
const report = sample('liberapay', 'report-without-end-tags.html')

const HEADER =
  'Name,Email,Patron Status,Follows You,Free Member,Free Trial,Lifetime Amount,Pledge Amount,Charge Frequency,Tier,Patronage Since Date,Last Charge Date,Last Charge Status,Access Expiration,Next Charge Date,Currency,User ID,Last Updated'
const members = (day: string, ...lifetimes: string[]) => ({
  name: `members-${day}.csv`,
  text: [
    HEADER,
    ...lifetimes.map(
      (sum, i) => `Ada,,Active patron,No,No,No,${sum},5.00,monthly,,2024-01-01 10:00:00,,Paid,,,EUR,${i + 1},${day} 09:00:00`,
    ),
    '',
  ].join('\n'),
})

async function withLists() {
  const app = await testApp()
  await app.createBook()
  const { files } = await app.commit([members('2024-04-01', '50.00', '10.00'), members('2024-05-01', '65.00', '10.00')], 'lists')
  const params = { ...main, stream: files[0]?.streams[0]?.stream ?? 0 }
  const count = (counted: boolean) => app.ask('countPatronLists', { params, body: { counted } })
  const lines = async () => (await app.ask('entries', { params: main })).entries
  return { ...app, params, count, lines }
}

test('lists of patrons count nothing until the owner says so, then their difference, told as an estimate everywhere', async () => {
  const { ask, raw, params, count, lines } = await withLists()
  expect(await ask('patronLists', { params })).toEqual({
    lists: 2,
    from: '2024-04-01',
    to: '2024-05-01',
    counted: false,
    money: false,
    named: 0,
    estimates: [
      { month: '2024-04', currency: 'EUR', amount: 1450, from: '2024-04-02', to: '2024-04-30' },
      { month: '2024-05', currency: 'EUR', amount: 50, from: '2024-05-01', to: '2024-05-01' },
    ],
  })
  expect(await lines()).toEqual([])
  expect(await count(true)).toMatchObject({ counted: true })
  const [may, april, ...more] = await lines()
  expect(more).toEqual([])
  const note = 'Estimate from patron lists, 2024-04-02 to 2024-04-30, before fees'
  expect(april).toMatchObject({ estimate: true, kind: 'summary', day: '2024-04-30', at: '2024-04', net: 1450, note })
  expect(may).toMatchObject({ estimate: true, net: 50 })
  expect(await ask('streams', { params: main })).toMatchObject([{ estimated: true, entries: 2, lastDay: '2024-05-01' }])
  const csv = await (await raw('ledgerFile', { params: main })).text()
  expect(csv.split('\r\n')[1]).toMatch(
    /^2024-04,,Patreon,[^,]+,estimate,,"Estimate from patron lists, .*",EUR,14\.50,.*,yes,estimate:2024-04:EUR$/,
  )
  expect(await ask('totals', { params: { ...main, by: 'month' } })).toMatchObject([{ net: 1450 }, { net: 50 }])
  expect(await ask('month', { params: { ...main, month: '2024-04' } })).toMatchObject({ total: { net: 1450 }, undated: 1450 })
})

test('no estimate is told in public', async () => {
  const { storage, square, time, count } = await withLists()
  const parts = { storage, square, clock: () => time.now }
  await count(true)
  const [book] = await storage.books()
  if (!book) throw new Error('There is no book.')
  expect((await bookFacts(parts, book)).patronage).toEqual([])
  const { key: _, ...typed } = payment('')
  await storage.write(book.id, (writer) => writer.addByHand(2, typed))
  expect((await bookFacts(parts, book)).patronage).toMatchObject([{ id: 2, entries: 1 }])
})

test('an estimate can be neither changed nor deleted, and is no double of anything', async () => {
  const { ask, raw, count, lines } = await withLists()
  await count(true)
  const [line] = await lines()
  const entry = line?.id ?? ''
  const answer = await raw('editEntry', { params: { ...main, entry }, body: { edit: { gross: 1 } } })
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('an estimate from lists of patrons')])
  expect(await ask('entry', { params: { ...main, entry } })).toMatchObject({ estimate: true, byHand: false, edit: null })
  expect(await ask('doubles', { params: main })).toMatchObject({ doubles: [] })
})

test('once money of the stream is here the estimate is gone and cannot be asked for; undone, it is back, to the byte', async () => {
  const { ask, raw, commit, bookFile, params, count, lines } = await withLists()
  await count(true)
  const before = { file: await bookFile(), lines: await lines() }
  await commit([sample('patreon', 'gap-and-adjustments-2026.csv')], 'cash')
  expect((await lines()).filter(({ estimate }) => estimate)).toEqual([])
  expect(await ask('patronLists', { params })).toMatchObject({ counted: true, money: true })
  expect((await ask('streams', { params: main }))[0]?.estimated).toBeUndefined()
  await count(false)
  expect((await raw('countPatronLists', { params, body: { counted: true } })).status).toBe(409)
  await ask('undoBatch', { params: { ...main, batch: 'cash' } })
  await count(true)
  expect({ file: await bookFile(), lines: await lines() }).toEqual(before)
})

test('a preview tells by how much the months change when a list is added, and when money ends the estimate', async () => {
  const { preview, count } = await withLists()
  await count(true)
  const more = await preview([members('2024-05-31', '80.00', '10.00')])
  expect(more.months).toEqual([{ month: '2024-05', before: 50, after: 1550 }])
  expect(more.files[0]?.warnings).toEqual(['As you said of "Patreon", what came in between its lists of patrons counts as an estimate.'])
  const cash = await preview([sample('patreon', 'gap-and-adjustments-2026.csv')])
  const ends = 'Payments of "Patreon" are here now: what was estimated from its lists of patrons counts no more.'
  expect(cash.files[0]?.warnings).toContain(ends)
  expect(cash.months.filter(({ month }) => month < '2026')).toEqual([
    { month: '2024-04', before: 1450, after: 0 },
    { month: '2024-05', before: 50, after: 0 },
  ])
})

test('the weekly paydays of Liberapay count in their months while no report of payments is there', async () => {
  const { ask, commit, createBook } = await testApp()
  await createBook()
  const { files } = await commit([charts])
  const params = { ...main, stream: files[0]?.streams[0]?.stream ?? 0 }
  await ask('countPatronLists', { params, body: { counted: true } })
  const { entries } = await ask('entries', { params: main })
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.every(({ estimate }) => estimate)).toBe(true)
  await commit([report])
  const { entries: after } = await ask('entries', { params: main })
  expect(after.length).toBeGreaterThanOrEqual(5)
  expect(after.filter(({ estimate }) => estimate)).toEqual([])
})

test('a stream without lists has nothing to count, and one that is not there is none', async () => {
  const { ask, raw, createBook } = await testApp()
  await createBook()
  const venture = await ask('createVenture', { params: main, body: { name: 'Obtool', work: 'basic' } })
  const { id: stream } = await ask('createStream', { params: main, body: { name: 'Tips', venture: venture.id } })
  expect(await ask('patronLists', { params: { ...main, stream } })).toEqual({
    lists: 0,
    from: null,
    to: null,
    counted: false,
    money: false,
    named: 0,
    estimates: [],
  })
  const body = { counted: true }
  expect((await raw('countPatronLists', { params: { ...main, stream }, body })).status).toBe(409)
  expect((await raw('countPatronLists', { params: { ...main, stream: 99 }, body })).status).toBe(404)
})

test('payments of other streams that name the platform are told: they may be payouts of the same money', async () => {
  const { ask, params } = await withLists()
  const venture = await ask('createVenture', { params: main, body: { name: 'Bank', work: 'income' } })
  const { id: stream } = await ask('createStream', { params: main, body: { name: 'PayPal', venture: venture.id } })
  for (const [day, name] of [
    ['2024-05-05', 'PATREON, Inc.'],
    ['2024-05-06', 'Acme'],
    ['2023-05-05', 'Patreon'],
  ] as const)
    await ask('addEntry', { params: main, body: { stream, day, amount: 1000, currency: 'EUR', name } })
  expect(await ask('patronLists', { params })).toMatchObject({ named: 1, money: false })
})
