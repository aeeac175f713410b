import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'kdp-royalties'
const text = readFileSync(new URL('samples/marketplaces-and-returns.csv', import.meta.url), 'utf8')

test('royalties by day, book and marketplace; a return is a refund, a month a summary', async () => {
  expect(layoutOf(text)).toBe(LAYOUT)
  const { lines, transfers } = await readWhole(LAYOUT, text)
  expect(lines.map((line) => [line.key, line.kind, line.gross, line.refunds])).toEqual([
    ['2026-01-31:B00AAAA001:Amazon.com:70%:Standard:USD', 'payment', 1035, 0],
    ['2026-01-31:B00AAAA001:Amazon.com:70%:Standard:USD#2', 'payment', 275, 0],
    ['2026-01-31:B00AAAA001:Amazon.co.jp:35%:Standard:JPY', 'payment', 350, 0],
    ['2026-01-31:B00AAAA001:Amazon.de:70%:Standard:EUR', 'refund', 0, 310],
    ['2026-01:9780000000001:Amazon.com:60%:Standard - Paperback:USD', 'summary', 1680, 0],
  ])
  expect(lines[0]).toMatchObject({ at: '2026-01-31', note: '3 × Small Things, Standard' })
  expect(transfers.map(({ gross }) => gross)).toEqual([0])
  const dollars = lines.filter(({ currency }) => currency === 'USD')
  expect(dollars.reduce((sum, { gross }) => sum + gross, 0)).toBe(1035 + 275 + 1680)
})

test('what cannot be read is a complaint, not 0', async () => {
  const { complaints } = await readWhole(LAYOUT, text)
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [8, 'Royalty Date', '2026-01-32'],
    [9, 'Royalty', ''],
    [10, 'Currency', ''],
    [11, 'ASIN/ISBN', ''],
  ])
})

test('dates that a spreadsheet wrote are read once their order is proven', async () => {
  const saved = text.replaceAll('2026-01-31', '1/2/2026').replaceAll('2026-01-30', '1/30/2026')
  const { lines, facts } = await readWhole(LAYOUT, saved)
  expect(lines[0]?.at).toBe('2026-01-02')
  expect(facts.style?.dates).toBe('month first')
})

test('any rows give each row one outcome, without throwing', async () => {
  const cells = ['2026-01-31', '2026-01', '1/2/2026', 'B00AAAA001', 'USD', '5', '-1.5', 'Amazon.de']
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts: [text], cells })
})
