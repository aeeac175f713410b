import { expect, test } from 'vitest'
import { dayPaths } from './day-line.ts'

const base = { days: [0, 50], usualDays: null, length: 4, enough: 100 }

test('money arrives in steps, and the line ends with the last day there is', () => {
  const { arrived, levelOf } = dayPaths(base)
  expect(arrived).toBe(`M0 100H12.5V100H37.5V${levelOf(50)}H50`)
})

test('everything fits, also what is below 0', () => {
  const { levelOf } = dayPaths({ ...base, days: [-50, 300] })
  expect(levelOf(-50)).toBe(100)
  expect(levelOf(300)).toBeGreaterThan(0)
  expect(levelOf(100)).toBeGreaterThan(levelOf(300))
})

test('a usual month is drawn as long as this one', () => {
  expect(dayPaths({ ...base, usualDays: [1, 2, 3, 4, 5] }).usual.match(/L/g)).toHaveLength(4)
  expect(dayPaths(base).usual).toBe('')
})

test('without days and without a target nothing breaks', () => {
  expect(dayPaths({ days: [], usualDays: null, length: 30, enough: null }).arrived).toBe('')
})
