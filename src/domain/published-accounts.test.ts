import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftPublication, type BankWay, type Publication } from './publication.ts'
import { publishedAccounts, withDatedAccounts } from './published-accounts.ts'

const account = (holder: string, iban: string, consent = true): BankWay => ({ kind: 'bank', holder, iban, consent, since: '2000-01-01' })
const page = fc.record({
  visibility: fc.constantFrom('private', 'unlisted', 'public'),
  ways: fc.array(
    fc
      .record({ holder: fc.constantFrom('Ada', 'Bo'), iban: fc.constantFrom('A', 'B'), consent: fc.boolean() })
      .map(({ holder, iban, consent }) => account(holder, iban, consent)),
    { maxLength: 1 },
  ),
})
const dayAt = (n: number) => `2026-01-${String(n + 1).padStart(2, '0')}`

test('each account that strangers could see is told for exactly the days on which they could', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 20 }), (changes) => {
      let said: Publication = draftPublication({ id: 1, name: 'Obtool' }, 'f')
      const seen: { holder: string; iban: string; from: string; until: string | null }[] = []
      for (const [n, change] of changes.entries()) {
        const today = dayAt(n)
        said = { ...said, ...change, ...withDatedAccounts(change, said, today) }
        const now = publishedAccounts(change)
        const isNow = (one: { holder: string; iban: string }) => now.some(({ holder, iban }) => holder === one.holder && iban === one.iban)
        for (const one of seen) if (one.until === null && !isNow(one)) one.until = today
        for (const { holder, iban } of now) {
          const open = seen.some((one) => one.until === null && one.holder === holder && one.iban === iban)
          if (!open) seen.push({ holder, iban, from: today, until: null })
        }
      }
      const told = said.formerAccounts.map(({ holder, iban, until }) => ({ holder, iban, until }))
      const ended = seen.filter(({ until }) => until !== null)
      expect(told).toEqual(ended.map(({ holder, iban, until }) => ({ holder, iban, until })))
      // An account may have been written down before it was published, never after.
      for (const [i, { from }] of said.formerAccounts.entries()) expect(from <= (ended[i]?.from ?? '')).toBe(true)
      expect(publishedAccounts(said).every(({ since }) => since !== '2000-01-01')).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a change of the holder, of the IBAN or of consent begins a new date', () => {
  const said = { ...draftPublication({ id: 1, name: 'Obtool' }, 'f'), visibility: 'public' as const, ways: [account('Ada', 'A')] }
  for (const next of [account('Bo', 'A'), account('Ada', 'B'), account('Ada', 'A', false)]) {
    const { ways, formerAccounts } = withDatedAccounts({ visibility: 'public', ways: [next] }, said, '2026-05-01')
    expect(ways).toMatchObject([{ since: '2026-05-01' }])
    expect(formerAccounts).toEqual([{ holder: 'Ada', iban: 'A', from: '2000-01-01', until: '2026-05-01' }])
  }
  expect(withDatedAccounts({ visibility: 'public', ways: [] }, said, '2026-05-01').formerAccounts).toHaveLength(1)
  expect(withDatedAccounts({ visibility: 'unlisted', ways: said.ways }, said, '2026-05-01').formerAccounts).toEqual([])
})
