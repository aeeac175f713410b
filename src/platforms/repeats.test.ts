import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint, FingerprintMap } from './fingerprints.ts'
import { Ordinals, SeenOnce } from './repeats.ts'

test('a fingerprint is a safe whole number, and never 0', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const print = fingerprint(text)
      expect(Number.isSafeInteger(print) && print > 0).toBe(true)
      expect(fingerprint(text)).toBe(print)
    }),
  )
})

test('no two of 200,000 numbered ids share a fingerprint', () => {
  const prints = Array.from({ length: 200_000 }, (_, i) => fingerprint(`ch_${i.toString(36)}`))
  expect(new Set(prints).size).toBe(prints.length)
})

test('the map holds what a Map of texts holds, however it grows', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1 })), { maxLength: 5000 }), (writes) => {
      const [plain, map] = [new Map<number, number>(), new FingerprintMap()]
      for (const [id, value] of writes) {
        plain.set(id, value)
        map.set(fingerprint(String(id)), value)
      }
      const ids = Array.from({ length: 4001 }, (_, id) => id)
      expect(ids.map((id) => map.get(fingerprint(String(id))))).toEqual(ids.map((id) => plain.get(id) ?? 0))
    }),
    { numRuns: 20 },
  )
})

test('ids that occur once, again, and with other contents are told apart', () => {
  const seen = new SeenOnce()
  expect([seen.see('a', 'a,1'), seen.see('b', 'a,1'), seen.see('a', 'a,1'), seen.see('a', 'a,2')]).toEqual([
    'new',
    'new',
    'repeated',
    'conflict',
  ])
  const ordinals = new Ordinals()
  expect(['x', 'y', 'x', 'x'].map((key) => ordinals.next(key))).toEqual(['x', 'y', 'x#2', 'x#3'])
})
