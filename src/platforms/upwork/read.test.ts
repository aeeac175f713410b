import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'upwork-transactions'
const text = readFileSync(new URL('samples/fees-withdrawal-journal.csv', import.meta.url), 'utf8')

test('payments, the fees and refunds that name them, and tax that is told beside the net', async () => {
  expect(layoutOf(text)).toBe(LAYOUT)
  const { lines, sums, facts } = await readWhole(LAYOUT, text)
  expect(lines.map((line) => [line.key, line.kind, line.gross, line.fees, line.refunds, line.tie])).toEqual([
    ['900012', 'fee', 0, 99, 0, undefined],
    ['900010', 'adjustment', 0, 0, 0, undefined],
    ['900009', 'fee', 0, 10_000, 0, '900008'],
    ['900008', 'payment', 100_000, 0, 0, undefined],
    ['900007', 'refund', 0, 0, 2000, '900002'],
    ['900006', 'fee', 0, -200, 0, '900002'],
    ['900005', 'payment', 5000, 0, 0, undefined],
    ['900003', 'fee', 0, 3250, 0, '900002'],
    ['900002', 'payment', 32_500, 0, 0, undefined],
    ['900001', 'fee', 0, 400, 0, undefined],
  ])
  // Amounts of the rows without withdrawal, journal and withheld tax.
  expect(sums).toEqual({ gross: 137_500, fees: 13_549, refunds: 2000, tax: 5000, net: 121_951 })
  expect(facts.span).toEqual({ from: '2026-09-08', to: '2026-09-20' })
})

test('a withdrawal only moves money, a journal is none, and what is not known is a complaint', async () => {
  const { transfers, passedOver, complaints } = await readWhole(LAYOUT, text)
  expect(transfers.map(({ key, gross }) => [key, gross])).toEqual([['900011', -116_951]])
  expect(passedOver).toEqual(["entry of Upwork's own books, not of your money", 'repeated row'])
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [15, 'Ref ID', '900002'],
    [16, 'Date', 'Sep 31, 2026'],
    [17, 'Type', 'Séance'],
    [18, 'Amount', ''],
    [19, 'Ref ID', ''],
  ])
})

test('any rows give each row one outcome, without throwing', async () => {
  const cells = ['Sep 08, 2026', '900001', 'Hourly', 'Service Fee', 'Journal', 'USD', '5', '-1.5', 'for Hourly - Ref ID 900001']
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts: [text], cells })
})

const header = fileURLToPath(new URL('../../../../shared/samples/upwork/header-freelancer.csv', import.meta.url))

test.skipIf(!existsSync(header))('the header of others is recognised', () => {
  expect(layoutOf(readFileSync(header, 'utf8'))).toBe(LAYOUT)
})
