import { expect, test } from 'vitest'
import { choiceTrouble, destinationOf, startingChoice, streamGroups } from './stream-choice.ts'
import { testStream as stream } from './stream-fixture.ts'

const ventures = [{ id: 1, name: 'Obtool', work: 'basic' as const, archived: false, joy: null, streams: 1 }]

test('the only stream is chosen at first, none of many, and a new one where there is none', () => {
  expect(startingChoice([stream(3)], ventures).stream).toBe(3)
  expect(startingChoice([stream(3), stream(4)], ventures).stream).toBeNull()
  expect(startingChoice([stream(3), stream(4)], ventures, 4).stream).toBe(4)
  expect(startingChoice([stream(3, { archived: true })], ventures)).toMatchObject({ stream: 'new', venture: 1 })
  expect(startingChoice([], [])).toMatchObject({ stream: 'new', venture: 'new' })
})

test('what is missing is named by field', () => {
  const fresh = { stream: 'new' as const, streamName: ' ', venture: 'new' as const, ventureName: '' }
  expect(Object.keys(choiceTrouble(fresh))).toEqual(['streamName', 'ventureName'])
  expect(choiceTrouble({ ...fresh, streamName: 'Shop', venture: 1 })).toEqual({})
  expect(choiceTrouble({ ...fresh, stream: null })).toHaveProperty('stream')
})

test('an import hears of a stream by its id, or by the names of a new one', () => {
  const choice = { stream: 'new' as const, streamName: ' Shop ', venture: 'new' as const, ventureName: 'Zines' }
  expect(destinationOf(choice, 'a')).toEqual({ account: 'a', streamName: 'Shop', ventureName: 'Zines' })
  expect(destinationOf({ ...choice, stream: 7 }, '')).toEqual({ account: '', stream: 7 })
})

test('archived streams are not offered, except the one that is chosen', () => {
  const streams = [stream(1), stream(2, { archived: true }), stream(3, { venture: 2, ventureName: 'Zines' })]
  expect(streamGroups(streams).map((group) => group.choices.map(({ value }) => value))).toEqual([['1'], ['3']])
  expect(streamGroups(streams, 2)[0]?.choices).toHaveLength(2)
})
