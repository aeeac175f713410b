import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { headOf, recognise } from '../registry.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'bandcamp-sales'
const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url))
const sampleText = (name: string) => sample(name).toString('utf8')

test('items of one cart are lines of their own, payouts only move money, pending sales wait', async () => {
  const text = sampleText('cart-payout-refund-pending.csv')
  expect(layoutOf(text)).toBe(LAYOUT)
  const { lines, transfers, complaints, passedOver, facts, sums } = await readWhole(LAYOUT, text)
  expect(lines.map((line) => [line.key, line.kind, line.gross, line.fees, line.refunds])).toEqual([
    ['2001:First Light', 'payment', 1000, 0, 0],
    ['2001:First Light:share', 'fee', 0, 150, 0],
    ['2001:Bonus', 'payment', 100, 60, 0],
    ['2001:Bonus:share', 'fee', 0, 15, 0],
    ['2001:Bonus#2', 'payment', 100, 60, 0],
    ['2001:Bonus#2:share', 'fee', 0, 15, 0],
    ['2002:Shirt', 'payment', 2000, 0, 0],
    ['2002:Shirt:more', 'adjustment', 200, 0, 0],
    ['back:2003:First Light', 'refund', 0, -30, 1000],
    ['back:2004:Bonus', 'refund', 0, 0, 100],
  ])
  // The net amounts of the rows: 8.50 + 0.25 + 0.25 + 22.00 − 9.70 − 1.00.
  expect(sums.net).toBe(2030)
  expect(transfers.map(({ key, gross, currency }) => [key, gross, currency])).toEqual([
    ['payout:P-77', -3100, 'EUR'],
    ['payout:2026-01-09T12:00:00Z:JPY:500', -500, 'JPY'],
  ])
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [10, 'item type', 'hologram'],
    [11, 'net amount', 'n/a'],
    [12, 'date', '1/32/26 1:00am'],
  ])
  expect(passedOver).toEqual(['sale that is still pending', 'sale that is still pending', 'empty row'])
  expect(facts.warnings).toEqual([expect.stringContaining('2 sales are still pending')])
  expect(facts.style).toMatchObject({ dates: 'month first, UTC' })
})

test('a refund is tied to the item it refunds; a payment bears its buyer and the id by which PayPal knows it', async () => {
  const { lines } = await readWhole(LAYOUT, sampleText('cart-payout-refund-pending.csv'))
  const refunds = lines.filter((line) => line.kind === 'refund')
  expect(refunds.map((line) => line.tie)).toEqual(['2001:First Light', '2001:Bonus'])
  expect(lines[0]).toMatchObject({
    at: '2026-01-05T17:45:00Z',
    patron: 'ada@example.org',
    name: 'Ada',
    note: 'First Light, The Makers',
    ref: '1AB23456CD7890123',
  })
})

test("Bandcamp's share of what PayPal paid out is a line of its own, so that PayPal's amounts may count for the rest", async () => {
  const { lines } = await readWhole(LAYOUT, sampleText('cart-payout-refund-pending.csv'))
  const known = lines.filter((line) => line.ref === '1AB23456CD7890123')
  // PayPal tells of the cart 12.00 less its fees of 1.20.
  expect(known.reduce((sum, line) => sum + line.gross - line.fees, 0)).toBe(1080)
  const shares = lines.filter((line) => line.key.endsWith(':share'))
  expect(shares.map(({ fees, ref, tie }) => [fees, ref, tie])).toEqual([
    [150, undefined, '2001:First Light'],
    [15, undefined, '2001:Bonus'],
    [15, undefined, '2001:Bonus#2'],
  ])
})

test('UTF-16 is read as UTF-8 is, and the simple report names the same items alike', async () => {
  const bytes = sample('utf-16-simple.csv')
  expect(recognise(headOf(bytes, 'x'))?.layout.id).toBe(LAYOUT)
  const { lines, facts, sums } = await readWhole(LAYOUT, bytes, { chunk: 7 })
  expect(facts.style?.encoding).toBe('utf-16le')
  expect(lines.map(({ key, gross, fees }) => [key, gross, fees])).toEqual([
    ['2001:First Light', 1000, 0],
    ['2001:First Light:share', 0, 150],
    ['2001:Bönus ♪', 100, 60],
    ['2001:Bönus ♪:share', 0, 15],
  ])
  expect(sums.net).toBe(875)
})

test('a report that a spreadsheet saved day first is read so once a date proves it', async () => {
  const { lines, facts } = await readWhole(LAYOUT, sampleText('resaved-day-first.csv'))
  expect(lines.filter((line) => line.kind === 'payment').map((line) => line.at)).toEqual(['2026-01-05T17:45:00Z', '2026-01-25T09:00:00Z'])
  expect(facts.style).toMatchObject({ dates: 'day first, UTC' })
  const unproven = sampleText('resaved-day-first.csv').split('\n').slice(0, 2).join('\n')
  expect((await readWhole(LAYOUT, `${unproven}\n`)).complaints[0]?.reason).toContain('day first or month first')
})

test('any rows give each row one outcome, without throwing', async () => {
  const texts = ['cart-payout-refund-pending.csv', 'resaved-day-first.csv'].map(sampleText)
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts, cells: ['1/2/26 5:00pm', 'EUR', '5', '-1.5', 'track', 'refund', 'payout', '77'] })
})

const real = fileURLToPath(new URL('../../../../shared/samples/bandcamp/bandcamp-simple-3-songs.csv', import.meta.url))

test.skipIf(!existsSync(real))('the sample of others is recognised, and read to the cent of its own net amounts', async () => {
  const text = readFileSync(real, 'utf8')
  expect(layoutOf(text)).toBe(LAYOUT)
  const rows = text.trim().split('\n').slice(1)
  const cents = (row: string) => Math.round(Number(row.split(',').at(-1)) * 100)
  const { sums, lines } = await readWhole(LAYOUT, text)
  expect(sums.net).toBe(rows.reduce((sum, row) => sum + cents(row), 0))
  expect(lines.filter((line) => line.kind === 'payment')).toHaveLength(rows.length)
})
