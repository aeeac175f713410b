import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryId, readEntryId } from './entry-id.ts'

test('a line is found again by its address, which needs no escaping', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string({ unit: 'binary', minLength: 1 }), (stream, key) => {
      const id = entryId(stream, key)
      expect(encodeURIComponent(id)).toBe(id)
      expect(readEntryId(id)).toEqual({ stream, key })
    }),
    { numRuns: 50 },
  )
})

test.each(['', '1', '1.', 'x.YQ', '1.%', '1._w'])('a text that is no address is a problem: "%s"', (id) => {
  expect(() => readEntryId(id)).toThrow(/^Failed to find the line/)
})
