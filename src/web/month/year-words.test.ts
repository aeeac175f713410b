import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enoughCount } from '#domain/enough-months.ts'
import { addMonths } from '#domain/month.ts'
import { createFormat } from '#web/ui/format.ts'
import { cellOf, cellText, yearSentences, type YearMonth } from './year-words.ts'

const format = createFormat('en', 'EUR')
const month = (told: Partial<YearMonth> = {}): YearMonth => {
  return { month: '2026-10', cash: 200_000, smoothed: 200_000, enough: 200_000, reachedOn: '2026-10-19', ...told }
}

test('a month says since which day it was enough, or what was to go, and blames nobody', () => {
  expect(cellOf(month())).toEqual({ sort: 'reached', day: 19 })
  expect(cellText(month(), format)).toBe('enough from the 19th on')
  expect(cellText(month({ cash: 169_000, smoothed: 169_000, reachedOn: null }), format)).toBe('€310 to go')
  expect(cellText(month({ reachedOn: null }), format)).toBe('enough, by a monthly sum without a day')
  expect(cellText(month({ enough: null, reachedOn: null }), format)).toBe('no target was set')
})

test('a month is enough smoothed, as it is counted, and what cash alone says otherwise stands beside it', () => {
  const held = month({ cash: 179_000, reachedOn: null })
  expect(cellOf(held)).toEqual({ sort: 'undated' })
  expect(cellText(held, format)).toBe('enough with what other months were paid for it; by cash alone €210 to go')
  const early = month({ smoothed: 176_400, reachedOn: '2026-10-24' })
  expect(cellOf(early)).toEqual({ sort: 'short', missing: 23_600 })
  expect(cellText(early, format)).toBe('€236 to go; by cash alone enough from the 24th on, some of it for other months')
  expect(cellText({ ...early, reachedOn: null }, format)).toBe('€236 to go; by cash alone enough, some of it for other months')
})

test('dots and rings of a strip are the very months that its sentence counts, and rings sum to what it says was lacking', () => {
  const amounts = fc.integer({ min: 0, max: 4_000 })
  const one = fc.record({ cash: amounts, smoothed: amounts, enough: fc.option(amounts, { nil: null }), dated: fc.boolean() })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (drawn) => {
      const year = drawn.map(({ dated, ...told }, i) =>
        month({ ...told, month: addMonths('2025-11', i), reachedOn: dated && told.cash >= (told.enough ?? 0) ? '2026-10-19' : null }),
      )
      const told = enoughCount(year)
      const cells = year.map(cellOf)
      expect(cells.filter(({ sort }) => sort === 'reached' || sort === 'undated')).toHaveLength(told.enough)
      expect(cells.reduce((sum, cell) => sum + (cell.sort === 'short' ? cell.missing : 0), 0)).toBe(told.missing)
    }),
  )
})

/** Months from November 2025 on; `to` are those under enough, by their place, each lacking as much. */
const yearWith = (...to: number[]) =>
  Array.from({ length: 12 }, (_, i) => {
    const short = to.includes(i)
    const net = short ? 180_000 : 200_000
    return month({ month: addMonths('2025-11', i), cash: net, smoothed: net, reachedOn: short ? null : '2026-01-19' })
  })
const say = (year: YearMonth[], buffer: { amount: number; least: number; day: string } | null = null) =>
  yearSentences({ year, enoughCount: enoughCount(year), buffer }, format)

test('the year is so many of so many, with the least of three in a row', () => {
  expect(say(yearWith(0, 1, 2))).toEqual([
    'Nine of the last 12 months were enough, smoothed.',
    'No three months in a row brought less than €1,800 a month.',
  ])
  expect(say(yearWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))[0]).toBe('None of the last 12 months were enough, smoothed.')
  expect(say(yearWith().slice(0, 2))[0]).toBe('Each of the last 2 months was enough, smoothed.')
  // Nothing, or a loss, is no floor that anybody could stand on.
  for (const net of [0, -24_000]) {
    const poor = yearWith().map((one) => ({ ...one, cash: net, smoothed: net, reachedOn: null }))
    expect(say(poor)).toEqual(['None of the last 12 months were enough, smoothed.'])
  }
  expect(say([month({ enough: null })])).toEqual(['With a target this tells on which day each month became enough.'])
})

test('a buffer carries what came after it was said, as far as it may be spent', () => {
  const last = (year: YearMonth[], told = {}) => say(year, { amount: 360_000, least: 200_000, day: '2025-11-01', ...told }).at(-1)
  expect(last(yearWith(3, 4, 5))).toBe('The other three lacked €600 together, which your buffer of €1,600 carries.')
  expect(last(yearWith(3))).toBe('The other one lacked €200, which your buffer of €1,600 carries.')
  expect(last(yearWith(3, 4, 5), { amount: 250_000 })).toBe('The other three lacked €600 together, of which your buffer carries €500.')
  // Said in March 2026, it can have carried the last of the three alone.
  expect(last(yearWith(2, 3, 4), { day: '2026-03-02' })).toBe('The other three lacked €600 together, of which your buffer carries €200.')
  expect(last(yearWith(2, 3), { day: '2026-11-27' })).toBe(
    'The other two lacked €400 together; your buffer of November 27, 2026 is later, and would carry as much.',
  )
  expect(last(yearWith(2, 3), { day: '2026-11-27', amount: 210_000 })).toMatch(/and would carry €100 of it\.$/)
  expect(last(yearWith(2).slice(2, 3))).toBe('It lacked €200, which your buffer of €1,600 carries.')
  expect(last(yearWith(0, 1).slice(0, 2))).toBe('They lacked €400 together, which your buffer of €1,600 carries.')
  // All of it must stay, or nothing was lacking.
  expect(last(yearWith(3), { least: 360_000 })).toMatch(/^No three/)
  expect(last(yearWith())).toMatch(/^No three/)
})

test('where cash alone counts other months, that is said; a young book says why', () => {
  const held = yearWith(1, 2).map((one, i) => (i < 3 ? { ...one, smoothed: 200_000 } : one))
  expect(say(held)[0]).toBe('Each of the last 12 months was enough, smoothed.')
  expect(say(held).at(-1)).toBe('By cash alone it is ten.')
  const young = yearWith(0).slice(0, 2)
  const paid = young.map((one) => ({ ...one, cash: 200_000 }))
  expect(say(paid).at(-1)).toBe('By cash alone it is two: smoothed, the first months of a book lack what was paid before them.')
  const other = yearWith(3).map((one, i) => (i === 3 ? { ...one, cash: 200_000 } : i === 4 ? { ...one, cash: 0 } : one))
  expect(say(other).at(-1)).toBe('By cash alone it is as many, but not the same ones.')
})
