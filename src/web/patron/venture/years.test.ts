import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths } from '#domain/month.ts'
import { createFormat } from '#web/ui/format.ts'
import { yearMonths, yearsPlan, yearsSentence } from './years.ts'

const format = createFormat('en-GB', 'EUR')
const history = [
  { month: '2026-08', net: 40_000, enough: null },
  { month: '2026-09', net: 80_000, enough: 90_000 },
  { month: '2026-10', net: 95_000, enough: 90_000 },
]
const carried = { percent: 105, month: '2026-10', asOf: '2026-10-31', running: { month: '2026-11', net: 20_000 } }

test('the running month follows the published ones and is told apart', () => {
  const months = yearMonths({ history, carried })
  expect(months.map(({ month, running }) => [month, running])).toEqual([
    ['2026-08', false],
    ['2026-09', false],
    ['2026-10', false],
    ['2026-11', true],
  ])
  expect(yearMonths({ history: [], carried })).toEqual([])
  const old = yearMonths({ history: history.slice(0, 2), carried })
  expect(old.map(({ month }) => month)).toEqual(['2026-08', '2026-09'])
})

test('the sentence leaves the running month out, and counts only months that had a target', () => {
  expect(yearsSentence(yearMonths({ history, carried }), format)).toBe(
    'From €400 in August 2026 to €950 in October 2026; enough in 1 of 2 months.',
  )
})

test('the line of enough begins with the first target and steps where it changed', () => {
  const { line, end } = yearsPlan(yearMonths({ history, carried }), { width: 400, height: 120 })
  expect(line.startsWith('M100 ')).toBe(true)
  expect(line).not.toContain('V')
  expect(end?.enough).toBe(90_000)
})

test('property: every bar stands within the picture, and higher amounts stand higher', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000, max: 10_000_000 }), { minLength: 1, maxLength: 25 }), (nets) => {
      const months = nets.map((net, i) => ({ month: addMonths('2024-11', i), net, enough: null, running: false }))
      const { bars } = yearsPlan(months, { width: 640, height: 120 })
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0)
        expect(bar.x + bar.width).toBeLessThanOrEqual(640.001)
        expect(bar.y).toBeGreaterThanOrEqual(0)
        expect(bar.height).toBeGreaterThanOrEqual(0)
      }
      const highest = bars.findIndex(({ height }) => height === Math.max(...bars.map((bar) => bar.height)))
      expect(Math.max(nets[highest] ?? 0, 0)).toBe(Math.max(0, ...nets))
    }),
  )
})
