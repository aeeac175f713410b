import { expect, test } from 'vitest'
import { testApp, type Dropped } from './app-fixture.ts'

/** What the book's only currency comes to, however the files were dropped. */
async function netOf(files: readonly Dropped[]): Promise<number> {
  const { ask, commit } = await testApp()
  await ask('createBook', { body: { homeCurrency: 'USD', zone: 'UTC', locale: 'en' } })
  for (const file of files) await commit([file])
  const totals = (await ask('totals', { params: { book: 'main', by: '' } })) as { net: number }[]
  return totals.reduce((sum, { net }) => sum + net, 0)
}

const file = (name: string, ...rows: string[]): Dropped => ({ name, text: [...rows, ''].join('\n') })

const days = file('days.csv', 'Date,Estimated revenue (USD)', 'Total,16.000', '2024-02-27,6.000', '2024-02-28,6.000', '2024-03-01,4.000')
const activity = file('activity.csv', '"Date","Description","Amount (USD)"', '"Feb 1 – 29, 2024","Earnings - YouTube","11.50"')

test("YouTube's estimates count until AdSense states the month, in whatever order they come", async () => {
  expect(await netOf([days])).toBe(1600)
  expect(await netOf([days, activity])).toBe(1150 + 400)
  expect(await netOf([activity, days])).toBe(1150 + 400)
})

const income = file(
  'income.csv',
  'Created At,Type,Product,Gross,Fees,Tax,Net,Currency,Status,Paid Out At',
  '2024-02-02T12:00:00.1+01:00,Purchase,Font,29.75,-1.55,-4.75,23.45,usd,available,',
)
const payout = file(
  'payout.csv',
  'Date,Payout ID,Transaction ID,Description,Currency,Amount,Payout Total,Account Currency,Account Payout Total',
  '2024-02-02T11:00:00.100000+00:00,po1,t1,Font,usd,25.0,23.45,usd,23.45',
  '2024-02-02T11:00:00.200000+00:00,po1,t1,Polar fee,usd,-1.55,23.45,usd,23.45',
)
const orders = file(
  'orders.csv',
  'Email,Created At,Product,Net Amount,Currency,Status,Invoice number',
  'ada@example.org,2024-02-02T10:59:58+00:00,Font,25.0,usd,paid,INV-1',
)

test('one sale in three of Polar’s exports counts once, with its fee', async () => {
  expect(await netOf([orders])).toBe(2500)
  for (const files of [
    [orders, income, payout],
    [payout, orders],
    [income, payout],
    [income, orders],
  ])
    expect(await netOf(files)).toBe(2345)
})
