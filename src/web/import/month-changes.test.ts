import { expect, test } from 'vitest'
import { monthChanges } from './month-changes.ts'

test('bars share one scale, newest first; what comes and what goes both have their part', () => {
  const [third, second, first] = monthChanges([
    { month: '2024-01', before: 0, after: 500 },
    { month: '2024-02', before: 1000, after: 500 },
    { month: '2024-03', before: -100, after: 250 },
  ])
  expect(first).toMatchObject({ month: '2024-01', change: 500, kept: 0, moved: 0.5 })
  expect(second).toMatchObject({ change: -500, kept: 0.5, moved: 0.5 })
  expect(third).toMatchObject({ change: 350, kept: 0, moved: 0.25 })
  expect(monthChanges([])).toEqual([])
})
