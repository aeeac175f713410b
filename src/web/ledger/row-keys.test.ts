import { expect, test } from 'vitest'
import { rowKey } from './row-keys.ts'

test('keys lead from row to row and stay within the list', () => {
  const place = { at: 5, count: 30, page: 10 }
  expect(rowKey('ArrowDown', place)).toBe(6)
  expect(rowKey('PageUp', place)).toBe(0)
  expect(rowKey('PageDown', { ...place, at: 25 })).toBe(29)
  expect(rowKey('End', place)).toBe(29)
  expect(rowKey('Home', place)).toBe(0)
  expect(rowKey('a', place)).toBeUndefined()
  expect(rowKey('ArrowDown', { at: 0, count: 0, page: 1 })).toBeUndefined()
})
