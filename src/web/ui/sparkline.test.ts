import { expect, test } from 'vitest'
import { sparkPaths } from './sparkline.ts'

test('values run from left to right, the highest at the top and 0 at the foot', () => {
  expect(sparkPaths([0, 50, 100]).line).toBe('M0 96L50 50L100 4')
  expect(sparkPaths([0, 50, 100]).area).toBe('M0 96L50 50L100 4L100 100L0 100Z')
})

test('a value below 0 lowers the foot, and what is lost is filled from 0 down to it', () => {
  expect(sparkPaths([-100, 0])).toMatchObject({ line: 'M0 96L100 4', area: 'M0 96L100 4L100 4L0 4Z', nothing: 4 })
  expect(sparkPaths([0, 100]).nothing).toBeNull()
})

test('no values draw nothing, one value a level line, all zeros a line at the foot', () => {
  expect(sparkPaths([]).line).toBe('')
  expect(sparkPaths([5]).line).toBe('M0 4L100 4')
  expect(sparkPaths([0, 0]).line).toBe('M0 96L100 96')
})
