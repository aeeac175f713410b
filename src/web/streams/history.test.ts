import { expect, test } from 'vitest'
import { monthsShown, sumsBetween, type HistoryMonth } from './history.ts'

const month = (name: string, net: number): HistoryMonth => ({ month: name, gross: net, fees: 0, refunds: 0, tax: 0, net, entries: 1 })
const months = [month('2024-01', 5), month('2026-09', 7), month('2027-02', 9)]
const names = (shown: readonly HistoryMonth[]) => [shown[0]?.month, shown.at(-1)?.month, shown.length]

test('months come without gaps, up to the running one', () => {
  expect(names(monthsShown({ months }, '12', '2026-11'))).toEqual(['2025-12', '2026-11', 12])
  expect(names(monthsShown({ months }, '24', '2026-11'))).toEqual(['2024-12', '2026-11', 24])
  expect(monthsShown({ months }, '12', '2026-11')[9]).toMatchObject({ month: '2026-09', net: 7 })
})

test('all months reach from the first to the last that is paid for', () => {
  expect(names(monthsShown({ months }, 'all', '2026-11'))).toEqual(['2024-01', '2027-02', 38])
})

test('a young stream shows six months', () => {
  expect(names(monthsShown({ months: [month('2026-11', 1)] }, '24', '2026-11'))).toEqual(['2026-06', '2026-11', 6])
  expect(monthsShown({ months: [] }, 'all', '2026-11')).toHaveLength(6)
})

test('sums take both ends', () => {
  expect(sumsBetween(months, '2024-01', '2026-09')).toMatchObject({ net: 12, entries: 2 })
})
