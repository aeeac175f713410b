import { expect, test } from 'vitest'
import { savedWords, streamsAlong } from './streams-along.ts'

test('into the archive follow the streams that go on, back those that are in it, and none while the venture stays', () => {
  const stream = (id: number, venture: number, archived: boolean) => ({ id, name: `${id}`, venture, archived })
  const streams = [stream(1, 7, false), stream(2, 7, true), stream(3, 8, false)]
  const ids = (was: boolean, archived: boolean) => streamsAlong({ id: 7, archived: was }, archived, streams).map(({ id }) => id)
  expect([ids(false, true), ids(true, false), ids(false, false), ids(true, true)]).toEqual([[1], [2], [], []])
})

test('what was moved with a venture is said', () => {
  expect(savedWords('Editing', { archived: true, moved: 0 })).toBe('Editing is saved.')
  expect(savedWords('Editing', { archived: true, moved: 1 })).toBe('Editing and 1 stream of it are archived.')
  expect(savedWords('Editing', { archived: false, moved: 2 })).toBe('Editing and 2 streams of it are back.')
})
