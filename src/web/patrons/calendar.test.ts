import { expect, test } from 'vitest'
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

test('a rhythm is told of the months since there was any money, and of how many streams', () => {
  const told = (...histories: number[][]) =>
    rhythmSentence({ streams: histories.map((history, i) => streamOf(i + 1, { history })) }, createFormat('en', 'EUR'))
  expect(told([0, 0, 5, 5, 5], [0, 0, 0, 5, 5])).toBe('1 of 2 streams brought money in every one of 3 months.')
  expect(told([0, 0, 5, 5, 5], [0, 0, 1, 5, 5])).toBe('All 2 streams brought money in every one of 3 months.')
  expect(told([0, 0, 5, 5, 5])).toBe('The one stream brought money in every one of 3 months.')
  expect(told([0, 5, 0, 5, 5])).toBe('No stream brought money in every one of 4 months.')
  expect(told([0, 0, 0, 0, 5])).toBe('When money comes can be told from two full months on.')
})
