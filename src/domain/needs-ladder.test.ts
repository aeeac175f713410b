import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { needsLadder, type Carrier } from './needs-ladder.ts'

const LIBERAPAY = { dependable: 500, usual: 550, mean: 560 }
const GITHUB = { dependable: 400, usual: 500, mean: 520 }
const WORKSHOPS = { dependable: 0, usual: 120, mean: 300 }

test('N11: rent is firm, paid by two streams; the pension is usual; training is open', () => {
  expect(needsLadder([800, 90, 150, 200], [WORKSHOPS, GITHUB, LIBERAPAY])).toEqual([
    {
      state: 'firm',
      open: 0,
      paid: [
        { by: 2, amount: 500, firm: true },
        { by: 1, amount: 300, firm: true },
      ],
    },
    { state: 'firm', open: 0, paid: [{ by: 1, amount: 90, firm: true }] },
    {
      state: 'usual',
      open: 0,
      paid: [
        { by: 1, amount: 10, firm: true },
        { by: 2, amount: 50, firm: false },
        { by: 1, amount: 90, firm: false },
      ],
    },
    {
      state: 'open',
      open: 70,
      paid: [
        { by: 1, amount: 10, firm: false },
        { by: 0, amount: 120, firm: false },
      ],
    },
  ])
})

const amount = fc.nat(2_000)
const carrier: fc.Arbitrary<Carrier> = fc.record({ dependable: amount, usual: amount, mean: amount })

test('each need is paid or open to the cent, and no carrier pays more than it brings', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2_000 })), fc.array(carrier, { maxLength: 6 }), (needs, carriers) => {
      const rungs = needsLadder(needs, carriers)
      const sum = (parts: readonly { amount: number }[]) => parts.reduce((total, part) => total + part.amount, 0)
      expect(rungs.map(({ paid, open }) => sum(paid) + open)).toEqual(needs)
      for (const [by, { dependable, usual }] of carriers.entries()) {
        const own = rungs.flatMap(({ paid }) => paid).filter((part) => part.by === by)
        expect(sum(own.filter(({ firm }) => firm))).toBeLessThanOrEqual(dependable)
        expect(sum(own)).toBeLessThanOrEqual(Math.max(dependable, usual))
      }
    }),
    { numRuns: 100 },
  )
})

test('a need is only firm when all above it are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2_000 })), fc.array(carrier, { maxLength: 6 }), (needs, carriers) => {
      const states = needsLadder(needs, carriers).map(({ state }) => state)
      const lastFirm = states.lastIndexOf('firm')
      expect(states.slice(0, lastFirm + 1).every((state) => state === 'firm')).toBe(true)
    }),
    { numRuns: 100 },
  )
})
