import { expect, test } from 'vitest'
import { layOutYear } from './year-layout.ts'

const bands = [
  { low: 100, middle: 150, high: 200 },
  { low: 0, middle: 100, high: 200 },
]

test('bars stand side by side and reach from the low end to the high one', () => {
  const { bars, enough } = layOutYear(['2026-12', '2027-01'], bands, 100)
  expect(bars.map(({ month, x, width }) => [month, Number(x.toFixed(2)), Number(width.toFixed(2))])).toEqual([
    ['2026-12', 7.83, 27.84],
    ['2027-01', 51.33, 27.84],
  ])
  const [first, second] = bars
  expect((second?.top ?? 0) + (second?.height ?? 0)).toBe(100)
  expect((first?.top ?? 0) + (first?.height ?? 0)).toBeCloseTo(enough ?? 0, 10)
  expect(first?.middle).toBeCloseTo(((first?.top ?? 0) + (enough ?? 0)) / 2, 10)
})

test('the scale holds the line, also where nothing reaches it', () => {
  expect(layOutYear(['2026-12'], [{ low: 1, middle: 2, high: 3 }], 1_000).enough).toBeGreaterThan(0)
  expect(layOutYear(['2026-12'], bands, null).enough).toBeNull()
})
