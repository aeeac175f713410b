import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dependableMonth, type DependableQuestion } from './dependable-month.ts'
import { promiseOf, type FrozenPromise } from './promise.ts'

const nets = (length: number) => fc.array(fc.integer({ min: -5_000, max: 200_000 }), { minLength: length, maxLength: length })
const question = fc
  .integer({ min: 6, max: 14 })
  .chain((months) => fc.array(nets(months), { minLength: 1, maxLength: 4 }))
  .map((streams): DependableQuestion => {
    const kinds = ['patronage', 'service', 'sales', 'wage'] as const
    return { streams: streams.map((net, i) => ({ kind: kinds[i] ?? 'other', net })), first: '2025-01', recalibration: 1_000, promise: null }
  })
const frozen = (low: number): FrozenPromise => {
  return { low, middle: low + 10, high: low + 20, month: '2026-01', recalibration: 1_000, currency: 'EUR', made: '2026-01-02' }
}
const sum = (parts: readonly number[] = []) => parts.reduce((all, part) => all + part, 0)

test('the streams sum to what can be counted on, which is what would be promised', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const told = dependableMonth(asked)
      const { promise: _, ...engine } = asked
      expect(told?.low).toBe(promiseOf(engine)?.low)
      expect(sum(told?.byStream)).toBe(told?.low)
      // A loss is parted among those that lose.
      expect(told?.byStream.every((part) => part === 0 || part < 0 === told.low < 0)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test('a frozen promise stands to the cent, whatever is known now', () => {
  fc.assert(
    fc.property(question, fc.nat(500_000), (asked, low) => {
      const told = dependableMonth({ ...asked, promise: frozen(low) })
      expect(told).toMatchObject({ low, middle: low + 10, high: low + 20 })
      expect(sum(told?.byStream)).toBe(low)
    }),
    { numRuns: 20 },
  )
})

test('under six full months nothing is said, unless it was promised', () => {
  const early = { streams: [{ kind: 'service' as const, net: [100, 200] }], first: '2025-11', recalibration: 1_000 }
  expect(dependableMonth({ ...early, promise: null })).toBeNull()
  expect(dependableMonth({ ...early, promise: frozen(90) })).toMatchObject({ low: 90, byStream: [90] })
  expect(dependableMonth({ ...early, streams: [], promise: frozen(90) })).toBeNull()
})

test('months that are always the same are counted on as they are', () => {
  const net = Array.from({ length: 12 }, () => 1_000)
  const streams = [
    { kind: 'patronage' as const, net },
    { kind: 'service' as const, net: net.map((one) => one * 3) },
  ]
  expect(dependableMonth({ streams, first: '2025-01', recalibration: 1_000, promise: null })).toEqual({
    low: 4_000,
    middle: 4_000,
    high: 4_000,
    byStream: [1_000, 3_000],
  })
})
