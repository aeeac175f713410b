import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calmYear } from './outlook-fixture.ts'
import { layOutPay } from './pay-layout.ts'
import { countedYear, layOutYears } from './years-layout.ts'

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

test('what may be lost hangs down from nothing, in bars, paths and round amounts', () => {
  const ahead = year.ahead.map((band, i) => (i === 3 ? { low: -90_000, middle: -10_000, high: 40_000 } : band))
  const layout = layOutYears({ real: { ...year, ahead }, changed: null, months, enough, paths: [months.map(() => -120_000)] })
  const nothing = layout.levels.find(({ amount }) => amount === 0)?.y ?? 0
  const lost = layout.bars[3]
  expect((lost?.top ?? 0) < nothing && (lost?.middle ?? 0) > nothing).toBe(true)
  expect((lost?.top ?? 0) + (lost?.height ?? 0)).toBeLessThan(100)
  const path = Number(layout.paths[0]?.split(' ').at(-1))
  expect(path > (lost?.top ?? 0) + (lost?.height ?? 0) && path < 100).toBe(true)
  expect(layout.levels.map(({ amount }) => amount)).toEqual([-100_000, 0, 100_000])
  expect(Object.is(layout.levels[1]?.amount, 0)).toBe(true)
})

test('of what is counted on a loss is drawn down from nothing, and a gain up from it', () => {
  const told = { ...year, ahead: [year.ahead[0], { low: -500, middle: 0, high: 900 }].flatMap((band) => band ?? []) }
  expect(countedYear(told).ahead).toEqual([
    { low: 0, middle: 100_000, high: 100_000 },
    { low: -500, middle: -500, high: 0 },
  ])
})

test('past months and paths that lost money lie under nothing, and pay over it', () => {
  const past = months.map((month, i) => ({ month, net: i === 11 ? -160_000 : 100_000 }))
  const layout = layOutPay({ past, year, months, enough: null, buffer: 0 })
  const last = Number(layout.past.split(' ').at(-1))
  expect(layout.pay < layout.none && layout.none < last && last < 100).toBe(true)
  expect(layOutPay({ past: past.slice(0, 11), year, months, enough: null, buffer: 0 }).none).toBe(100)
})

test('the name of pay is written across no line of its plot, and not into that of the buffer', () => {
  const HEIGHT = 150
  const pastOf = (last: number) => months.map((month, i) => ({ month, net: i === 11 ? last : 100_000 }))
  const amount = fc.integer({ min: 0, max: 300_000 })
  fc.assert(
    fc.property(amount, fc.option(amount), fc.integer({ min: -100_000, max: 100_000 }), (pay, enough, last) => {
      const layout = layOutPay({ past: pastOf(last), year: calmYear({ low: 100_000, pay }), months, enough, buffer: 0 })
      const line = (layout.name.level / 100) * HEIGHT
      const [top, bottom] = layout.name.below ? [line + 8, line + 21] : [line - 17, line - 4]
      const lines = [layout.pay, layout.none, layout.enough ?? layout.pay].map((level) => (level / 100) * HEIGHT)
      expect(lines.filter((y) => y > top && y < bottom)).toEqual([])
      expect(top > -16 && bottom < HEIGHT + 10).toBe(true)
    }),
  )
  const named = (pay: number, enough: number | null) =>
    layOutPay({ past: pastOf(0), year: calmYear({ low: 100_000, pay }), months, enough, buffer: 0 }).name.below
  expect([named(90_000, 120_000), named(120_000, 90_000), named(90_000, null), named(0, 120_000)]).toEqual([true, false, false, false])
})
