import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askPerPerson, ratioOfMedians, type Kinds } from './burden.ts'

const kinds = (people: [number, number | null], organisations: [number, number | null]): Kinds => {
  const [person, organisation] = [people, organisations].map(([patrons, usual]) => ({ patrons, usual }))
  return { person: person!, organisation: organisation! }
}

test('17 people and 2 organisations of €145: of €2,600 each person bears €135.89, of €290 nobody is asked', () => {
  const some = kinds([17, 400], [2, 14_500])
  // (260,000 − 2 · 14,500) ÷ 17 = 13,588.2…, rounded up.
  expect(askPerPerson(260_000, some)).toBe(13_589)
  expect(askPerPerson(29_001, some)).toBe(1)
  expect(askPerPerson(29_000, some)).toBe(0)
  expect(askPerPerson(20_000, some)).toBe(0)
  expect(ratioOfMedians(some)).toBe(36.25)
})

test('where a kind is missing neither is told', () => {
  for (const some of [kinds([0, null], [2, 500]), kinds([3, 500], [0, null])])
    expect([askPerPerson(10_000, some), ratioOfMedians(some)]).toEqual([null, null])
})

test('what is asked, and what organisations give, is enough, and one minor unit less from each would not be', () => {
  const gifts = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100_000 }))
  fc.assert(
    fc.property(gifts, gifts, fc.integer({ min: 1, max: 10_000_000 }), (people, organisations, enough) => {
      const [heads] = people
      const given = organisations[0] * organisations[1]
      const ask = askPerPerson(enough, kinds(people, organisations)) ?? 0
      expect(given + heads * ask).toBeGreaterThanOrEqual(enough)
      if (ask > 0) expect(given + heads * (ask - 1)).toBeLessThan(enough)
    }),
  )
})
