import { expect, test } from 'vitest'
import type { MonthChange } from '#contract/month-change.ts'
import { createFormat } from '#web/ui/format.ts'
import { changeName, changeSentence, shownInstead } from './change-words.ts'

const format = createFormat('en-IE', 'EUR')
const TODAY = '2026-11-22'
const part = (change: MonthChange['parts'][number]['change'], net: number, name: string | null = null) => {
  return { change, venture: name === null ? null : 1, name, net, patrons: 0 }
}
function changeOf(parts: MonthChange['parts'], start = 231_000): MonthChange {
  const end = parts.reduce((sum, { net }) => sum + net, start)
  return { lens: 'cash', currency: 'EUR', before: '2026-09', month: '2026-10', told: true, start, end, parts }
}
const said = (change: MonthChange) => changeSentence(change, TODAY, format)

test('both ends are told with the three parts that moved most', () => {
  const parts = [part('new', 100), part('less', -2_000), part('venture', 12_000, 'Zine shop'), part('fees', 400), part('fx', -1_000)]
  expect(said(changeOf(parts))).toBe(
    'From €2,310 to €2,405: more from Zine shop; the other way patrons who gave less, less by exchange rates.',
  )
  expect(said(changeOf([part('venture', 9_000, 'Zine shop'), part('fees', 500)]))).toBe(
    'From €2,310 to €2,405: more from Zine shop, lower fees.',
  )
  // Fees that fell are no part of a fall.
  expect(said(changeOf([part('unnamed', -3_000), part('venture', -600, 'Etsy'), part('fees', 200)], 3_715))).toBe(
    'From €37.15 to €3.15: less from gifts without a name, less from Etsy; the other way lower fees.',
  )
  expect(said(changeOf([part('returned', 9_500)]))).toBe('From €2,310 to €2,405: patrons who came back.')
  expect(parts.map(changeName)).toEqual(['New patrons', 'Gave less', 'Zine shop', 'Lower fees', 'Exchange rates'])
})

test('a month like the one before, one of nothing, and one with nothing before it have words of their own', () => {
  expect(said(changeOf([]))).toBe('October brought €2,310, as September did.')
  expect(said(changeOf([part('new', 500), part('left', -500)]))).toBe(
    'October brought €2,310, as September did: new patrons, patrons who left.',
  )
  expect(said(changeOf([part('refunds', -20)]))).toBe('€2,310 in both: more refunds.')
  expect(said(changeOf([], 0))).toBe('Nothing came in September, and nothing in October.')
  expect(said({ ...changeOf([], 0), told: false })).toContain('Nothing is known of September: from the second full month on')
})

test('what stands in for the page’s month or lens is said', () => {
  const october = { month: '2026-10', today: TODAY, lens: 'cash' } as const
  expect(shownInstead(october, changeOf([]), format)).toBe('')
  expect(shownInstead({ ...october, month: '2026-11' }, changeOf([]), format)).toBe(
    'November is not over: these are the last two full months.',
  )
  expect(shownInstead({ ...october, lens: 'dependable' }, changeOf([]), format)).toContain('this is cash')
})
