import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursTyped, linesOf, readHours, rowsOf, startOf, stepped } from './check-in-form.ts'
import { weekAsked, weeksAround } from './week-asked.ts'

test('hours are read as numbers, with either mark, and as a clock', () => {
  expect(['', ' 12 ', '12.5', '12,25', '0:45', '100:05'].map(readHours)).toEqual([0, 720, 750, 735, 45, 6005])
  for (const text of ['-1', '1:60', 'many', '1.234', '12 h', '1:5']) expect(readHours(text)).toBeUndefined()
})

test('what is typed for minutes reads back as them, and a step goes up and down but not under none', () => {
  fc.assert(fc.property(fc.nat(10_080), (minutes) => readHours(hoursTyped(minutes)) === minutes))
  expect([stepped('12:30', 1), stepped('0:30', -1), stepped('', 1), stepped('many', 1)]).toEqual(['13:30', '0', '1', 'many'])
})

const line = (venture: number | null, basic: number, more: { paid?: number; care?: number } = {}) => {
  return { venture, basic, paid: 0, care: 0, ...more }
}

test('a form begins from what is known of the week, else from the week before', () => {
  const before = [line(null, 60)]
  expect(startOf({ lines: [], before })).toBe(before)
  expect(startOf({ lines: [line(1, 30)], before })).toEqual([line(1, 30)])
})

test('rows hold everything in one, or each venture and what belongs to none', () => {
  const lines = [line(null, 60, { paid: 30 }), line(7, 90, { care: 15 })]
  expect(rowsOf(lines, null)).toEqual([{ venture: null, texts: { basic: '2:30', paid: '0:30', care: '0:15' } }])
  expect(rowsOf(lines, [7, 8]).map(({ venture, texts }) => [venture, texts.basic])).toEqual([
    [7, '1:30'],
    [8, '0'],
    [null, '1'],
  ])
  expect(linesOf(rowsOf(lines, [7, 8]))).toEqual([line(7, 90, { care: 15 }), line(null, 60, { paid: 30 })])
  expect(linesOf(rowsOf([], [7]))).toEqual([line(null, 0)])
  expect(linesOf([{ venture: null, texts: { basic: 'x', paid: '', care: '' } }])).toBeUndefined()
})

const week = (monday: string, known: boolean) => ({ week: monday, known, said: known, basic: 0, paid: 0, care: 0, outvoted: 0 })

test('the last full week is asked for until it is known, then the running one; the address outweighs both', () => {
  const asked = (weeks: ReturnType<typeof week>[], search = '') => weekAsked({ today: '2026-11-27', weeks }, new URLSearchParams(search))
  const [old, last, running] = [week('2026-11-09', true), week('2026-11-16', false), week('2026-11-23', false)]
  expect(asked([old, last, running])).toBe('2026-11-16')
  expect(asked([old, { ...last, known: true }, running])).toBe('2026-11-23')
  expect(asked([last, running])).toBe('2026-11-23')
  expect([asked([], 'week=2026-11-11'), asked([], 'week=2026-12-01'), asked([], 'week=x')]).toEqual([
    '2026-11-09',
    '2026-11-23',
    '2026-11-23',
  ])
  expect(weeksAround('2026-11-16', '2026-11-27')).toEqual({ before: '2026-11-09', after: '2026-11-23' })
  expect(weeksAround('2026-11-23', '2026-11-27').after).toBeNull()
})
