import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftsOf, emptyNeed, freshKey, isSound, moved, needsOf, needsTrouble, stepsOf } from './draft.ts'

const needs = [
  { text: 'Hours', amount: 64_000, level: 'enough' as const },
  { text: 'Servers', amount: 9_000, level: 'bare' as const },
]

test('needs that are shown and sent again are the same', () => {
  expect(needsOf(draftsOf(needs))).toEqual(needs)
  expect(isSound(needsTrouble(draftsOf(needs)))).toBe(true)
})

test('moving keeps every line, and moving back undoes it', () => {
  const lines = fc.array(fc.integer(), { minLength: 1, maxLength: 8 }).map((numbers) => numbers.map((_, key) => emptyNeed(key)))
  fc.assert(
    fc.property(lines, fc.nat(8), fc.constantFrom(-1 as const, 1 as const), (drafts, at, by) => {
      const next = moved(drafts, at, by)
      expect(next.map(({ key }) => key).toSorted()).toEqual(drafts.map(({ key }) => key).toSorted())
      const back = moved(next, at + by, by === 1 ? -1 : 1)
      expect(back).toEqual(drafts)
    }),
    { numRuns: 100 },
  )
})

test('a line without words or amount is told, an empty one is left out', () => {
  const drafts = [
    { key: 3, text: ' ', amount: 100, level: 'bare' as const },
    { key: 5, text: 'Hours', amount: undefined, level: 'enough' as const },
    emptyNeed(6),
  ]
  const trouble = needsTrouble(drafts)
  expect([...trouble.text.keys()]).toEqual([3])
  expect([...trouble.amount.keys()]).toEqual([5])
  expect(freshKey(drafts)).toBe(7)
})

test('needs that are all comfortable, or none, are no target', () => {
  expect(needsTrouble([{ key: 0, text: 'Travel', amount: 100, level: 'comfortable' }]).whole).toContain('bare or enough')
  expect(needsTrouble([emptyNeed(0)]).whole).toBe('Write one need at least.')
})

test('steps are those of the venture, newest first', () => {
  const targets = [
    { venture: 1, from: '2026-01', needs },
    { venture: 2, from: '2026-02', needs },
    { venture: 1, from: '2026-05', needs },
  ]
  expect(stepsOf(targets, 1).map(({ from }) => from)).toEqual(['2026-05', '2026-01'])
})
