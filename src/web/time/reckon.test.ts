import { expect, test } from 'vitest'
import { reckon } from './reckon.ts'

test('each question gets its own kind of answer', () => {
  const foretell = { streams: [], first: '2026-01', enough: null, recalibration: 1_000, horizon: 2 }
  expect(reckon({ ask: 'crowding out', weeks: [] })).toEqual({ say: 'few', weeks: 0 })
  expect(reckon({ ask: 'keep or drop', of: { foretell, ventures: [], net: [] } })).toMatchObject({ months: 0, ventures: [] })
})
