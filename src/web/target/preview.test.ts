import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { draftErrors, levelsOf, previewSentence } from './preview.ts'

const format = createFormat('en', 'EUR')
const months = {
  lens: 'cash' as const,
  currency: 'EUR',
  today: '2026-11-22',
  firstMonth: '2026-08',
  months: ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
  streams: [
    { stream: 1, name: 'a', venture: 1, ventureName: 'v', kind: 'sales' as const, net: [0, 100_000, 150_000, 200_000, 900_000] },
    { stream: 2, name: 'b', venture: 1, ventureName: 'v', kind: 'sales' as const, net: [0, 60_000, 60_000, 60_000, 0] },
  ],
  enough: [null, null, null, null, null],
  aside: null,
  targets: [],
  unconverted: [],
  untold: [],
  estimated: null,
}
const levels = { bare: 150_000, enough: 200_000, comfortable: 250_000 }

test('the preview says month, year, and how many full months held', () => {
  expect(previewSentence({ levels, from: '2026-11', targets: [], months }, format)).toBe(
    'From November 2026 on, €2,000 is enough in a month: €24,000 in a year. 2 of the last 3 full months brought as much, in cash.',
  )
})

test('one full month is told as the one it is', () => {
  const young = { ...months, firstMonth: '2026-10' }
  expect(previewSentence({ levels, from: '2026-11', targets: [], months: young }, format)).toMatch(
    / The one full month brought as much, in cash\.$/,
  )
  const more = { ...levels, enough: 300_000 }
  expect(previewSentence({ levels: more, from: '2026-11', targets: [], months: young }, format)).toMatch(
    / The one full month brought less, in cash\.$/,
  )
})

test('levels after tax are told on both bases, and held against the months before tax', () => {
  expect(previewSentence({ levels, from: '2026-11', targets: [], months, afterTax: 150_000 }, format)).toBe(
    'From November 2026 on, €1,500 after income tax, €2,000 before it, is enough in a month: €24,000 in a year. 2 of the last 3 full months brought as much, in cash.',
  )
})

test('a later step ends this one', () => {
  const targets = [{ from: '2027-03', ...levels }]
  expect(previewSentence({ levels, from: '2026-11', targets, months: { ...months, firstMonth: null } }, format)).toBe(
    'From November 2026 on, €2,000 is enough in a month: €24,000 in a year, until March 2027 brings the next step.',
  )
})

test('what is left open follows from enough', () => {
  expect(levelsOf({ bare: undefined, enough: 200_000, comfortable: undefined })).toEqual(levels)
  expect(levelsOf({ bare: 0, enough: 200_000, comfortable: 200_000 })).toEqual({ bare: 0, enough: 200_000, comfortable: 200_000 })
  expect(levelsOf({ bare: 1, enough: undefined, comfortable: 1 })).toBeUndefined()
})

test('levels out of order are told beside the field that is wrong', () => {
  expect(Object.keys(draftErrors({ bare: 3, enough: 2, comfortable: 1 }))).toEqual(['bare', 'comfortable'])
  expect(Object.keys(draftErrors({ bare: undefined, enough: 0, comfortable: undefined }))).toEqual(['enough'])
  expect(draftErrors({ bare: 1, enough: 2, comfortable: undefined })).toEqual({})
})
