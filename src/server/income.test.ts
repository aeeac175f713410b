import { beforeAll, expect, test } from 'vitest'
import type { TotalRow } from '#contract/income.ts'
import { median } from '#domain/income.ts'
import { testApp, type TestApp } from './app-fixture.ts'

const book = 'example'
let app: TestApp

beforeAll(async () => {
  app = await testApp()
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
})

const net = (rows: readonly { net: number }[]) => rows.reduce((sum, row) => sum + row.net, 0)
const months = (rows: readonly TotalRow[]) => new Map(rows.map((row) => [row.month, row.net]))

test('totals agree by whatever they are grouped, in both lenses', async () => {
  for (const lens of ['cash', 'smoothed'] as const) {
    const totals = await Promise.all(
      ['', 'month', 'stream', 'venture', 'kind', 'currency', 'month,stream,venture,kind'].map((by) =>
        app.ask('totals', { params: { book, by, lens } }),
      ),
    )
    const sums = totals.map((rows) => net(rows.filter((row) => !row.unconverted)))
    expect(new Set(sums).size).toBe(1)
    expect(sums[0]).toBeGreaterThan(0)
  }
})

test('without native every row is in the home currency, with it in its own', async () => {
  const home = await app.ask('totals', { params: { book, by: 'stream,currency' } })
  expect(new Set(home.map((row) => row.currency))).toEqual(new Set(['EUR']))
  const native = await app.ask('totals', { params: { book, by: 'stream', native: 'true' } })
  expect(new Set(native.map((row) => row.currency))).toEqual(new Set(['EUR', 'GBP', 'JPY', 'USD']))
})

test('the chart, the month, the totals and the ledger tell one sum', async () => {
  const chart = await app.ask('incomeByMonth', { params: { book } })
  const totals = months(await app.ask('totals', { params: { book, by: 'month' } }))
  expect(chart.months.at(-1)).toBe('2024-06')
  for (const [i, month] of chart.months.entries()) {
    expect(net(chart.streams.map((stream) => ({ net: stream.net[i] ?? 0 })))).toBe(totals.get(month) ?? 0)
  }
  for (const month of ['2024-06', '2024-05', '2023-01']) {
    const page = await app.ask('month', { params: { book, month } })
    const ledger = await app.ask('entries', { params: { book, month, limit: 1 } })
    expect(page.total.net).toBe(totals.get(month))
    expect(ledger.sums.net).toBe(page.total.net)
    expect(ledger.sums.entries).toBe(page.total.entries)
    expect(net(page.streams)).toBe(page.total.net)
    expect((page.days.at(-1) ?? 0) + page.undated).toBe(page.total.net)
  }
})

test('the Month page in one answer says what its parts say one by one', async () => {
  for (const query of [{}, { lens: 'dependable' as const }, { month: '2024-03', lens: 'smoothed' as const, from: '2023-10' }]) {
    const view = await app.ask('monthView', { params: { book, ...query } })
    const { lens, from } = { lens: 'cash' as const, from: undefined, ...query }
    const month = 'month' in query ? { month: query.month } : {}
    expect(view.month).toEqual(await app.ask('month', { params: { book, lens, ...month } }))
    const to = view.month.month
    expect(view.months).toEqual(await app.ask('incomeByMonth', { params: { book, lens, to, ...(from !== undefined && { from }) } }))
    expect(view.ventures).toEqual(await app.ask('ventures', { params: { book } }))
    expect(view.streams).toEqual(await app.ask('streams', { params: { book } }))
    expect(view.time).toEqual(await app.ask('time', { params: { book } }))
    const came = { book, month: view.month.month, lens: lens === 'smoothed' ? lens : ('cash' as const) }
    expect(view.change).toEqual(await app.ask('monthChange', { params: came }))
    expect(view.carriers).toEqual(await app.ask('carriers', { params: came }))
    // What is pledged and what is to come are told of the month that runs.
    expect(view.pledged).toEqual('month' in query ? null : await app.ask('pledged', { params: { book } }))
    expect(view.outlook).toEqual('month' in query ? null : await app.ask('outlook', { params: { book } }))
  }
})

test('a month that runs is told up to today, one that is over to its end', async () => {
  const running = await app.ask('month', { params: { book } })
  expect(running).toMatchObject({ month: '2024-06', running: true, today: '2024-06-15', target: { enough: 260_000 } })
  expect(running.days).toHaveLength(15)
  expect(running.usualDays).toHaveLength(30)
  expect(running.pace).toMatchObject({ basis: 12 })
  expect(running.likely).toMatchObject({ basis: 12 })
  expect(running.likely?.low).toBeGreaterThanOrEqual(running.total.net)
  expect((await app.ask('month', { params: { book, lens: 'smoothed' } })).likely).toBeNull()
  expect(running.streams[0]?.history).toHaveLength(24)
  const over = await app.ask('month', { params: { book, month: '2024-02' } })
  expect(over.running).toBe(false)
  expect(over.days).toHaveLength(29)
  expect(over.streams.every((stream) => stream.usual !== null)).toBe(true)
})

test('what a stream is held against is six months, each up to the same day while the month runs, and else whole', async () => {
  const running = await app.ask('month', { params: { book } })
  const six = ['2023-12', '2024-01', '2024-02', '2024-03', '2024-04', '2024-05']
  const held = running.streams.filter(({ before }) => before.length > 0)
  expect(held.length).toBeGreaterThan(5)
  for (const { before, usual } of held) {
    expect(before.map(({ month }) => month)).toEqual(six)
    expect(usual).toBe(median(before.map(({ net }) => net)))
  }
  for (const [i, month] of six.entries()) {
    const { days } = await app.ask('month', { params: { book, month } })
    expect(held.reduce((sum, { before }) => sum + (before[i]?.net ?? 0), 0)).toBe(days[14])
  }
  const over = await app.ask('month', { params: { book, month: '2024-02' } })
  for (const { before, history, usual } of over.streams) {
    expect(before.map(({ net }) => net)).toEqual(history.slice(-7, -1))
    expect(usual).toBe(median(history.slice(-7, -1)))
  }
  expect((await app.ask('month', { params: { book, lens: 'smoothed' } })).streams.every(({ before }) => before.length === 0)).toBe(true)
})

test('smoothed: what is paid for later is what was paid until now less what was used up', async () => {
  for (const month of ['2024-06', '2023-03']) {
    const page = await app.ask('month', { params: { book, month, lens: 'smoothed' } })
    const until = async (lens: 'cash' | 'smoothed') => net(await app.ask('totals', { params: { book, by: '', to: month, lens } }))
    expect(page.paidForLater).toBe((await until('cash')) - (await until('smoothed')))
    expect(page.paidForLater).toBeGreaterThan(0)
    expect(page.pace).toBeNull()
    expect(page.likely).toBeNull()
  }
})

test("a stream's page tells its history, its payers and what it was paid in", async () => {
  const streams = await app.ask('streams', { params: { book } })
  for (const { id } of streams.slice(0, 3)) {
    const page = await app.ask('stream', { params: { book, stream: id } })
    expect(net(page.months)).toBe(page.total.net)
    expect(page.native.length).toBeGreaterThan(0)
    for (const { months, entries, net: paid } of page.native) {
      expect([net(months), months.reduce((sum, month) => sum + month.entries, 0)]).toEqual([paid, entries])
    }
    for (const lens of ['smoothed', 'dependable'] as const) {
      expect((await app.ask('stream', { params: { book, stream: id, lens } })).native).toEqual(page.native)
    }
  }
  const github = streams.find((stream) => stream.platform === 'github-sponsors')
  expect(await app.ask('stream', { params: { book, stream: github?.id ?? 0 } })).toMatchObject({
    stream: { platformName: 'GitHub Sponsors' },
    native: [{ currency: 'USD' }],
    patrons: expect.any(Number),
  })
})

test('both lenses sum to the same, also where a refund reaches back to months in which nothing counts', async () => {
  const own = await testApp()
  await own.createBook()
  const text = `balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,description,charge_id
txn_1,2024-01-05 10:00:00,,eur,100.00,0,100.00,charge,,ch_1
txn_2,2024-04-05 10:00:00,,eur,-40.00,0,-40.00,refund,,ch_1
`
  await own.commit([{ name: 'balance.csv', text }])
  const params = { book: 'main' }
  const [charge] = (await own.ask('entries', { params: { ...params, search: 'txn_1' } })).entries
  await own.ask('editEntry', { params: { ...params, entry: charge?.id ?? '' }, body: { edit: { deleted: true } } })
  const total = async (lens: 'cash' | 'smoothed') => net(await own.ask('totals', { params: { ...params, by: 'month', lens } }))
  expect(await total('cash')).toBe(-4000)
  expect(await total('smoothed')).toBe(-4000)
})

test('streams of one name are told apart by their ventures', async () => {
  const own = await testApp()
  await own.createBook()
  for (const name of ['Obtool', 'Notes']) {
    const venture = await own.ask('createVenture', { params: { book: 'main' }, body: { name } })
    const stream = await own.ask('createStream', { params: { book: 'main' }, body: { name: 'Shop', venture: venture.id } })
    await own.ask('addEntry', { params: { book: 'main' }, body: { stream: stream.id, day: '2024-05-01', amount: 5, currency: 'RUB' } })
  }
  const rows = await own.ask('totals', { params: { book: 'main', by: 'stream' } })
  expect(rows).toMatchObject([
    { stream: 'Obtool · Shop', currency: 'RUB', unconverted: true, net: 5 },
    { stream: 'Notes · Shop', currency: 'RUB', unconverted: true, net: 5 },
  ])
  const month = await own.ask('month', { params: { book: 'main', month: '2024-05' } })
  expect(month).toMatchObject({ total: { net: 0 }, unconverted: [{ currency: 'RUB', net: 10, entries: 2 }] })
})

test('an empty book is an empty month, not an error', async () => {
  const own = await testApp()
  await own.createBook()
  const params = { book: 'main' }
  expect(await own.ask('incomeByMonth', { params })).toMatchObject({ firstMonth: null, months: ['2024-06'], streams: [] })
  expect(await own.ask('month', { params })).toMatchObject({ total: { net: 0 }, usualDays: null, pace: { basis: 0, reachedOn: null } })
  expect(await own.ask('totals', { params })).toEqual([])
})

test('money after the table of rates is estimated, and said to be', async () => {
  const own = await testApp()
  await own.createBook()
  own.time.now = '2030-01-15T12:00:00Z'
  const venture = await own.ask('createVenture', { params: { book: 'main' }, body: { name: 'V' } })
  const stream = await own.ask('createStream', { params: { book: 'main' }, body: { name: 'S', venture: venture.id } })
  await own.ask('addEntry', { params: { book: 'main' }, body: { stream: stream.id, day: '2030-01-10', amount: 500, currency: 'USD' } })
  expect(await own.ask('month', { params: { book: 'main' } })).toMatchObject({
    estimated: { entries: 1, rateDay: expect.stringMatching(/^20\d\d-/) },
  })
})

test.each(['by=day', 'from=2024', 'lens=gross', 'native=perhaps'])('a query that cannot be is told: %s', async (query) => {
  const response = await app.app.request(`/api/v1/books/example/totals?${query}`)
  expect(response.status).toBe(400)
})
