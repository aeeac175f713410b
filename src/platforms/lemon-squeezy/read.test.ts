import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { headOf, recognise } from '../registry.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'lemon-squeezy-orders'
const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const text = sampleText('orders-refunds-and-statuses.csv')
const brief = ({ lines }: WholeReading) => lines.map((line) => [line.key, line.kind, line.currency, line.gross, line.fees, line.refunds])

test('the layout is recognised by names, and says that it is unverified', async () => {
  const found = recognise(headOf(new TextEncoder().encode(text), 'x'))
  expect(found?.layout.id).toBe(LAYOUT)
  expect(found?.why).toContain('Unverified layout')
  expect((await readWhole(LAYOUT, text)).facts.warnings).toEqual([expect.stringContaining('Compare its sums')])
})

test('orders without tax, and of it as much given back as of the total', async () => {
  const reading = await readWhole(LAYOUT, text)
  expect(brief(reading)).toEqual([
    ['1', 'payment', 'USD', 2500, 199, 0],
    ['2', 'payment', 'USD', 2500, 199, 0],
    ['2:refund', 'refund', 'USD', 0, 0, 2500],
    ['3', 'payment', 'EUR', 2000, 150, 0],
    ['3:refund', 'refund', 'EUR', 0, 0, 1000],
  ])
  expect(reading.lines[2]).toMatchObject({ at: '2026-01-09T10:00:00Z', tie: '2' })
  expect(reading.passedOver).toEqual(['amount is 0', 'not paid', 'repeated row'])
  expect(reading.complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [8, 'Order Number', '1'],
    [9, 'Refunded Amount', ''],
    [10, 'Status', 'squeezed'],
    [11, 'Total', ''],
    [12, 'Created At', 'soon'],
  ])
})

test('minor units are taken as such where formatted amounts stand beside them', async () => {
  const api = sampleText('api-minor-units.csv')
  expect(layoutOf(api)).toBe(LAYOUT)
  const reading = await readWhole(LAYOUT, api)
  expect(brief(reading)).toEqual([
    ['1', 'payment', 'USD', 2500, 0, 0],
    ['2', 'payment', 'JPY', 3000, 0, 0],
    ['2:refund', 'refund', 'JPY', 0, 0, 3000],
  ])
  expect(reading.complaints.map(({ field, text: cell }) => [field, cell])).toEqual([['total', '30.00x']])
})

test('amounts that are all whole are asked about', async () => {
  const whole = 'order_number,user_email,created_at,currency,tax,total,status\n1,ada@example.org,2026-01-05,USD,0,2500,paid\n'
  expect((await readWhole(LAYOUT, whole)).facts.warnings[1]).toContain('a hundred times too large')
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = [text, sampleText('api-minor-units.csv')]
  const cells = ['2026-01-05 10:00:00', 'USD', '5', '-1.5', 'paid', 'refunded', 'true', '1', '99999999999999999999']
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts, cells })
})
