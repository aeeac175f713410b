import fc from 'fast-check'
import { expect, test } from 'vitest'
import { silences } from './silence.ts'

const row = (text: string) => [...text].map((sign) => (sign === '.' ? 0 : 10_000))

test('a stream is silent after six months without money, and more than twice its longest gap', () => {
  const steady = row('xxxxxxxxxxxxxxxxxxxx')
  const since = (text: string) => silences([steady, row(text)])[1]
  expect(since('xxxxxxxxxxxxxx......')).toBe(14)
  expect(since('xxxxxxxxxxxxxxx.....')).toBeNull()
  expect(since('xx...xxxxxxxxx......')).toBeNull()
  expect(since('xx...xxxxxxxx.......')).toBe(13)
  expect(since('....................')).toBeNull()
})

test('one that brought under a twentieth of the last 24 months is left alone', () => {
  const gone = row('xx..................')
  const beside = (net: number) => silences([gone.map(() => net), gone])[1]
  expect(beside(19_000)).toBe(2)
  expect(beside(19_001)).toBeNull()
})

test('a stream that brought something in the last six months is never silent', () => {
  const months = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 40 })
  fc.assert(
    fc.property(months, fc.integer({ min: 1, max: 6 }), (net, ago) => {
      expect(silences([net.with(-ago, 1)])).toEqual([null])
    }),
    { numRuns: 100 },
  )
})
