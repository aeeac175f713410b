import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { sizeWords } from './size-words.ts'

test.each([
  [1, '1 byte'],
  [742, '742 bytes'],
  [12_345, '12 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [3_449_999, '3,4 MB'],
  [200_000_000, '200 MB'],
])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes, createFormat('de', 'EUR'))).toBe(words))
