import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { net } from '#domain/money.ts'
import { CsvParser } from '../csv.ts'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const STATEMENT = 'etsy-statement'
const ORDERS = 'etsy-orders'
const PAYMENTS = 'etsy-payments'
const ITEMS = 'etsy-items'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const statement = () => readWhole(STATEMENT, sampleText('statement-every-type.csv'))
const orders = () => readWhole(ORDERS, sampleText('orders-adjusted-and-not.csv'))
const payments = () => readWhole(PAYMENTS, sampleText('payments-of-the-same-orders.csv'))

test('every type of a statement has its kind and its signs, and what the buyer paid for the state is no income', async () => {
  const reading = await statement()
  expect(reading.lines.map((line) => [line.kind, line.gross, line.fees, line.refunds, line.tie])).toEqual([
    ['refund', 0, -20, 1000, 'sale:3001'],
    ['fee', 0, 117, 0, undefined],
    ['fee', 0, 2, 0, 'sale:3001'],
    ['adjustment', -135, 0, 0, 'sale:3001'],
    ['adjustment', -90, 0, 0, 'sale:3002'],
    ['fee', 0, 11, 0, 'sale:3002'],
    ['adjustment', -29, 0, 0, 'sale:3001'],
    ['fee', 0, 31, 0, 'sale:3001'],
    ['fee', 0, 31, 0, 'sale:3001'],
    ['fee', 0, -31, 0, 'sale:3001'],
    ['fee', 0, 20, 0, undefined],
    ['fee', 0, 410, 0, 'sale:3002'],
    ['payment', 111_608, 0, 0, undefined],
    ['payment', 2000, 50, 0, undefined],
    ['adjustment', -10, 0, 0, undefined],
    ['adjustment', 200, 0, 0, undefined],
  ])
  expect(reading.transfers.map((line) => [line.gross, line.note])).toEqual([
    [-3735, '$37.35 sent to your bank account'],
    [500, 'Payment from credit card'],
  ])
  expect(reading.passedOver).toEqual(['amount is 0'])
  expect(reading.complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [20, 'Type', 'Wizardry'],
    [21, 'Title', 'Sent to your bank account'],
    [22, 'Date', 'Smarch 22, 2026'],
    [23, 'Fees & Taxes', '-€0.20'],
  ])
  expect(reading.facts).toMatchObject({
    covers: { refs: ['order:', 'order-refund:'] },
    span: { from: '2026-09-24', to: '2026-09-30' },
  })
})

test('equal fees of one day are told apart, and sales are named by their order', async () => {
  const { lines } = await statement()
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length)
  const fees = lines.filter((line) => line.note?.startsWith('Transaction fee: Zine')).map((line) => line.key)
  expect(fees[1]).toBe(`${fees[0]}#2`)
  expect(lines.filter((line) => line.kind === 'payment').map((line) => [line.key, line.ref])).toEqual([
    ['sale:3001', 'order:3001'],
    ['sale:3002', 'order:3002'],
  ])
  expect(lines[0]?.ref).toBe('order-refund:3001')
})

test('a statement with a sale that names no order covers by its days', async () => {
  const text = sampleText('statement-every-type.csv').replace('Payment for Order #3002', 'Payment in person')
  expect((await readWhole(STATEMENT, text)).facts.covers).toEqual({ refs: [] })
})

test('orders: what is not in the net is no income, zeros say that nothing was given back, unless the status does', async () => {
  const reading = await orders()
  expect(reading.lines.map((line) => [line.key, line.kind, line.gross, line.fees, line.refunds, line.tie, line.ref])).toEqual([
    ['order:3001', 'payment', 111_473, 120, 0, undefined, 'order:3001'],
    ['order-refund:3001', 'refund', 0, -20, 1000, 'order:3001', 'order-refund:3001'],
    ['order:3002', 'payment', 2000, 75, 0, undefined, 'order:3002'],
    ['order:3003', 'payment', 950, 75, 0, undefined, 'order:3003'],
    ['order-refund:3003', 'refund', 0, -75, 950, 'order:3003', 'order-refund:3003'],
  ])
  expect(reading.lines.every((line) => line.yields)).toBe(true)
  expect(reading.lines[0]).toMatchObject({ at: '2026-09-08', patron: 'ada77', name: 'Ada Roe', note: 'Order #3001' })
  expect(reading.passedOver).toEqual(['not paid: canceled'])
  expect(reading.complaints).toMatchObject([{ row: 6, field: 'Status', text: 'Levitating' }])
  expect(reading.facts.warnings).toEqual([expect.stringContaining('monthly statement'), expect.stringContaining('(2 here)')])
})

test('payments name the lines of their orders alike', async () => {
  const [ofOrders, ofPayments] = [await orders(), await payments()]
  const brief = ({ lines }: WholeReading) => lines.map(({ key, at, gross, fees, refunds }) => [key, at, gross, fees, refunds])
  expect(brief(ofPayments)).toEqual(brief(ofOrders).slice(0, 3))
  expect(ofPayments.facts).not.toHaveProperty('covers')
})

test('items bring no money beside that of their orders, and the file says so', async () => {
  const { counts, facts, lines } = await readWhole(ITEMS, sampleText('items-without-money.csv'))
  expect(counts).toEqual({ 'non-row': 2 })
  expect(lines).toEqual([])
  expect(facts.warnings).toEqual([expect.stringContaining('what was sold, not money')])
})

test('the four tables are told apart', () => {
  const layouts = ['statement-every-type', 'orders-adjusted-and-not', 'payments-of-the-same-orders', 'items-without-money'].map((name) =>
    layoutOf(sampleText(`${name}.csv`)),
  )
  expect(layouts).toEqual([STATEMENT, ORDERS, PAYMENTS, ITEMS])
  expect(layoutOf('Date,Type,Title,Currency,Amount,Net\n')).toBeUndefined()
})

test('decimal commas and signs with letters', async () => {
  const header = 'Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details'
  const rows = [
    '"Sep 2, 2026",Sale,Payment for Order #1,,EUR,"€1.016,08",--,"€1.016,08",--',
    '"Sep 1, 2026",Sale,x,,EUR,"5,00 €",--,"5,00 €",--',
  ]
  expect((await readWhole(STATEMENT, [header, ...rows].join('\n'))).sums.gross).toBe(102_108)
  const dollars = `${header}\n"Sep 2, 2026",Deposit,CA$37.35 sent to your bank account,,CAD,--,--,--,--\n`
  expect((await readWhole(STATEMENT, dollars)).transfers).toMatchObject([{ gross: -3735, currency: 'CAD' }])
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['statement-every-type', 'orders-adjusted-and-not', 'payments-of-the-same-orders', 'items-without-money']
  const cells = ['Sep 2, 2026', '09/08/26', 'Sale', 'Order #3001', '3001', 'USD', '$5.00', '-$1.50', '--', 'Paid']
  await expectOneOutcomeEach({
    layouts: [STATEMENT, ORDERS, PAYMENTS, ITEMS],
    texts: texts.map((name) => sampleText(`${name}.csv`)),
    cells,
  })
})

const real = fileURLToPath(new URL('../../../../shared/samples/etsy/', import.meta.url))

test.skipIf(!existsSync(real))('the samples of others are read to the cent of what they state', async () => {
  const cellsOf = (text: string) => {
    const parser = new CsvParser(',')
    return [...parser.push(text), ...parser.end()].slice(1).map((row) => row.cells)
  }
  const cents = (cell = '') => (cell === '--' ? 0 : Number(cell.replace(/[$.]/g, '')))
  const text = readFileSync(`${real}statement.synthetic-fixture.csv`, 'utf8')
  const read = await readWhole(STATEMENT, text)
  expect(layoutOf(text)).toBe(STATEMENT)
  expect(read.sums.net).toBe(cellsOf(text).reduce((sum, cells) => sum + cents(cells[7]), 0))
  expect(read.counts).toEqual({ lines: 8, transfer: 1 })
  expect(read.transfers.map(net)).toEqual([-3735])
  const sold = readFileSync(`${real}sold-orders.synthetic-fixture.csv`, 'utf8')
  const readSold = await readWhole(ORDERS, sold)
  expect(layoutOf(sold)).toBe(ORDERS)
  expect(readSold.sums.net).toBe(cellsOf(sold).reduce((sum, cells) => sum + cents(cells[27]), 0))
  expect(readSold.counts).toEqual({ lines: 2 })
})
