import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, type TestApp } from './app-fixture.ts'

const sum = (parts: readonly { net: number }[]) => parts.reduce((all, { net }) => all + net, 0)

describe('what changed in the example', () => {
  let app: TestApp
  const params = { book: 'example' }

  beforeAll(async () => {
    app = await testApp()
    await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
  })

  test('start, parts and end are those of the two months, in both lenses and any month', async () => {
    for (const lens of ['cash', 'smoothed'] as const) {
      for (const month of ['2024-05', '2024-04', '2023-12', '2023-07']) {
        const { before, start, end, parts } = await app.ask('monthChange', { params: { ...params, lens, month } })
        expect(end).toBe((await app.ask('month', { params: { ...params, month, lens } })).total.net)
        expect(start).toBe((await app.ask('month', { params: { ...params, month: before, lens } })).total.net)
        expect(start + sum(parts)).toBe(end)
        expect(parts.length).toBeGreaterThan(3)
      }
    }
  })

  test('a yearly payment is no change of who gives: cash tells it by itself, smoothed not at all', async () => {
    const changes = async (lens: 'cash' | 'smoothed') => {
      const months = ['2024-05', '2024-04', '2024-03', '2024-02']
      const told = await Promise.all(months.map((month) => app.ask('monthChange', { params: { ...params, lens, month } })))
      return new Set(told.flatMap(({ parts }) => parts.map(({ change }) => change)))
    }
    expect(await changes('cash')).toContain('several')
    expect(await changes('smoothed')).not.toContain('several')
  })

  test('a month that is not over has the last full one answer, and the first month has nothing before it', async () => {
    const last = await app.ask('monthChange', { params })
    expect([last.before, last.month]).toEqual(['2024-04', '2024-05'])
    for (const month of ['2024-06', '2030-01']) expect(await app.ask('monthChange', { params: { ...params, month } })).toEqual(last)
    const { firstMonth } = await app.ask('incomeByMonth', { params })
    const first = await app.ask('monthChange', { params: { ...params, month: firstMonth ?? '' } })
    expect(first).toMatchObject({ told: false, start: 0, end: 0, parts: [] })
  })
})

test('sales, fees, refunds and gifts are told apart as they are typed in', async () => {
  const app = await testApp()
  const book = await app.ask('createBook', { body: { name: 'Own', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en' } })
  const params = { book: book.id }
  const venture = await app.ask('createVenture', { params, body: { name: 'Zine shop', work: 'basic' } })
  const streams = { shop: 0, gifts: 0 }
  for (const [name, kind] of [['shop', 'sales'] as const, ['gifts', 'patronage'] as const]) {
    streams[name] = (await app.ask('createStream', { params, body: { venture: venture.id, name, kind } })).id
  }
  const pay = (stream: keyof typeof streams, day: string, more: { amount: number; fee?: number; name?: string }) =>
    app.ask('addEntry', { params, body: { stream: streams[stream], day, currency: 'EUR', ...more } })
  await pay('shop', '2024-04-10', { amount: 10_000, fee: 500 })
  await pay('shop', '2024-05-10', { amount: 13_000, fee: 400 })
  for (const day of ['2024-03-10', '2024-04-10', '2024-05-10']) await pay('gifts', day, { amount: 1_000, name: 'Ada' })
  for (const day of ['2024-03-10', '2024-04-10']) await pay('gifts', day, { amount: 700, name: 'Bob' })
  await pay('gifts', '2024-05-28', { amount: 300, name: 'Eve' })
  // Cay paused for two months; of Dan only one gift is known, which nothing followed.
  for (const day of ['2023-01-10', '2023-02-10', '2024-05-20']) await pay('gifts', day, { amount: 800, name: 'Cay' })
  for (const day of ['2023-01-10', '2024-05-20']) await pay('gifts', day, { amount: 200, name: 'Dan' })
  const { start, end, parts } = await app.ask('monthChange', { params: { ...params, lens: 'cash' } })
  expect([start, end]).toEqual([11_200, 14_900])
  expect(parts.map(({ change, name, net }) => [change, name, net])).toEqual([
    ['new', null, 500],
    ['returned', null, 800],
    ['left', null, -700],
    ['venture', 'Zine shop', 3_000],
    ['fees', null, 100],
  ])
  // The Patrons page counts them alike.
  const { movement } = await app.ask('crowd', { params })
  expect([movement.new.patrons, movement.returned.patrons]).toEqual([2, 1])
})
