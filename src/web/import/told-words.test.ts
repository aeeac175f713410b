import { expect, test } from 'vitest'
import type { ToldLine } from '#contract/import.ts'
import { createFormat } from '#web/ui/format.ts'
import { fileReport } from './report-fixture.ts'
import {
  beyondWords,
  changedTitle,
  differences,
  doublesWords,
  holdsWords,
  lineWords,
  proposalTitle,
  sightWords,
  tellerOf,
  stillMissingWords,
  vanishedWords,
} from './told-words.ts'

const format = createFormat('en-GB', 'EUR')
const github = { id: 'github-sponsors-csv', platform: 'github-sponsors', name: 'GitHub Sponsors, CSV', why: 'It has a sponsor handle.' }

const line: ToldLine = {
  day: '2024-05-07',
  kind: 'payment',
  currency: 'USD',
  gross: 500,
  fees: 0,
  refunds: 0,
  tax: 0,
  net: 500,
  months: 1,
  name: 'Ada',
}

test('what a file holds is counted by kind, payments first', () => {
  expect(holdsWords({ transfer: 3, payment: 1200, refund: 1 }, format)).toBe('1,200 payments, 1 refund and 3 transfers')
  expect(holdsWords({}, format)).toBe('')
})

test('who tells is the platform, or the file where no platform is known', () => {
  expect(tellerOf(fileReport({ layout: github }))).toBe('GitHub Sponsors')
  expect(tellerOf(fileReport({ name: 'shop.csv' }))).toBe('shop.csv')
  expect(changedTitle(fileReport({ layout: github, updated: 2 }), format)).toBe('GitHub Sponsors changed 2 rows:')
})

test('only what differs is told, as it was and as it is', () => {
  expect(differences(line, line, format)).toEqual([])
  expect(differences(line, { ...line, refunds: 200, net: 300 }, format)).toEqual([
    { what: 'Refunds', before: 'US$0.00', after: 'US$2.00' },
    { what: 'Net', before: 'US$5.00', after: 'US$3.00' },
  ])
})

test('a line is named by its day, its name and its amount', () => {
  expect(lineWords(line, format)).toBe('7 May 2024, Ada, US$5.00')
})

test('what is missing in a newer export is said without a word on what to do', () => {
  const told = (count: number) => vanishedWords({ name: 'b.csv', vanished: { count, entries: [] } }, format)
  expect(told(1)).toBe('One line that an earlier export told is missing in b.csv. It stays, and counts, until you remove it.')
  expect(told(1200)).toMatch(/^1,200 lines that .+ They stay, and count, until you remove them\.$/)
})

test('what may be seen twice is told by both of its sides', () => {
  const covered = { streamName: 'PayPal', ventureName: 'PayPal', day: '2026-03-03', net: 1124, currency: 'EUR' }
  const kofi = { ...covered, streamName: 'Ko-fi', ventureName: 'Zines', net: 1200, name: 'Ada' }
  const pair = { kind: 'pair', score: 90, reasons: [], counts: [kofi], countsLength: 1, covered } as const
  const told = (double: object) => proposalTitle({ ...pair, counts: [kofi], reasons: [], ...double }, format)
  expect(told({})).toMatch(/^€12\.00 in .*Ko-fi.*, and €11\.24 in PayPal$/)
  expect(told({ kind: 'landing', countsLength: 3 })).toMatch(/^€11\.24 in PayPal: 3 lines of .*Ko-fi.*, paid out$/)
  expect(sightWords(kofi, format)).toMatch(/Ko-fi.*: 3 March 2026, Ada, €12\.00$/)
})

test('what is seen twice is counted by what waits and what is proven', () => {
  expect(doublesWords({ doublesProposed: 0, doublesProven: 0 }, format)).toBe('')
  expect(doublesWords({ doublesProposed: 12, doublesProven: 1 }, format)).toBe(
    '12 lines may be the same money as others; 1 line is proven to be, and counted once',
  )
})

test('what was not looked through is said, with where it is', () => {
  expect(beyondWords({ lines: 270_000, most: 100_000 }, false, format)).toBe(
    'In the days around these files the book has 270,000 lines: too many to look through here, where up to 100,000 are compared. Doubles looks through them in parts once the files are saved.',
  )
  expect(beyondWords({ lines: 270_000, most: 100_000 }, true, format)).toMatch(/Doubles looks through them in parts\.$/)
})

test('an import in the list says how many rows of earlier files it leaves out', () => {
  expect(stillMissingWords(1, format)).toBe('1 row of earlier files is no longer in it')
  expect(stillMissingWords(1200, format)).toBe('1,200 rows of earlier files are no longer in it')
})
