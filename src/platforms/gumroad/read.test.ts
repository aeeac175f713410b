import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { net } from '#domain/money.ts'
import { CsvParser } from '../csv.ts'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const SALES = 'gumroad-sales'
const PAYOUT = 'gumroad-payout'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const sales = () => readWhole(SALES, sampleText('refunds-and-disputes.csv'))
const payout = () => readWhole(PAYOUT, sampleText('payout-every-type.csv'))
const brief = ({ lines }: WholeReading) =>
  lines.map((line) => [line.key, line.kind, line.gross, line.fees, line.refunds, line.yields ?? false])

test('each sale is a payment without the sales tax in it, and what became of it later stands beside it', async () => {
  const reading = await sales()
  expect(layoutOf(sampleText('refunds-and-disputes.csv'))).toBe(SALES)
  expect(brief(reading)).toEqual([
    ['aaa==', 'payment', 1000, 150, 0, false],
    ['bbb==', 'payment', 1000, 150, 0, false],
    ['bbb==:refund', 'refund', 0, 0, 1000, true],
    ['ccc==', 'payment', 1000, 170, 0, false],
    ['ccc==:refund', 'refund', 0, 0, 500, true],
    ['ddd==', 'payment', 1000, 150, 0, false],
    ['ddd==:dispute', 'chargeback', 0, 0, 1000, true],
    ['eee==', 'payment', 1000, 150, 0, false],
    ['-fff==', 'payment', 6000, 650, 0, false],
    ['ggg==', 'payment', 2000, 250, 0, false],
    ['ggg==:affiliate', 'fee', 0, 500, 0, true],
    ['kkk==', 'payment', 1000, 150, 0, false],
    ['kkk==:gap', 'adjustment', -25, 0, 0, false],
  ])
  expect(reading.transfers).toMatchObject([{ key: 'eee==:dispute', gross: 0, refunds: 0 }])
  expect(reading.passedOver).toEqual([
    'free of charge',
    'free trial: nothing was charged',
    'pre-order: nothing was charged yet',
    'totals row',
  ])
  expect(reading.complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [13, 'Partial Refund ($)', '0.0'],
    [14, 'Recurrence', 'hourly'],
    [15, 'Purchase ID', 'aaa=='],
  ])
  expect(reading.facts.warnings).toEqual([expect.stringContaining('(3 here)')])
})

test('a sale bears its months, its buyer, its reference and the id by which PayPal knows it', async () => {
  const { lines } = await sales()
  expect(lines.find((line) => line.key === '-fff==')).toMatchObject({
    at: '2026-03-06T14:19:23Z',
    months: 12,
    patron: 'ada@example.org',
    name: 'Ada',
    note: 'Club, (Gold), PayPal 5AB12345CD678901E',
    ref: 'purchase:-fff==',
  })
  expect(lines.filter((line) => line.tie !== undefined).every((line) => line.key.startsWith(`${line.tie}:`))).toBe(true)
})

test('a row that changes keeps its keys and adds to them', async () => {
  const text = sampleText('refunds-and-disputes.csv')
  const [header = '', first = ''] = text.split('\n')
  const keys = async (row: string) => {
    const { lines, transfers } = await readWhole(SALES, `${header}\n${row}\n`)
    return [...lines, ...transfers].map((line) => line.key)
  }
  const flags = ',0,0.0,0,0,0,'
  expect(first).toContain(flags)
  expect(await keys(first)).toEqual(['aaa=='])
  expect(await keys(first.replace(flags, ',1,4.0,0,0,0,'))).toEqual(['aaa==', 'aaa==:refund'])
  expect(await keys(first.replace(flags, ',1,0.0,1,0,0,'))).toEqual(['aaa==', 'aaa==:refund'])
  expect(await keys(first.replace(flags, ',0,0.0,0,1,0,'))).toEqual(['aaa==', 'aaa==:dispute'])
  expect(await keys(first.replace(flags, ',0,0.0,0,1,1,'))).toEqual(['aaa==', 'aaa==:dispute'])
})

test('a payout has every type of row, each with the net that it states', async () => {
  const reading = await payout()
  expect(layoutOf(sampleText('payout-every-type.csv'))).toBe(PAYOUT)
  expect(brief(reading)).toEqual([
    ['sale:aaa==:2026-03-01:850', 'payment', 1000, 150, 0, true],
    ['sale:bbb==:2026-03-02:850', 'payment', 1000, 150, 0, true],
    ['full-refund:bbb==:2026-03-20:-880', 'refund', 0, -120, 1000, false],
    ['partial-refund:ccc==:2026-03-21:-510', 'refund', 0, -85, 500, false],
    ['chargeback:ddd==:2026-03-22:-850', 'chargeback', 0, -150, 1000, false],
    ['credit:eee==:2026-03-23:300', 'adjustment', 300, 0, 0, false],
    ['sale:-fff==:2026-03-06:5350', 'payment', 6000, 650, 0, true],
    ['paypal-refund:-fff==:2026-03-24:-5350', 'refund', 0, -650, 6000, false],
    ['paypal-connect-affiliate-fees:2026-03-25:-200', 'fee', 0, 200, 0, false],
    ['affiliate-credit:2026-03-07:-500', 'fee', 0, 500, 0, false],
    ['affiliate-credit:2026-03-26:400', 'payment', 400, 0, 0, false],
    ['payout-fee:2026-03-31:-30', 'fee', 0, 30, 0, false],
    ['technical-adjustment:2026-03-31:1', 'adjustment', 1, 0, 0, false],
  ])
  expect(reading.transfers).toMatchObject([{ key: 'paypal-payouts:2026-03-31:200', gross: 200 }])
  expect(reading.passedOver).toEqual(['totals row', 'totals row'])
  expect(reading.complaints).toMatchObject([{ row: 16, field: 'Type', text: 'Wizardry' }])
  const taxed = 95
  const stated = sampleText('payout-every-type.csv').trim().split('\n').slice(1, 15)
  const total = stated.reduce(
    (sum, row) =>
      sum +
      Number(
        row
          .split(',')
          .at(-1)
          ?.replace(/^(-?\d+)\.(\d)$/, '$1$20')
          .replace('.', ''),
      ),
    0,
  )
  expect([...reading.lines, ...reading.transfers].reduce((sum, line) => sum + net(line), 0)).toBe(total + taxed)
})

test('what both exports tell bears one reference, and of two with one reference one yields', async () => {
  const [one, other] = [await sales(), await payout()]
  const shared = one.lines.flatMap((line) => {
    const twin = line.ref === undefined ? undefined : other.lines.find((candidate) => candidate.ref === line.ref)
    return twin ? [[line.ref, line.yields ?? false, twin.yields ?? false]] : []
  })
  expect(shared).toEqual([
    ['purchase:aaa==', false, true],
    ['purchase:bbb==', false, true],
    ['refund:bbb==', true, false],
    ['refund:ccc==', true, false],
    ['dispute:ddd==', true, false],
    ['purchase:-fff==', false, true],
  ])
  expect(other.facts.covers).toEqual({ refs: ['purchase:', 'refund:', 'dispute:'] })
  expect(one.facts).not.toHaveProperty('covers')
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['refunds-and-disputes.csv', 'payout-every-type.csv'].map(sampleText)
  await expectOneOutcomeEach({ layouts: [SALES, PAYOUT], texts, cells: ['aaa==', 'Sale', '2026-01-02', '5', '-1.5', '1', '0', 'Totals'] })
})

const real = fileURLToPath(new URL('../../../../shared/samples/gumroad/', import.meta.url))

test.skipIf(!existsSync(real))('the sample of others is read to the cent', async () => {
  const text = readFileSync(`${real}sales-2022-2023.emails-replaced.csv`, 'utf8')
  expect(layoutOf(text)).toBe(SALES)
  const parser = new CsvParser(',')
  const rows = [...parser.push(text), ...parser.end()].slice(1).map((row) => row.cells)
  const total = (index: number) => rows.reduce((sum, cells) => sum + Number(cells[index]) * 100, 0)
  const { sums, counts } = await readWhole(SALES, text)
  expect(sums).toEqual({ gross: total(11), fees: total(12), refunds: 0, tax: 0, net: total(13) })
  expect(counts).toEqual({ lines: 3, 'non-row': 2 })
})
