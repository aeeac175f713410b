import { expect, test } from 'vitest'
import { readSpan, spanChoices, usualSpan } from './span.ts'

test('an address that names no span leaves it to the screen', () => {
  expect(readSpan(new URLSearchParams('span=12'))).toBe('12')
  expect(readSpan(new URLSearchParams('span=13'))).toBeUndefined()
  expect(readSpan(new URLSearchParams())).toBeUndefined()
})

test('a narrow screen begins with six months, and offers them', () => {
  expect(usualSpan(true)).toBe('6')
  expect(usualSpan(false)).toBe('24')
  const values = (usual: '6' | '24', shown: '6' | 'all') => spanChoices(usual, shown).map(({ value }) => value)
  expect(values('6', 'all')).toEqual(['6', '12', '24', 'all'])
  expect(values('24', 'all')).toEqual(['12', '24', 'all'])
  expect(values('24', '6')).toEqual(['6', '12', '24', 'all'])
})
