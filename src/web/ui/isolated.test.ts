import { expect, test } from 'vitest'
import { createFormat } from './format.ts'
import { isolated } from './isolated.ts'

test('only what is written from right to left stands by itself within a sentence', () => {
  expect(isolated('Zine shop')).toBe('Zine shop')
  expect(isolated('חנות')).toBe('\u2068חנות\u2069')
  expect(createFormat('en', 'EUR').list(['מיזם €8', 'Zine shop €2'])).toBe('\u2068מיזם €8\u2069 and Zine shop €2')
})
