import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const INCOME = 'polar-income'
const PAYOUT = 'polar-payout'
const ORDERS = 'polar-orders'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const brief = ({ lines }: WholeReading) => lines.map((line) => [line.key, line.kind, line.gross, line.fees, line.refunds])
const told = ({ complaints }: WholeReading) => complaints.map(({ row, field, text }) => [row, field, text])

test('income: sales without tax, what was given back, and a net that its parts do not give', async () => {
  const text = sampleText('income-with-refund-and-payout.csv')
  expect(layoutOf(text)).toBe(INCOME)
  const reading = await readWhole(INCOME, text)
  expect(brief(reading)).toEqual([
    ['payout-fee:2026-02-20:USD:225', 'fee', 0, 225, 0],
    ['2026-02-10T08:00:00Z:USD:-1000', 'refund', 0, 0, 1000],
    ['2026-02-02T23:30:00Z:USD:2500', 'payment', 2500, 155, 0],
    ['2026-02-02T11:00:00Z:USD:1000', 'payment', 1000, 80, 0],
    ['2026-02-02T11:00:00Z:USD:1000#2', 'payment', 1000, 80, 0],
    ['2026-02-02T10:00:00Z:USD:980', 'payment', 1000, 80, 0],
    ['2026-02-02T10:00:00Z:USD:980:gap', 'adjustment', -20, 0, 0],
    ['2026-02-01T10:00:00Z:USD:-30', 'fee', 0, 30, 0],
    ['2026-02-01T09:00:00Z:USD:-2500', 'chargeback', 0, 1500, 2500],
  ])
  // The nets of the rows, and of the payout its fee alone: −2.25 − 10 + 23.45 + 9.2 + 9.2 + 9 − 0.3 − 40.
  expect(reading.sums.net).toBe(-170)
  expect(reading.transfers.map(({ key, gross }) => [key, gross])).toEqual([['2026-02-20T09:00:00Z:USD:-3800', -3800]])
  expect(told(reading)).toEqual([
    [10, 'Type', 'balance'],
    [11, 'Type', 'Barter'],
    [12, 'Status', 'stuck'],
    [13, 'Currency', 'jpy'],
    [14, 'Created At', '2026-02-30T06:00:00+01:00'],
    [15, 'Net', ''],
  ])
  expect(reading.facts.covers).toEqual({ refs: [] })
})

test('a payout tells the same lines as the income does, with the fees that stand as rows of their own', async () => {
  const text = sampleText('payout-fees-apart.csv')
  expect(layoutOf(text)).toBe(PAYOUT)
  const [payout, income] = [await readWhole(PAYOUT, text), await readWhole(INCOME, sampleText('income-with-refund-and-payout.csv'))]
  expect(brief(payout).slice(0, 3)).toEqual([brief(income)[2], ['2026-02-02T11:00:00Z:USD:1000', 'payment', 1000, 0, 0], brief(income)[1]])
  expect(brief(payout).slice(3)).toEqual([brief(income)[0]])
  expect(payout.sums.net).toBe(2500 - 155 + 1000 - 1000 - 225)
  expect(payout.passedOver).toEqual([
    'fee, counted with its sale',
    'fee, counted with its sale',
    'repeated row',
    'fee, counted with another fee of the payout',
  ])
  expect(told(payout)).toEqual([
    [10, 'Transaction ID', 't2'],
    [11, 'Transaction ID', ''],
  ])
})

test('orders yield to the income of their days, and tell what was given back', async () => {
  const text = sampleText('orders-refunded.csv')
  expect(layoutOf(text)).toBe(ORDERS)
  const reading = await readWhole(ORDERS, text)
  expect(brief(reading)).toEqual([
    ['order:INV-0001', 'payment', 2500, 0, 0],
    ['order:INV-0002', 'payment', 1000, 0, 0],
    ['order:INV-0002:refund', 'refund', 0, 0, 1000],
    ['order:INV-0003', 'payment', 1000, 0, 0],
    ['order:INV-0003:refund', 'refund', 0, 0, 400],
  ])
  expect(reading.lines.every((line) => line.yields === true)).toBe(true)
  expect(reading.lines[2]).toMatchObject({ tie: 'order:INV-0002', patron: 'bob@example.org' })
  expect(reading.passedOver).toEqual(['not paid', 'amount is 0'])
  expect(told(reading)).toEqual([
    [5, 'Refunded Amount', ''],
    [8, 'Status', 'lost'],
  ])
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['income-with-refund-and-payout.csv', 'payout-fees-apart.csv', 'orders-refunded.csv'].map(sampleText)
  const cells = ['2026-02-02T23:30:00Z', 'usd', '5', '-1.5', 'Purchase', 'paid', 'available', 't1', 'Polar fee']
  await expectOneOutcomeEach({ layouts: [INCOME, PAYOUT, ORDERS], texts, cells })
})

const headers = fileURLToPath(new URL('../../../../shared/samples/polar/headers-from-source.txt', import.meta.url))

test.skipIf(!existsSync(headers))('the headers of its source are recognised', () => {
  const found = readFileSync(headers, 'utf8').trim().split('\n')
  const plain = found.map((line) => line.replace(/^[^:]*: /, '').replace(/\s*\(optional.*$/, ''))
  expect(plain.map((header) => layoutOf(`${header}\n`))).toEqual([PAYOUT, INCOME, ORDERS])
})
