import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const book = 'main'

async function withStream() {
  const test = await testApp()
  await test.createBook()
  const venture = await test.ask('createVenture', { params: { book }, body: { name: 'Workshop', work: 'income' } })
  const stream = await test.ask('createStream', { params: { book }, body: { name: 'Courses', venture: venture.id, kind: 'service' } })
  return { ...test, venture, stream: stream.id }
}

test('an income typed in stands in the ledger, in the month and in the totals', async () => {
  const { ask, stream } = await withStream()
  const body = { stream, day: '2024-06-10', amount: 12_000, fee: 300, currency: 'USD', name: 'School', note: 'one day' }
  const entry = await ask('addEntry', { params: { book }, body })
  expect(entry).toMatchObject({
    gross: 12_000,
    fees: 300,
    net: 11_700,
    kind: 'payment',
    months: 1,
    byHand: true,
    rate: 'ecb',
    streamName: 'Courses',
  })
  expect(await ask('entry', { params: { book, entry: entry.id } })).toEqual(entry)
  const page = await ask('entries', { params: { book, search: 'school' } })
  // The rate itself is told of one line by itself, never in a list.
  const { unitRate, ...listed } = entry
  expect(unitRate).toMatch(/^0\.9\d+$/)
  expect(page).toMatchObject({ matching: 1, entries: [listed], sums: { net: entry.home?.net, entries: 1 } })
  expect((await ask('month', { params: { book } })).total.net).toBe(entry.home?.net)
})

test('a refund and a fee typed in are what left', async () => {
  const { ask, stream } = await withStream()
  const add = (kind: 'refund' | 'fee') =>
    ask('addEntry', { params: { book }, body: { stream, day: '2024-06-10', kind, amount: 500, currency: 'EUR' } })
  expect(await add('refund')).toMatchObject({ gross: 0, refunds: 500, net: -500 })
  expect(await add('fee')).toMatchObject({ gross: 0, fees: 500, net: -500 })
})

test.each([
  [{ day: '2024-02-30' }, 'date'],
  [{ currency: 'XYZ' }, 'currency'],
  [{ amount: 1e15 }, 'gross'],
])('what cannot be is refused by its field: %o', async (wrong, field) => {
  const { raw, stream } = await withStream()
  const response = await raw('addEntry', { params: { book }, body: { stream, day: '2024-06-10', amount: 1, currency: 'EUR', ...wrong } })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ fields: [{ field }] })
})

test('an income of a stream that is not there is a problem', async () => {
  const { raw } = await withStream()
  const body = { stream: 99, day: '2024-06-10', amount: 1, currency: 'EUR' }
  expect((await raw('addEntry', { params: { book }, body })).status).toBe(404)
})

test('an edit lies over its line, survives the next import, and can be taken back', async () => {
  const { ask, commit, bookFile } = await withStream()
  await commit([{ name: 'a.csv', text: githubCsv(sponsorship('a')) }])
  const before = await bookFile()
  const [listed] = (await ask('entries', { params: { book } })).entries
  const params = { book, entry: listed?.id ?? '' }
  const line = await ask('entry', { params })
  const edited = await ask('editEntry', { params, body: { edit: { gross: 900, note: 'by letter' } } })
  expect(edited).toMatchObject({ gross: 900, note: 'by letter', edit: { gross: 900, note: 'by letter' } })
  await commit([{ name: 'b.csv', text: githubCsv(sponsorship('a'), sponsorship('b')) }], 'b')
  expect(await ask('entry', { params })).toMatchObject({ gross: 900, told: { gross: 500 } })
  const deleted = await ask('editEntry', { params, body: { edit: { deleted: true } } })
  expect(deleted).toMatchObject({ uncounted: 'deleted', gross: 500 })
  await ask('undoBatch', { params: { book, batch: 'b' } })
  const back = await ask('editEntry', { params, body: { edit: null } })
  expect(back).toEqual(line)
  expect(await bookFile()).toBe(before)
})

test('an edit that cannot be is refused, and so is one of a line that is not there', async () => {
  const { ask, raw, stream } = await withStream()
  const { id } = await ask('addEntry', { params: { book }, body: { stream, day: '2024-06-10', amount: 1, currency: 'EUR' } })
  expect((await raw('editEntry', { params: { book, entry: id }, body: { edit: { currency: 'ABC' } } })).status).toBe(400)
  expect((await raw('editEntry', { params: { book, entry: id }, body: { edit: { at: '2024-13-01' } } })).status).toBe(400)
  expect((await raw('editEntry', { params: { book, entry: '9.eA' }, body: { edit: null } })).status).toBe(404)
  expect((await raw('entry', { params: { book, entry: 'x' } })).status).toBe(404)
})

test('the ledger is paged, sorted and filtered, and its sums are over all that matches', async () => {
  const { ask, stream } = await withStream()
  for (const [i, amount] of [300, 100, 200].entries()) {
    await ask('addEntry', { params: { book }, body: { stream, day: `2024-0${i + 4}-01`, amount, currency: 'EUR' } })
  }
  const page = await ask('entries', { params: { book, sort: 'net', order: 'asc', limit: 1, offset: 1 } })
  expect(page).toMatchObject({ matching: 3, sums: { net: 600 } })
  expect(page.entries.map((entry) => entry.net)).toEqual([200])
  expect((await ask('entries', { params: { book, month: '2024-05' } })).entries.map((entry) => entry.net)).toEqual([100])
})
