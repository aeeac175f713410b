import { expect, test } from 'vitest'
import { layOutYear } from './year-layout.ts'

const bands = [
  { low: 100, middle: 150, high: 200 },
  { low: 0, middle: 100, high: 200 },
]

test('bars stand side by side and reach from the low end to the high one', () => {
  const { bars, enough } = layOutYear({ months: ['2026-12', '2027-01'], ahead: bands, enough: 100 })
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
  expect(layOutYear({ months: ['2026-12'], ahead: [{ low: 1, middle: 2, high: 3 }], enough: 1_000 }).enough).toBeGreaterThan(0)
  expect(layOutYear({ months: ['2026-12'], ahead: bands, enough: null }).enough).toBeNull()
})

test('on a phone bars leave the words of the line more room', () => {
  const months = ['2026-12', '2027-01']
  const end = (narrow: boolean) => {
    const last = layOutYear({ months, ahead: [], enough: 100, narrow }).bars.at(-1)
    return (last?.x ?? 0) + (last?.width ?? 0)
  }
  // 320 pixels leave 246 for the picture: the word takes about 48.
  expect(end(true)).toBeLessThan(80)
  expect(end(false)).toBeGreaterThan(end(true))
})
