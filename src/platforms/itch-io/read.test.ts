import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'itch-io-purchases'
const text = readFileSync(new URL('samples/purchases-and-troubles.csv', import.meta.url), 'utf8')

test('purchases without tax, less both fees, in the currency that stands beside the number', async () => {
  expect(layoutOf(text)).toBe(LAYOUT)
  const { lines, facts } = await readWhole(LAYOUT, text)
  expect(lines.map((line) => [line.key, line.kind, line.currency, line.gross, line.fees, line.refunds])).toEqual([
    ['9001', 'payment', 'USD', 500, 95, 0],
    ['9002', 'payment', 'USD', 1000, 179, 0],
    ['9003', 'payment', 'EUR', 400, 76, 0],
    ['9004', 'payment', 'USD', 400, 76, 0],
    ['9004:refund', 'refund', 'USD', 0, 0, 400],
  ])
  expect(lines.map((line) => line.ref)).toEqual(['ch_3AbcDef', '1AB23456CD7890123', undefined, undefined, undefined])
  expect(lines[0]).toMatchObject({ at: '2026-01-05T10:00:00Z', name: 'Ada', patron: 'ada@example.org', note: 'Small Game, by stripe' })
  expect(facts.warnings).toEqual([expect.stringContaining('read as US dollars')])
})

test('what is free or not paid is none; what cannot be read is a complaint', async () => {
  const { passedOver, complaints } = await readWhole(LAYOUT, text)
  expect(passedOver).toEqual(['amount is 0', 'not paid'])
  expect(complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [7, 'refunded', 'disputed'],
    [8, 'amount', '£5.00'],
    [9, 'amount', 'five'],
    [10, 'created_at', '2026-01-32 10:00:00'],
  ])
})

test('a narrower file is read as well, and says what it does not tell', async () => {
  const narrow = 'created_at,object_name,amount,currency,email\n2026-01-05,Small Game,5.00,EUR,ada@example.org\n'
  expect(layoutOf(narrow)).toBe(LAYOUT)
  const { lines, facts } = await readWhole(LAYOUT, narrow)
  expect(lines).toMatchObject([{ key: '2026-01-05:ada@example.org:EUR:500', gross: 500, fees: 0 }])
  expect(facts.warnings).toEqual([expect.stringContaining('no fees')])
})

test('any rows give each row one outcome, without throwing', async () => {
  const cells = ['2026-01-05 10:00:00', '$5.00', '5', '-1.5', 'true', 'Small Game', '9001']
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts: [text], cells })
})
