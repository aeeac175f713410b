import { expect, test } from 'vitest'
import { calmYear } from './outlook-fixture.ts'
import { layOutPay } from './pay-layout.ts'
import { layOutYears } from './years-layout.ts'

const year = calmYear({ low: 100_000, pay: 90_000 })
const months = Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`)
const enough = months.map((_, i) => (i < 6 ? 120_000 : 150_000))

test('bars stand side by side within their month, real before imagined, and none leaves the plot', () => {
  const { bars } = layOutYears({ real: year, changed: calmYear({ low: 80_000, pay: 0 }), months, enough, paths: [] })
  expect(bars).toHaveLength(24)
  const first = bars.filter(({ key }) => key.endsWith('2027-01'))
  expect(first.map(({ kind }) => kind)).toEqual(['real', 'changed'])
  expect((first[0]?.x ?? 0) + (first[0]?.width ?? 0)).toBeCloseTo(first[1]?.x ?? 0)
  for (const { x, width, top, height, middle } of bars) {
    expect(x >= 0 && x + width <= 100 && top >= 0 && top + height <= 100).toBe(true)
    expect(middle > top && middle < top + height).toBe(true)
  }
})

test('the line of enough steps where the target does, and is absent without one', () => {
  const layout = layOutYears({ real: year, changed: null, months, enough, paths: [] })
  expect(layout.enough.match(/V/g)).toHaveLength(1)
  expect(layOutYears({ real: year, changed: null, months, enough: months.map(() => null), paths: [] })).toMatchObject({
    enough: '',
    enoughText: null,
  })
})

test('the scale holds every path that is shown', () => {
  const { paths } = layOutYears({ real: year, changed: null, months, enough, paths: [months.map(() => 900_000)] })
  expect(Number(paths[0]?.split(' ').at(-1))).toBeGreaterThan(0)
})

test('income and pay stand above the buffer on one axis of months', () => {
  const past = months.map((month, i) => ({ month: month.replace('2027', '2026'), net: 100_000 + i * 1_000 }))
  const layout = layOutPay({ past, year, months, enough: 120_000, buffer: 50_000 })
  expect(layout.names).toHaveLength(24)
  expect(layout.begins).toBe(50)
  // What is paid is under what comes, and so lower.
  expect(layout.pay).toBeGreaterThan(Number(layout.past.split(' ').at(-1)))
  expect(layout.shade.startsWith('M50 ')).toBe(true)
  expect([layout.most, layout.nothing]).toEqual([50_000, 100])
})
