import { expect, test } from 'vitest'
import { addMonths } from '#domain/month.ts'
import { createFormat } from '#web/ui/format.ts'
import { rhythmSentence, shadesOf } from './calendar.ts'
import { streamOf } from './crowd-fixture.ts'

test('months are shaded by their share of the stream\u2019s own middle month; nothing has no shade', () => {
  expect(shadesOf([100, 100, 100, 50, 51, 85, 86, 115, 116, 150, 151, 0, -20])).toEqual([3, 3, 3, 1, 2, 2, 3, 3, 4, 4, 5, 0, 0])
})

test('the size of a stream does not matter to its shades', () => {
  expect(shadesOf([1, 2, 3])).toEqual(shadesOf([1_000, 2_000, 3_000]))
  expect(shadesOf([0, 0])).toEqual([0, 0])
  expect(shadesOf([])).toEqual([])
})

test('a rhythm is told of the months shown that the book knows, and of how many streams', () => {
  const months = [0, 1, 2, 3, 4].map((at) => addMonths('2026-06', at))
  const told = (since: string | null, ...histories: number[][]) =>
    rhythmSentence({ streams: histories.map((history, i) => streamOf(i + 1, { history })), months, since }, createFormat('en', 'EUR'))
  expect(told('2026-08', [0, 0, 5, 5, 5], [0, 0, 0, 5, 5])).toBe('1 of 2 streams brought money in every one of 3 months.')
  expect(told('2026-08', [0, 0, 5, 5, 5], [0, 0, 1, 5, 5])).toBe('Both streams brought money in every one of 3 months.')
  expect(told('2026-08', ...[1, 2, 3].map(() => [0, 0, 5, 5, 5]))).toBe('All three streams brought money in every one of 3 months.')
  expect(told('2026-08', [0, 0, 5, 5, 5])).toBe('The one stream brought money in every one of 3 months.')
  expect(told('2026-07', [0, 5, 0, 5, 5])).toBe('No stream brought money in every one of 4 months.')
  // A book of years knows the months in which nothing came.
  expect(told('2019-01', [0, 5, 5, 5, 5])).toBe('No stream brought money in every one of 5 months.')
  expect(told('2026-10', [0, 0, 0, 0, 5])).toBe('When money comes can be told from two full months on.')
  expect(told(null)).toBe('When money comes can be told from two full months on.')
})
