import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '#domain/what-if.ts'
import { readChanges, writeChanges, type AddressBase } from './what-if-address.ts'

const base: AddressBase = { gift: 500, wageOf: (stream) => (stream === 9 ? 120_000 : 260_000), patrons: ['ada@example.org', 'bo', 'cy'] }
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('venture' as const), venture: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ kind: fc.constant('patron' as const), patron: fc.constantFrom(...base.patrons) }),
  fc.record({
    kind: fc.constant('patrons' as const),
    count: fc.integer({ min: 1, max: 1_000 }),
    each: fc.integer({ min: 1, max: 100_000 }),
  }),
  fc.record({
    kind: fc.constant('job' as const),
    stream: fc.constantFrom(9, null),
    monthly: fc.nat(500_000),
    from: fc.constantFrom('2026-12', '2027-06'),
  }),
  fc.record({ kind: fc.constant('fee' as const), platform: fc.constantFrom('github-sponsors', 'made_up'), share: fc.nat(1_000) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 366 }) }),
)
const read = (text: string) => readChanges(new URLSearchParams({ if: text }), base)

test('what is written is read again, to the unit', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      expect(read(writeChanges(changes, base) ?? '')).toEqual(changes)
    }),
  )
})

test('no amount and no name stands in an address', () => {
  const text = writeChanges(
    [
      { kind: 'patrons', count: 5, each: 123_45 },
      { kind: 'job', stream: 9, monthly: 987_65, from: '2027-01' },
      { kind: 'patron', patron: 'ada@example.org' },
    ],
    base,
  )
  expect(text).not.toMatch(/12345|123\.45|98765|ada/)
  // It needs no escapes either.
  expect(new URLSearchParams({ if: text ?? '' }).toString()).toBe(`if=${text}`)
})

test('what cannot be read is left out', () => {
  expect(read('venture_x.patron_nobody.patrons_0_5.job_9_5.fee_1001.days_400.else_1.')).toEqual([])
  expect(readChanges(new URLSearchParams(), base)).toEqual([])
  expect(writeChanges([], base)).toBeUndefined()
})
