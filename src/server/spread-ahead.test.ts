import { expect, test } from 'vitest'
import { addMonths, monthOf } from '#domain/month.ts'
import { testApp, type TestApp } from './app-fixture.ts'

/** A book of one stream, and the way to add a payment to it. The clock stands in June 2024. */
async function oneStream(kind: 'patronage' | 'grant' | 'royalty') {
  const app = await testApp()
  const { id: book } = await app.ask('createBook', { body: { name: 'New', homeCurrency: 'EUR', zone: 'UTC', locale: 'en' } })
  const params = { book }
  const { id: venture } = await app.ask('createVenture', { params, body: { name: 'Obtool' } })
  const { id: stream } = await app.ask('createStream', { params, body: { venture, name: 'Gifts', kind } })
  const add = (day: string, amount: number, more: { months?: number; name?: string } = {}) =>
    app.ask('addEntry', { params, body: { stream, day, amount, currency: 'EUR', ...more } })
  const outlook = (lens: 'cash' | 'smoothed') => app.ask('outlook', { params: { ...params, lens } })
  return { add, outlook }
}

test('smoothed, a payment of a year stands in its months: those that are over are not drawn, the others are sure, then it is due', async () => {
  const { add, outlook } = await oneStream('patronage')
  await add('2023-09-05', 1_000)
  await add('2024-02-10', 12_007, { months: 12, name: 'Ada' })
  const [cash, smoothed] = [await outlook('cash'), await outlook('smoothed')]
  expect([cash.lens, smoothed.lens]).toEqual(['cash', 'smoothed'])
  expect(cash.streams[0]).toMatchObject({ net: [1_000, 0, 0, 0, 0, 12_007, 0, 0, 0], yearly: [0, 0, 0, 0, 0, 12_007, 0, 0, 0] })
  expect(smoothed.streams[0]).toMatchObject({
    net: [1_000, 0, 0, 0, 0, 1_001, 1_001, 1_001, 1_001],
    yearly: [0, 0, 0, 0, 0, 1_001, 1_001, 1_001, 1_001],
  })
  const due = { stream: 0, patron: 'Ada', ahead: 8, amount: 12_007, chance: 750 }
  expect(cash.known).toEqual([{ ...due, months: 1 }])
  const sure = (ahead: number, amount: number) => ({ stream: -1, patron: null, ahead, amount, chance: 1_000, months: 1 })
  expect(smoothed.known).toEqual([
    ...[1_001, 1_001, 1_001, 1_000, 1_000, 1_000, 1_000, 1_000].map((amount, ahead) => sure(ahead, amount)),
    { ...due, months: 12 },
  ])
})

test('smoothed, a grant for a year that names nobody is as uncertain once its months are over as a patron’s payment', async () => {
  const { add, outlook } = await oneStream('grant')
  await add('2023-02-10', 6_000, { months: 12 })
  await add('2024-02-10', 6_000, { months: 12 })
  const { streams, known } = await outlook('smoothed')
  expect(streams[0]?.net).toEqual(streams[0]?.yearly)
  expect(known.filter(({ chance }) => chance === 1_000).map(({ ahead, amount }) => [ahead, amount])).toEqual(
    Array.from({ length: 8 }, (_, ahead) => [ahead, 500]),
  )
  expect(known.filter(({ chance }) => chance < 1_000)).toEqual([
    { stream: 0, patron: null, ahead: 8, amount: 6_000, chance: 750, months: 12 },
  ])
  // In cash it is drawn: nobody is known who would renew it.
  expect((await outlook('cash')).known).toEqual([])
})

test('smoothed, royalties for a quarter are drawn: there are enough of them to tell how they vary', async () => {
  const { add, outlook } = await oneStream('royalty')
  for (const day of ['2023-06-10', '2023-09-10', '2023-12-10', '2024-03-10']) await add(day, 3_000, { months: 3 })
  const { streams, known } = await outlook('smoothed')
  expect(known).toEqual([])
  expect(streams[0]).toMatchObject({ net: Array.from({ length: 12 }, () => 1_000), yearly: Array.from({ length: 12 }, () => 0) })
})

async function exampleApp(): Promise<TestApp> {
  const app = await testApp()
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
  return app
}

test('the months that are drawn are those of the lens', async () => {
  const app = await exampleApp()
  const params = { book: 'example' }
  for (const lens of ['cash', 'smoothed'] as const) {
    const { streams, first } = await app.ask('outlook', { params: { ...params, lens } })
    const months = await app.ask('totals', { params: { ...params, by: 'month', lens, from: first ?? '', to: '2024-05' } })
    expect(months.map((_, i) => streams.reduce((sum, { net }) => sum + (net[i] ?? 0), 0))).toEqual(months.map(({ net }) => net))
  }
})

test('promises are of cash: their record and what is silent are told in each lens, and move the band of cash alone', async () => {
  const app = await exampleApp()
  const params = { book: 'example' }
  const [cash, smoothed] = [
    await app.ask('outlook', { params: { ...params, lens: 'cash' } }),
    await app.ask('outlook', { params: { ...params, lens: 'smoothed' } }),
  ]
  expect(await app.ask('outlook', { params })).toEqual(cash)
  expect(smoothed.record).toEqual(cash.record)
  expect(smoothed.silent).toEqual(cash.silent)
  expect(smoothed.recalibration).toBe(1_000)
  const { month, net } = cash.record.at(-1)!
  expect(month).toBe(addMonths(monthOf(cash.today), -1))
  expect(net).toBe(cash.streams.reduce((sum, one) => sum + (one.net.at(-1) ?? 0), 0))
})
