import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paidDaysOff } from './buffer.ts'
import { bufferMarks, costOfDays, monthsOfEnough } from './kept-buffer.ts'

test('whole days that are earned never take the buffer under what must stay', () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), fc.nat(5_000_000), fc.integer({ min: 100, max: 1_000_000 }), (buffer, floor, enough) => {
      const days = Math.floor(paidDaysOff({ buffer, floor, enough }) / 10)
      // A tenth of a day is rounded half even, and a cost to a whole unit.
      expect(buffer - costOfDays(days, enough)).toBeGreaterThanOrEqual(Math.min(buffer, floor) - enough / 217 - 1)
    }),
  )
})

test('months of enough are the buffer over what cannot be counted on', () => {
  expect(monthsOfEnough(600_000, { enough: 200_000, dependable: 140_000 })).toBe(10)
  expect(monthsOfEnough(600_000, { enough: 200_000, dependable: 0 })).toBe(3)
  expect(monthsOfEnough(1, { enough: 200_000, dependable: 200_000 })).toBeNull()
})

test('marks stand at six weeks, three and six months', () => {
  expect(bufferMarks(260_000)).toEqual({ sixWeeks: 360_000, threeMonths: 780_000, sixMonths: 1_560_000 })
})
