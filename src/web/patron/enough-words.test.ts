import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { barPieces, ENOUGH_AT, percentWords, tenthsWords } from './enough-words.ts'

const format = createFormat('en-GB', 'EUR')

test('a percentage that is too old says of which month it is', () => {
  expect(percentWords({ percent: 31, asOf: '2026-10-31', current: true }, format)).toBe('31% of enough')
  expect(percentWords({ percent: 31, asOf: '2026-10-31', current: false }, format)).toBe('31% of enough as of October 2026')
  expect(tenthsWords(319, format)).toBe('31.9%')
})

test('enough reaches the line', () => {
  expect(barPieces([{ key: 'far', percent: 100, fill: 'ink' }])).toMatchObject([{ start: 0, width: ENOUGH_AT }])
})

test('property: pieces stand one behind the other and within the bar', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 4 }), (percents) => {
      const pieces = barPieces(percents.map((percent, i) => ({ key: String(i), percent, fill: 'ink' as const })))
      let end = 0
      for (const { start, width } of pieces) {
        expect(start).toBeCloseTo(end, 9)
        expect(width).toBeGreaterThanOrEqual(0)
        end = start + width
        expect(end).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})
