import { expect, test } from 'vitest'
import { FIRST_SPLIT, splitNet } from '#domain/splitter.ts'
import { createFormat } from '#web/ui/format.ts'
import { netOfMonth, splitFigure } from './split-figure.ts'
import { partsTrouble, splitSentence } from './split-words.ts'

const format = createFormat('en', 'EUR')
const stream = (id: number, name: string, net: number[]) => ({
  stream: id,
  name,
  venture: id,
  ventureName: name,
  kind: 'service' as const,
  net,
})
const income = { months: ['2026-10', '2026-11'], streams: [stream(1, 'Editing', [1_000_00, -50_00]), stream(2, 'Shop', [234_57, 0])] }

test('a split month opens to streams and parts that each sum to its net', () => {
  const figure = splitFigure({ month: '2026-10', income: income as never, splitter: FIRST_SPLIT }, format)
  const sum = (words: string) =>
    figure.rows.rows.filter(([what]) => String(what).startsWith(words)).reduce((all, row) => all + Number(row[2]), 0)
  expect(sum('came by')).toBe(1_234_57)
  expect(sum('goes to')).toBe(1_234_57)
  expect(figure.figure).toBe('€1,234.57')
  expect(figure.formula).toContain('Profit €123.46 + Owner €617.28 + Tax €185.19 + Costs €308.64 = €1,234.57.')
  expect(figure.title).toBe('October 2026 split by shares, cash, net, before income tax')
  expect(figure.rows.rows.every((row) => row.length === figure.rows.columns.length)).toBe(true)
})

test('the largest part is named, and a month without money has nothing to split', () => {
  const say = (month: string, net = netOfMonth(income as never, month)) =>
    splitSentence({ net, month, running: '2026-11', parts: FIRST_SPLIT.parts, amounts: splitNet(net, FIRST_SPLIT) }, format)
  expect(say('2026-10')).toBe('Of the €1,235 of October 2026 €617 are for Owner, the largest share.')
  expect(say('2026-11')).toBe('More went back than came in November 2026 so far: there is nothing to split.')
  expect(say('2026-12')).toBe('Nothing came in December 2026, so there is nothing to split.')
})

test('shares that make no whole are told by how much', () => {
  const parts = FIRST_SPLIT.parts.map((part, key) => ({ key, ...part }))
  expect(partsTrouble(parts, format)).toBeUndefined()
  expect(partsTrouble(parts.slice(1), format)).toBe('The shares make 90%: 10% are missing to 100.')
  expect(partsTrouble([...parts, { key: 9, name: 'Pension', share: 500 }], format)).toBe('The shares make 105%: 5% too much.')
  expect(partsTrouble([{ key: 0, name: ' ', share: 10_000 }], format)).toBe('Say of each part what it is for.')
  expect(partsTrouble([{ key: 0, name: 'All', share: undefined }], format)).toBe('Write each share as a percentage.')
  expect(partsTrouble([], format)).toBe('Write one part at least.')
})
