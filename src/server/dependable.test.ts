import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const place = { zone: 'Europe/Berlin', locale: 'de' }
const params = { book: 'example' }
const lens = 'dependable' as const

async function example() {
  const app = await testApp()
  await app.ask('createExample', { body: place })
  return app
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

test('dependable says of each month what was promised of it, and else what would have been', async () => {
  const app = await example()
  const promises = await app.storage.promises('example')
  const months = await app.ask('incomeByMonth', { params: { ...params, lens, from: '2022-01' } })
  // The example begins in 2022-01: before its seventh month nothing can be counted on.
  expect(months.months[0]).toBe('2022-01')
  expect(months.untold).toEqual(months.months.slice(0, 6))
  const at = (month: string) => sum(months.streams.map(({ net }) => net[months.months.indexOf(month)] ?? 0))
  expect(promises).toHaveLength(13)
  for (const { month, low } of promises) expect(at(month)).toBe(low)
  expect(at('2022-06')).toBe(0)
  expect(await app.ask('incomeByMonth', { params: { ...params, lens } })).toMatchObject({ untold: [], streams: expect.any(Array) })
  expect(at('2022-08')).toBeGreaterThan(0)
})

test('one month, its streams, the months, the streams’ own pages and the totals say the same, to the cent', async () => {
  const app = await example()
  const months = await app.ask('incomeByMonth', { params: { ...params, lens } })
  const totals = await app.ask('totals', { params: { ...params, lens, by: 'month,stream' } })
  for (const month of ['2022-07', '2024-03', '2024-06']) {
    const page = await app.ask('month', { params: { ...params, month, lens } })
    const i = months.months.indexOf(month)
    expect(page.total).toMatchObject({ net: page.dependable?.low, gross: page.dependable?.low, fees: 0, entries: 0 })
    expect(sum(page.streams.map(({ net }) => net))).toBe(page.total.net)
    expect(sum(months.streams.map(({ net }) => net[i] ?? 0))).toBe(page.total.net)
    expect(sum(totals.filter((row) => row.month === month).map(({ net }) => net))).toBe(page.total.net)
    for (const { stream, net, history } of page.streams) {
      const told = await app.ask('stream', { params: { ...params, stream, lens } })
      expect(told.months.find((one) => one.month === month)?.net ?? 0).toBe(net)
      expect(history.at(-1)).toBe(net)
      expect(told.since).toBe('2022-07')
    }
  }
})

test('the running month has its promise, which says of which day it is and of how many months', async () => {
  const app = await example()
  const { dependable, running, pace, likely } = await app.ask('month', { params: { ...params, lens } })
  expect(running).toBe(true)
  expect(dependable).toMatchObject({ basis: 29, made: '2024-06-01' })
  expect([pace, likely]).toEqual([null, null])
  const before = await app.ask('month', { params: { ...params, lens, month: '2022-09' } })
  expect(before.dependable).toMatchObject({ basis: 8, made: null, recalibration: 1_000 })
})

test('under six full months nothing is made up', async () => {
  const app = await example()
  const page = await app.ask('month', { params: { ...params, lens, month: '2022-06' } })
  expect(page).toMatchObject({ dependable: null, total: { net: 0, entries: 0 } })
  const { id: book } = await app.ask('createBook', { body: { name: 'New', homeCurrency: 'EUR', ...place } })
  expect(await app.ask('month', { params: { book, lens } })).toMatchObject({ dependable: null, streams: [] })
  expect(await app.ask('totals', { params: { book, lens } })).toEqual([])
})

test('a month is told by the months before it: what comes in it or later changes nothing of it', async () => {
  const app = await example()
  const ask = (month: string) => app.ask('month', { params: { ...params, lens, month } })
  const [early, late] = [await ask('2022-10'), await ask('2023-02')]
  const stream = early.streams[0]?.stream ?? 0
  await app.ask('addEntry', { params, body: { stream, day: '2022-12-20', amount: 5_000_000, currency: 'EUR' } })
  expect((await ask('2022-10')).dependable).toEqual(early.dependable)
  expect((await ask('2023-02')).dependable).not.toEqual(late.dependable)
  const { entries } = await app.ask('entries', { params: { ...params, month: '2022-12', search: '' } })
  const added = entries.find(({ byHand }) => byHand)
  await app.ask('editEntry', { params: { ...params, entry: added?.id ?? '' }, body: { edit: { deleted: true } } })
  expect((await ask('2023-02')).dependable).toEqual(late.dependable)
})

test('a book that never promised says what it would have promised', async () => {
  const app = await example()
  const promises = (await app.storage.promises('example')).filter(({ recalibration }) => recalibration === 1_000)
  expect(promises.length).toBeGreaterThan(6)
  async function* without() {
    let left = 0
    for await (const line of app.storage.bookFile('example')) {
      if (line.startsWith('{"promise"')) left += 1
      // The last line says how many there are.
      else yield line.replace(/^\{"end":\{"lines":(\d+)/, (_, lines: string) => `{"end":{"lines":${Number(lines) - left}`)
    }
  }
  await app.storage.restore('copy', without())
  for (const { month, low, middle, high } of promises) {
    const page = await app.ask('month', { params: { book: 'copy', month, lens } })
    expect(page.dependable).toMatchObject({ low, middle, high, made: null, recalibration: 1_000 })
  }
})
