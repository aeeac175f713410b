import { expect, test } from 'vitest'
import { monthRange } from '#domain/month.ts'
import { testApp } from './app-fixture.ts'
import { pledgeApp } from './pledge-fixture.ts'
import { BOOK } from './publication-fixture.ts'

const params = { book: 'main' }

/** Gifts of 1,000 on the 2nd of every month, and in some of them a payment of a year on the 20th. */
async function yearlyBook() {
  const app = await testApp()
  await app.createBook()
  const { id: venture } = await app.ask('createVenture', { params, body: { name: 'Obtool' } })
  const stream = (await app.ask('createStream', { params, body: { venture, name: 'Gifts', kind: 'patronage' } })).id
  const add = (day: string, amount: number, more: { months?: number; name?: string } = {}) =>
    app.ask('addEntry', { params, body: { stream, day, amount, currency: 'EUR', ...more } })
  for (const month of monthRange('2023-05', '2024-06')) await add(`${month}-02`, 100_000)
  const month = async (name = '2024-06') => await app.ask('month', { params: { ...params, month: name } })
  const archive = () => app.ask('changeStream', { params: { ...params, stream }, body: { archived: true } })
  return { ...app, add, month, archive }
}

test('a payment of a year is no part of a usual rest, and stands where it is due again with its chance', async () => {
  const { add, month } = await yearlyBook()
  const before = await month()
  expect(before.likely).toMatchObject({ low: 100_000, high: 100_000, due: [] })
  // Paid in July: due next month, and in no rest.
  await add('2023-07-20', 120_000, { months: 12, name: 'Bo' })
  expect(await month()).toMatchObject({ likely: before.likely, total: before.total })
  // Paid a year ago: due now, and awaited.
  await add('2023-06-20', 120_000, { months: 12, name: 'Ada' })
  const due = (await month()).likely
  expect(due).toMatchObject({ low: 100_000, high: 220_000, due: [{ patron: 'Ada', amount: 120_000, chance: 750 }] })
  expect(due?.rests.every(({ rest }) => rest === 0)).toBe(true)
  expect([7, 8]).toContain(due?.ofTen)
  // It came: counted once, in what is there, and nothing more of it is awaited.
  await add('2024-06-12', 120_000, { months: 12, name: 'Ada' })
  expect(await month()).toMatchObject({ total: { net: 220_000 }, likely: { low: 220_000, high: 220_000, due: [] } })
})

test('of an archived stream nothing is awaited, and its long payments are taken out once', async () => {
  const { add, month, archive } = await yearlyBook()
  await add('2023-06-20', 120_000, { months: 12, name: 'Ada' })
  await archive()
  const { likely } = await month()
  expect(likely).toMatchObject({ low: 100_000, high: 100_000, due: [] })
  expect(likely?.rests.every(({ rest }) => rest === 0)).toBe(true)
})

test('what is pledged and due this month is awaited until it is paid', async () => {
  const app = await pledgeApp()
  for (const month of monthRange('2023-10', '2024-06')) await app.pay(app.home.stream, { day: `${month}-03`, amount: 500 })
  const yearly = await app.pledge({ rhythm: 'yearly', amount: 12_000 })
  await app.drain()
  const likely = async () => (await app.ask('month', { params: { ...BOOK, month: app.time.now.slice(0, 7) } })).likely
  expect(await likely()).toMatchObject({ low: 500, high: 12_500, due: [{ amount: 12_000, chance: 750 }] })
  await app.pay(app.home.stream, { day: '2024-06-15', amount: 12_000, note: yearly.reference })
  expect(await likely()).toMatchObject({ low: 12_500, high: 12_500, due: [] })
  // In the next month it is over, and no rest has it.
  app.time.now = '2024-07-05T12:00:00Z'
  await app.pay(app.home.stream, { day: '2024-07-03', amount: 500 })
  const july = await likely()
  expect(july).toMatchObject({ low: 500, high: 500, due: [] })
  expect(july?.rests.map(({ rest }) => rest)).toEqual(july?.rests.map(() => 0))
  await app.stripe.close()
})
