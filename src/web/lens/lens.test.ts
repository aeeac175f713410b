import { expect, test } from 'vitest'
import { LENSES, lensTag, readLens } from './lens.ts'

test('the lens stands in the address, and cash needs no word', () => {
  for (const lens of LENSES) expect(readLens(new URLSearchParams({ lens }))).toBe(lens)
  expect(readLens(new URLSearchParams())).toBe('cash')
  expect(readLens(new URLSearchParams('lens=gross'))).toBe('cash')
})

test('each figure bears the name of its lens', () => {
  expect(LENSES.map(lensTag)).toEqual(['cash, net', 'smoothed, net', 'dependable, net'])
})
