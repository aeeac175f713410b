import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const STATEMENT = 'wise-statement'
const ACTIVITY = 'wise-activity'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const brief = ({ lines }: WholeReading) => lines.map((line) => [line.key, line.kind, line.gross, line.fees])

test('of a statement only what others paid is counted, and a fee on it once', async () => {
  const text = sampleText('statement-with-time.csv')
  expect(layoutOf(text)).toBe(STATEMENT)
  const reading = await readWhole(STATEMENT, text)
  expect(brief(reading)).toEqual([
    ['FEE-TRANSFER-1010:EUR:-200', 'fee', 0, 200],
    ['TRANSFER-1010:EUR:40000', 'payment', 40_000, 0],
    ['TRANSFER-1002:EUR:200000', 'payment', 200_611, 611],
  ])
  // What reached the balance: 400.00 − 2.00 + 2000.00.
  expect(reading.sums.net).toBe(239_800)
  expect(reading.lines[0]?.tie).toBe('TRANSFER-1010:EUR:40000')
  expect(reading.lines[2]).toMatchObject({
    at: '2025-03-05T23:30:00Z',
    name: 'Acme GmbH',
    note: 'Received money from Acme GmbH, Invoice 42',
  })
})

test('spending, conversions, own money, interest, and money that comes back only move', async () => {
  const { transfers, passedOver, complaints } = await readWhole(STATEMENT, sampleText('statement-with-time.csv'))
  expect(transfers.map(({ key, gross }) => [key, gross])).toEqual([
    ['TRANSFER-1011:EUR:5000', 5000],
    ['CARD-3001:EUR:500:2025-03-08', 500],
    ['TRANSFER-1003:EUR:10000', 10_000],
    ['BALANCE-501:EUR:9200', 9200],
    ['FEE-TRANSFER-1001:EUR:-50', -50],
    ['TRANSFER-1001:EUR:-12000', -12_000],
    ['TRANSFER-1011:EUR:-5000', -5000],
    ['CARD-3000:EUR:-6113:2025-03-01', -6113],
    ['ACCRUAL_CHECKOUT-9:EUR:50', 50],
    ['BALANCE_CASHBACK-9:EUR:20', 20],
  ])
  expect(passedOver).toEqual(['repeated row'])
  expect(complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [16, 'Date Time', '31-02-2025 12:00:00.000'],
    [17, 'Amount', 'one'],
  ])
})

test('the older statement and the transactions name the same payments alike, to the cent', async () => {
  const [old, activity, statement] = [
    await readWhole(STATEMENT, sampleText('statement-days-only.csv')),
    await readWhole(ACTIVITY, sampleText('activity.csv')),
    await readWhole(STATEMENT, sampleText('statement-with-time.csv')),
  ]
  const payment = brief(statement)[2]
  expect(layoutOf(sampleText('statement-days-only.csv'))).toBe(STATEMENT)
  expect(brief(old)).toEqual([payment])
  expect(brief(activity)[0]).toEqual(payment)
  expect(old.lines[0]?.at).toBe('2025-03-05')
  const moved = (reading: WholeReading) => reading.transfers.map(({ key }) => key)
  expect(moved(statement)).toEqual(expect.arrayContaining(['TRANSFER-1001:EUR:-12000', 'TRANSFER-1003:EUR:10000']))
  expect(moved(activity)).toEqual(expect.arrayContaining(['TRANSFER-1001:EUR:-12000', 'TRANSFER-1003:EUR:10000']))
})

test('transactions: what is not carried out or under way is told, what is not known is a complaint', async () => {
  const text = sampleText('activity.csv')
  expect(layoutOf(text)).toBe(ACTIVITY)
  const reading = await readWhole(ACTIVITY, text)
  expect(brief(reading)).toEqual([
    ['TRANSFER-1002:EUR:200000', 'payment', 200_611, 611],
    ['TRANSFER-1012:EUR:30000', 'payment', 30_000, 0],
  ])
  expect(reading.sums.net).toBe(230_000)
  expect(reading.transfers.map(({ key }) => key)).toEqual([
    'TRANSFER-1001:EUR:-12000',
    'BALANCE-501:USD:-10000',
    'TRANSFER-1003:EUR:10000',
    'CARD_TRANSACTION-3001:EUR:500:2025-03-08',
  ])
  expect(reading.passedOver).toEqual(['not carried out', 'not carried out', 'still under way'])
  expect(reading.complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [11, 'Status', 'TELEPORTED'],
    [12, 'Direction', 'UP'],
    [13, 'Target amount (after fees)', ''],
  ])
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['statement-with-time.csv', 'statement-days-only.csv', 'activity.csv'].map(sampleText)
  const cells = ['01-03-2025', '2025-03-01', 'EUR', '5', '-1.5', 'COMPLETED', 'IN', 'OUT', 'TRANSFER-1', 'FEE-TRANSFER-1', 'Ada']
  await expectOneOutcomeEach({ layouts: [STATEMENT, ACTIVITY], texts, cells })
})
