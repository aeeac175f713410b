import { expect, test } from 'vitest'
import type { StreamRoute } from '#contract/stream.ts'
import { routesAbout, routeWords } from './route-words.ts'

const route = (id: number, told: Partial<StreamRoute>): StreamRoute => ({
  id,
  stream: 1,
  streamName: 'Old',
  into: 2,
  intoName: 'New',
  words: '',
  source: '',
  sourceName: '',
  ...told,
})

test('a merge and a split are told from either side', () => {
  expect(routeWords(route(1, {}), 2)).toBe('Old is merged into this stream.')
  expect(routeWords(route(1, {}), 3)).toBe('Old is merged into New.')
  const split = route(2, { words: 'zine', source: 'ko-fi', sourceName: 'Ko-fi' })
  expect(routeWords(split, 1)).toBe('Lines with “zine” from Ko-fi count in New.')
  expect(routeWords(split, 2)).toBe('Here count lines with “zine” from Ko-fi of Old.')
  expect(routeWords(route(3, { source: 'hand', sourceName: 'what you typed in' }), 1)).toBe('Lines from what you typed in count in New.')
})

test('a stream tells of all that is merged into it, and of its own splits', () => {
  const routes = [
    route(1, { stream: 1, into: 2 }),
    route(2, { stream: 2, into: 3 }),
    route(3, { stream: 1, into: 9, words: 'x' }),
    route(4, { stream: 8, into: 9, words: 'y' }),
  ]
  expect(routesAbout(routes, 3).map(({ id }) => id)).toEqual([1, 2, 3])
  expect(routesAbout(routes, 9).map(({ id }) => id)).toEqual([3, 4])
})
