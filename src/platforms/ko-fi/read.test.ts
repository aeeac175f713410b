import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const FULL = 'ko-fi-transactions'
const SHORT = 'ko-fi-transactions-short'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const brief = ({ lines }: WholeReading) => lines.map((line) => [line.key, line.kind, line.gross, line.refunds, line.currency])

test('every type of transaction, without the sales tax in it, and what was given away apart', async () => {
  const reading = await readWhole(FULL, sampleText('tax-gifts-and-types.csv'))
  expect(layoutOf(sampleText('tax-gifts-and-types.csv'))).toBe(FULL)
  expect(brief(reading)).toEqual([
    ['tx1', 'payment', 300, 0, 'USD'],
    ['tx2', 'payment', 6000, 0, 'EUR'],
    ['tx3', 'payment', 1000, 0, 'EUR'],
    ['tx5', 'payment', 40, 0, 'JPY'],
    ['tx6', 'payment', 4000, 0, 'JPY'],
    ['tx10', 'refund', 0, 300, 'USD'],
  ])
  expect(reading.transfers).toMatchObject([{ key: 'tx4', gross: -500, name: 'Dee' }])
  expect(reading.passedOver).toEqual(['amount is 0'])
  expect(reading.complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [9, 'TransactionType', 'Wizardry'],
    [10, 'TransactionId', 'tx1'],
    [11, 'Received', ''],
  ])
  expect(reading.facts.warnings).toEqual([expect.stringContaining('The sales tax that one payment holds')])
  expect(reading.facts.span).toEqual({ from: '2026-07-01', to: '2026-07-10' })
})

test('a payment bears who paid, the words over several lines, its provider and the id by which that knows it', async () => {
  const { lines } = await readWhole(FULL, sampleText('tax-gifts-and-types.csv'))
  expect(lines[0]).toMatchObject({
    at: '2026-07-01T13:04:30Z',
    patron: 'ada@example.org',
    name: 'Ada',
    note: 'Ko-fi Support, by PayPal, Two lines, and a "quote"',
  })
  expect(lines.map((line) => line.ref)).toEqual([undefined, 'ch_3Abc', '5AB12345CD678901E', undefined, undefined, undefined])
})

test('an annual membership covers twelve months', async () => {
  const { lines } = await readWhole(FULL, sampleText('tax-gifts-and-types.csv'))
  expect(lines.map((line) => line.months)).toEqual([1, 12, 1, 1, 1, 1])
})

test('the short layout, with a mark and other line ends, names the same payments alike', async () => {
  const text = sampleText('bom-crlf-month-first.csv')
  expect(layoutOf(text)).toBe(SHORT)
  const [short, full] = [await readWhole(SHORT, text), await readWhole(FULL, sampleText('tax-gifts-and-types.csv'))]
  expect(brief(short).slice(0, 2)).toEqual(brief(full).slice(0, 2))
  expect(short.lines.map((line) => line.at)).toEqual(['2026-07-01T13:04:00Z', '2026-07-02T10:00:00Z', '2026-07-13T08:00:00Z'])
  expect(short.facts.style).toMatchObject({ dates: 'month first, UTC', encoding: 'utf-8' })
})

test('a date whose order nothing proves is asked about; one that is the same in both is read', async () => {
  const text = sampleText('order-of-dates-unknown.csv')
  const { complaints, lines } = await readWhole(SHORT, text)
  expect(complaints).toMatchObject([{ row: 2, field: 'DateTime (UTC)', text: '01/02/2025 10:00' }])
  expect(complaints[0]?.reason).toContain('day first or month first')
  expect(lines.map((line) => line.at)).toEqual(['2025-05-05T10:00:00Z'])
  const proven = await readWhole(SHORT, `${text}25/02/2025 10:00,Ada,,,3.00,0,USD,Tip,tx3,ada@example.org\n`)
  expect(proven.lines.map((line) => line.at.slice(0, 10))).toEqual(['2025-02-01', '2025-05-05', '2025-02-25'])
})

test('received and given in one row are a payment and a gift', async () => {
  const header = 'DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId'
  const { lines, transfers, counts } = await readWhole(SHORT, `${header}\n2026-01-02,Ada,,,3.00,2.90,USD,Tip,tx1\n`)
  expect(lines).toMatchObject([{ key: 'tx1', kind: 'payment', gross: 300, at: '2026-01-02' }])
  expect(transfers).toMatchObject([{ key: 'tx1:given', gross: -290 }])
  expect(counts).toEqual({ lines: 1 })
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['tax-gifts-and-types.csv', 'bom-crlf-month-first.csv', 'order-of-dates-unknown.csv'].map(sampleText)
  const cells = ['01/02/2026', '2026-01-02', 'EUR', '5', '-1.5', 'Tip', 'tx1']
  await expectOneOutcomeEach({ layouts: [FULL, SHORT], texts, cells })
})

const real = fileURLToPath(new URL('../../../../shared/samples/ko-fi/', import.meta.url))

test.skipIf(!existsSync(real))('the sample of others is recognised, and read to the cent', async () => {
  const text = readFileSync(`${real}transactions-vA.synthetic-fixture.csv`, 'utf8')
  expect(layoutOf(text)).toBe(FULL)
  const rows = text.trim().split('\n').slice(1)
  const received = rows.reduce((sum, row) => sum + Number(row.split(',')[4]?.replace('.', '')), 0)
  const { sums, counts } = await readWhole(FULL, text)
  expect(sums.net).toBe(received)
  expect(counts).toEqual({ lines: rows.length })
})
