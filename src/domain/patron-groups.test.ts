import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFacts, OPEN, patrons } from './disclosure-fixture.ts'
import { GROUP_FLOOR, publicPatrons, type PatronShare } from './patron-groups.ts'

const told = (all: PatronShare[], money: 'exact' | 'percent' = 'exact') => publicPatrons({ patrons: all, names: [] }, OPEN.shows, money)

test('no number of patrons under five is ever told', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom('exact', 'percent', 'hidden'), ({ patrons: all }, money) => {
      const { count = GROUP_FLOOR, split, halves } = publicPatrons({ patrons: all, names: [] }, OPEN.shows, money)
      const groups = [count, split?.people, split?.organisations, halves?.few, halves?.many]
      expect(groups.every((group) => group === undefined || group >= GROUP_FLOOR)).toBe(true)
    }),
  )
})

test('a split needs five of each kind and nobody of whom it is not known', () => {
  expect(told(patrons(5, 5), 'percent').split).toEqual({ people: 5, organisations: 5 })
  expect(told(patrons(50, 4)).split).toBeUndefined()
  expect(told(patrons(4, 50)).split).toBeUndefined()
  expect(told(patrons(50, 50, 1)).split).toBeUndefined()
  expect(told(patrons(50, 0)).split).toBeUndefined()
})

test('half of the money comes from the fewest that bring it, told beside exact money alone', () => {
  const all = [...patrons(62, 0), ...patrons(0, 7)]
  expect(told(all).halves).toEqual({ few: 7, many: 62 })
  expect(told(all, 'percent').halves).toBeUndefined()
  expect(told(patrons(62, 4)).halves).toBeDefined()
  expect(told([...patrons(62, 0), { kind: 'organisation', net: 1_000_000 }]).halves).toBeUndefined()
})

test('whoever got all money back is no patron', () => {
  const back = Array.from({ length: 9 }, (): PatronShare => ({ kind: 'person', net: 0 }))
  expect(told([...patrons(4, 0), ...back]).count).toBeUndefined()
  expect(told([...patrons(5, 0), ...back]).count).toBe(5)
})

test('names come in alphabetical order, whatever case and accents they have', () => {
  const names = ['zoe', 'Ben', 'Ångström Ltd', 'ben', 'Zoe', 'Ben']
  expect(publicPatrons({ patrons: [], names }, OPEN.shows, 'percent').names).toEqual(['Ångström Ltd', 'Ben', 'ben', 'Zoe', 'zoe'])
  expect(publicPatrons({ patrons: [], names }, { ...OPEN.shows, names: false }, 'exact').names).toEqual([])
})
