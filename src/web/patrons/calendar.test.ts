import { expect, test } from 'vitest'
import { shadesOf } from './calendar.ts'

test('months are shaded by their share of the stream\u2019s own middle month; nothing has no shade', () => {
  expect(shadesOf([100, 100, 100, 50, 51, 85, 86, 115, 116, 150, 151, 0, -20])).toEqual([3, 3, 3, 1, 2, 2, 3, 3, 4, 4, 5, 0, 0])
})

test('the size of a stream does not matter to its shades', () => {
  expect(shadesOf([1, 2, 3])).toEqual(shadesOf([1_000, 2_000, 3_000]))
  expect(shadesOf([0, 0])).toEqual([0, 0])
  expect(shadesOf([])).toEqual([])
})
