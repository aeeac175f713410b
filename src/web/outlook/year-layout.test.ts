import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOutYear, placeAmounts, WORDS } from './year-layout.ts'

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

test('a low end under nothing hangs down from the line of nothing, and the scale holds it', () => {
  const ahead = [{ low: -100, middle: 50, high: 200 }, ...bands.slice(1)]
  const { bars, nothing } = layOutYear({ months: ['2026-12', '2027-01'], ahead, enough: null })
  const [first, second] = bars
  expect(nothing).toBeCloseTo(200 / 3)
  expect((first?.top ?? 0) + (first?.height ?? 0)).toBeCloseTo((100 * 312) / 318)
  expect((second?.top ?? 0) + (second?.height ?? 0)).toBeCloseTo(nothing)
  // Losses alone are no smaller than they are.
  const lost = layOutYear({ months: ['2026-12'], ahead: [{ low: -300, middle: -240, high: -200 }], enough: null })
  expect(lost.bars[0]?.height).toBeCloseTo((100 * 100) / (318 + 1.06))
  expect(lost.bars[0]?.top).toBeGreaterThan(lost.nothing)
})

const PLOT = 150
const amounts = { low: '€2,136', high: '€3,020', narrow: true, plot: PLOT }
const twelve = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)

test('a first bar that stands on nothing has both its ends told above it, once where they are the same', () => {
  const told = (low: number, enough: number | null) =>
    placeAmounts(layOutYear({ months: twelve, ahead: twelve.map(() => ({ low, middle: 900, high: 1_000 })), enough }), amounts)
  expect(told(500, null).map(({ text }) => text)).toEqual(['€3,020', '€2,136'])
  expect(told(0, null).map(({ text }) => text)).toEqual(['€2,136 to €3,020'])
  const same = layOutYear({ months: twelve, ahead: twelve.map(() => ({ low: 0, middle: 0, high: 0 })), enough: null })
  const sure = layOutYear({ months: twelve, ahead: twelve.map(() => ({ low: 500, middle: 500, high: 500 })), enough: 900 })
  for (const layout of [same, sure]) {
    expect(placeAmounts(layout, { ...amounts, low: '€5', high: '€5' }).map(({ text }) => text)).toEqual(['€5'])
  }
  expect(placeAmounts({ bars: [], enough: null, nothing: 100 }, amounts)).toEqual([])
})

const amount = fc.integer({ min: -1_000, max: 1_000 })
const band = fc.tuple(amount, amount).map(([a, b]) => ({ low: Math.min(a, b), middle: 0, high: Math.max(a, b) }))
const amountText = fc.constantFrom('€0', '€2,136', '€12,136', 'CHF 12,136', '¥1,213,600')

test('the amounts of the first bar stand clear of every bar they reach over, of the lines and of the axis, at 320 pixels too', () => {
  fc.assert(
    fc.property(
      fc.array(band, { minLength: 12, maxLength: 12 }),
      fc.option(fc.integer({ min: 1, max: 1_500 })),
      fc.record({ low: amountText, high: amountText, narrow: fc.boolean() }),
      (ahead, enough, words) => {
        const layout = layOutYear({ months: twelve, ahead, enough, narrow: words.narrow })
        const width = words.narrow ? 246 : 486
        const px = (percent: number, whole: number) => (percent * whole) / 100
        for (const { text, x, y } of placeAmounts(layout, { ...words, plot: PLOT })) {
          const box = { left: px(x, width), right: px(x, width) + text.length * 7, top: y - WORDS.over, bottom: y + WORDS.under }
          for (const bar of layout.bars) {
            const beside = px(bar.x, width) >= box.right || px(bar.x + bar.width, width) <= box.left
            const apart = px(bar.top, PLOT) >= box.bottom || px(bar.top + bar.height, PLOT) <= box.top
            expect(beside || apart).toBe(true)
          }
          for (const line of [layout.enough ?? -99, layout.nothing].map((level) => px(level, PLOT))) {
            expect(line <= box.top || line >= box.bottom).toBe(true)
          }
          // Over the plot there are 16 pixels.
          expect(box.top).toBeGreaterThanOrEqual(-16)
          expect(box.bottom).toBeLessThanOrEqual(PLOT)
        }
      },
    ),
    { numRuns: 100 },
  )
})
