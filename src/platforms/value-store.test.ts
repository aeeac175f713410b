import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ValueStore } from './value-store.ts'

test('every value comes back by its number, in whatever order they are asked for', () => {
  const values = fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 4 }), fc.nat()), { maxLength: 130 })
  fc.assert(
    fc.property(values, fc.nat(1000), (all, step) => {
      const store = new ValueStore<[string, number]>()
      expect(all.map((value) => store.add(value))).toEqual(all.map((_, i) => i))
      expect(store.count).toBe(all.length)
      const asked = all.map((_, i) => (i * step) % all.length)
      expect(asked.map((number) => store.get(number))).toEqual(asked.map((number) => all[number]))
      expect(store.get(all.length)).toBeUndefined()
    }),
    { numRuns: 15 },
  )
})
