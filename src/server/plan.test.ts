import { expect, test } from 'vitest'
import { testApp, type TestApp } from './app-fixture.ts'

const BOOK = { book: 'example' }
const buffer = { amount: 900_000, least: 600_000, day: '2024-06-01' }
const draft = {
  name: 'Without the shop',
  changes: [
    { kind: 'venture' as const, venture: 4 },
    { kind: 'days' as const, days: 3 },
  ],
}

async function exampleApp(): Promise<TestApp> {
  const app = await testApp()
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
  return app
}

const fileOf = async (app: TestApp, book = 'example') => (await app.raw('bookFile', { params: { book } })).text()

test('what is kept is said, changed and taken back, and stands in the book file', async () => {
  const app = await exampleApp()
  expect((await app.ask('plans', { params: BOOK })).buffer).toEqual({ amount: 360_000, least: 200_000, day: '2024-06-01' })
  await app.ask('removeBuffer', { params: BOOK })
  expect((await app.ask('plans', { params: BOOK })).buffer).toBeNull()
  const before = await fileOf(app)
  await app.ask('setBuffer', { params: BOOK, body: { ...buffer, amount: 1 } })
  await app.ask('setBuffer', { params: BOOK, body: buffer })
  expect((await app.ask('plans', { params: BOOK })).buffer).toEqual(buffer)
  expect(await fileOf(app)).toContain(`{"buffer":${JSON.stringify(buffer)}}`)
  await app.ask('removeBuffer', { params: BOOK })
  expect(await fileOf(app)).toBe(before)
})

test('a buffer that cannot be is refused', async () => {
  const app = await exampleApp()
  for (const wrong of [
    { ...buffer, amount: -1 },
    { ...buffer, least: 0.5 },
    { ...buffer, day: '2024-13-01' },
  ]) {
    expect((await app.raw('setBuffer', { params: BOOK, body: wrong })).status).toBe(400)
  }
})

test('scenarios are kept, renamed and removed; one that is not there is told so', async () => {
  const app = await exampleApp()
  const { id } = await app.ask('addScenario', { params: BOOK, body: draft })
  const params = { ...BOOK, scenario: id }
  await app.ask('setScenario', { params, body: { ...draft, name: 'No shop' } })
  expect((await app.ask('plans', { params: BOOK })).scenarios).toEqual([{ id, ...draft, name: 'No shop' }])
  await app.ask('removeScenario', { params })
  expect((await app.ask('plans', { params: BOOK })).scenarios).toEqual([])
  expect((await app.raw('removeScenario', { params })).status).toBe(404)
  expect((await app.raw('setScenario', { params, body: draft })).status).toBe(404)
  expect((await app.raw('addScenario', { params: BOOK, body: { ...draft, name: ' ' } })).status).toBe(400)
  expect((await app.raw('addScenario', { params: BOOK, body: { ...draft, changes: [] } })).status).toBe(400)
})

test('plans hold what can be imagined otherwise: who pays, what platforms take, and what a patron gives', async () => {
  const app = await exampleApp()
  const [plans, outlook] = [await app.ask('plans', { params: BOOK }), await app.ask('outlook', { params: BOOK })]
  expect(plans.streams.map(({ stream }) => stream)).toEqual(outlook.streams.map(({ stream }) => stream))
  const months = outlook.streams[0]?.net.length
  expect(plans.patrons.length).toBeGreaterThan(10)
  expect(plans.patrons.map(({ yearly }) => yearly)).toEqual(plans.patrons.map(({ yearly }) => yearly).toSorted((a, b) => b - a))
  for (const { parts } of plans.patrons) for (const { net } of parts) expect(net).toHaveLength(months ?? 0)
  for (const { gross, fees, net } of plans.fees) expect(net).toBeLessThanOrEqual(gross - fees)
  expect(plans.fees.map(({ name }) => name)).toContain('GitHub Sponsors')
  expect(plans.gift).toBeGreaterThan(0)
  expect(plans.leaving).toBeGreaterThan(0)
})

test('what patrons paid for a year ahead is due again, and is no part of what is drawn', async () => {
  const app = await exampleApp()
  const { streams, known, first } = await app.ask('outlook', { params: BOOK })
  const { id: stream = 0 } = (await app.ask('streams', { params: BOOK })).find(({ kind }) => kind === 'patronage') ?? {}
  const add = (day: string, name: string, months: number) =>
    app.ask('addEntry', { params: BOOK, body: { stream, day, amount: 12_000, currency: 'EUR', months, name } })
  await add('2024-02-10', 'Ada', 12)
  await add('2024-06-10', 'Bo', 12)
  const after = await app.ask('outlook', { params: BOOK })
  const place = after.streams.findIndex((one) => one.stream === stream)
  expect(after.known.filter((one) => !known.some(({ patron }) => patron === one.patron))).toEqual([
    { stream: place, patron: 'Ada', ahead: 8, amount: 12_000, chance: expect.any(Number), months: 1 },
  ])
  const at = 25
  expect([first, streams[place]?.yearly[at], after.streams[place]?.yearly[at]]).toEqual([
    '2022-01',
    expect.any(Number),
    (streams[place]?.yearly[at] ?? 0) + 12_000,
  ])
})

test('only patrons who still stand can be imagined to stop', async () => {
  const app = await exampleApp()
  const { id: stream = 0 } = (await app.ask('streams', { params: BOOK })).find(({ kind }) => kind === 'patronage') ?? {}
  const add = (day: string, name: string, months = 1) =>
    app.ask('addEntry', { params: BOOK, body: { stream, day, amount: 900_000, currency: 'EUR', months, name } })
  for (const month of ['2024-02', '2024-03', '2024-04']) for (const name of ['Stays', 'Left']) await add(`${month}-03`, name)
  await add('2024-05-03', 'Stays')
  // One is due again next month, one was due in the newest full month and did not come.
  await add('2023-07-20', 'Yearly', 12)
  await add('2024-02-20', 'Quarterly', 3)
  const { patrons } = await app.ask('plans', { params: BOOK })
  expect(patrons.map(({ name }) => name).filter((name) => ['Stays', 'Left', 'Yearly', 'Quarterly'].includes(name))).toEqual([
    'Stays',
    'Yearly',
  ])
})

test('what is dated in months to come has not arrived; what was paid for them has', async () => {
  const app = await exampleApp()
  const ahead = async () => (await app.ask('plans', { params: BOOK })).paidAhead
  const before = await ahead()
  const [stream] = await app.ask('streams', { params: BOOK })
  const add = (day: string, months: number) =>
    app.ask('addEntry', { params: BOOK, body: { stream: stream?.id ?? 0, day, amount: 120_000, currency: 'EUR', months } })
  await add('2024-09-05', 1)
  expect(await ahead()).toBe(before)
  await add('2024-06-02', 12)
  expect(await ahead()).toBe(before + 110_000)
})

test('a month ends no lower than what it has, also of days to come', async () => {
  const app = await exampleApp()
  const month = () => app.ask('month', { params: BOOK })
  const { total, likely } = await month()
  const [stream] = await app.ask('streams', { params: BOOK })
  await app.ask('addEntry', { params: BOOK, body: { stream: stream?.id ?? 0, day: '2024-06-29', amount: 300_000, currency: 'EUR' } })
  const after = await month()
  expect(after.total.net).toBe(total.net + 300_000)
  expect(after.likely?.low).toBe((likely?.low ?? 0) + 300_000)
})
