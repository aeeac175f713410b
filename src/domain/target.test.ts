import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths } from './month.ts'
import { levelsAround, targetOf, type Target } from './target.ts'

const target = (from: string, enough: number): Target => ({ from, bare: enough, enough, comfortable: enough })

test('a target holds from its month until the next one', () => {
  const targets = [target('2026-05', 3), target('2024-01', 1), target('2025-03', 2)]
  const inForce = ['2023-12', '2024-01', '2025-02', '2025-03', '2026-04', '2026-05', '2030-01'].map(
    (month) => targetOf(targets, month)?.enough,
  )
  expect(inForce).toEqual([undefined, 1, 1, 2, 2, 3, 3])
  expect(targetOf([], '2026-01')).toBeNull()
})

test('a later target changes no month before it', () => {
  const months = fc.integer({ min: 0, max: 60 }).map((count) => addMonths('2022-01', count))
  fc.assert(
    fc.property(fc.uniqueArray(months), months, (froms, later) => {
      const before = froms.filter((from) => from !== later).map((from, i) => target(from, i))
      const asked = froms.filter((month) => month < later)
      expect(asked.map((month) => targetOf([...before, target(later, 99)], month))).toEqual(asked.map((month) => targetOf(before, month)))
    }),
  )
})

test('levels around one figure are in order', () => {
  fc.assert(
    fc.property(fc.nat(), (enough) => {
      const levels = levelsAround(enough)
      expect(levels.bare <= levels.enough && levels.enough <= levels.comfortable).toBe(true)
      expect(Number.isSafeInteger(levels.bare) && Number.isSafeInteger(levels.comfortable)).toBe(true)
    }),
  )
  expect(levelsAround(260_000)).toEqual({ bare: 195_000, enough: 260_000, comfortable: 325_000 })
})
