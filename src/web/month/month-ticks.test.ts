import { expect, test } from 'vitest'
import { monthRange } from '#domain/month.ts'
import { monthTicks } from './month-ticks.ts'

const two = monthRange('2024-12', '2026-11')

test('with room every month is named, with less every third, and always the last', () => {
  expect(monthTicks(two, 27)).toEqual(two)
  expect(monthTicks(two, 9)).toHaveLength(8)
  expect(monthTicks(two, 9).at(-1)).toBe('2026-11')
})

test('over three years only years are named, as many as have room', () => {
  const ten = monthRange('2016-12', '2026-11')
  expect(monthTicks(ten, 5)).toEqual(
    ['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'].map((year) => `${year}-01`),
  )
  expect(monthTicks(ten, 2)).toHaveLength(5)
})
