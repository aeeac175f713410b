import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { cellOf, cellText, yearSentences, type YearMonth } from './year-words.ts'

const format = createFormat('en', 'EUR')
const month = (told: Partial<YearMonth> = {}): YearMonth => {
  return { month: '2026-10', cash: 200_000, smoothed: 200_000, enough: 200_000, reachedOn: '2026-10-19', ...told }
}
const count = (told = {}) => ({ enough: 9, of: 12, missing: 64_000, floor: 184_050, ...told })

test('a month says since which day it was enough, or what was to go, and blames nobody', () => {
  expect(cellOf(month())).toEqual({ sort: 'reached', day: 19 })
  expect(cellText(month(), format)).toBe('enough from the 19th on')
  expect(cellText(month({ cash: 169_000, reachedOn: null }), format)).toBe('€310 to go')
  expect(cellText(month({ reachedOn: null }), format)).toBe('enough, by a monthly sum without a day')
  expect(cellText(month({ enough: null, reachedOn: null }), format)).toBe('no target was set')
})

test('the year is so many of so many, with the least of three in a row', () => {
  expect(yearSentences({ enoughCount: count(), buffer: null }, format)).toEqual([
    'Nine of the last 12 months were enough, smoothed.',
    'No three months in a row brought less than €1,840 a month.',
  ])
  expect(yearSentences({ enoughCount: count({ enough: 0 }), buffer: null }, format)[0]).toBe(
    'None of the last 12 months were enough, smoothed.',
  )
  expect(yearSentences({ enoughCount: count({ enough: 2, of: 2 }), buffer: null }, format)[0]).toBe(
    'Each of the last 2 months was enough, smoothed.',
  )
  expect(yearSentences({ enoughCount: count({ of: 0 }), buffer: null }, format)).toHaveLength(1)
})

test('what a buffer carries is told only where there is one', () => {
  const say = (told: object, buffer = 900_000) => yearSentences({ enoughCount: count(told), buffer }, format).at(-1)
  expect(say({})).toBe('The other three lacked €640 together, which your buffer of €9,000 carries.')
  expect(say({ enough: 11 })).toBe('The other one lacked €640, which your buffer of €9,000 carries.')
  expect(say({}, 50_000)).toBe('The other three lacked €640 together, of which your buffer carries €500.')
  expect(say({ enough: 12, missing: 0 })).toMatch(/^No three/)
})
