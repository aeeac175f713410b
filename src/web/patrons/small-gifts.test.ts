import { expect, test } from 'vitest'
import type { Crowd } from '#contract/crowd.ts'
import { derivedCsv } from '#web/figures/derived-figure.ts'
import { createFormat } from '#web/ui/format.ts'
import { crowdOf } from './crowd-fixture.ts'
import { smallGiftsFigure } from './small-gifts-figure.ts'
import { rhythmWord, smallGiftsSentence } from './small-gifts-words.ts'

const format = createFormat('en-IE', 'EUR')
const none = crowdOf().fees
const gift = (name: string, [gross, fees]: [number, number], saved: number | null): Crowd['fees']['small'][number] => {
  const quarterly = saved === null ? null : fees - saved
  return { patron: name, name, currency: 'EUR', gross, fees, quarterly, rhythm: saved === null ? null : 3, home: { gross, fees, saved } }
}
const told = (fees: Partial<Crowd['fees']>) => smallGiftsSentence(crowdOf({ fees: { ...none, ...fees } }), format)

test('what small gifts cost is told with what a quarter at once would save, where that is known', () => {
  expect(told({ known: 60, gifts: 15, cost: 2_300, askable: 14, saved: 1_500 })).toBe(
    'Fees of small gifts cost you €23 in October; asking 14 patrons to go quarterly would save €15 a month.',
  )
  expect(told({ known: 1, gifts: 1, cost: 36, askable: 1, saved: 20 })).toContain(
    'asking one patron to go quarterly would save €0.20 a month.',
  )
  expect(told({ known: 2, gifts: 2, cost: 72 })).toContain('gifts of one size do not show what part of a fee is fixed')
  expect(told({ known: 60 })).toBe('Of 60 gifts for one month in October whose fee is known none lost more than 10% to it.')
  expect(told({ known: 1 })).toBe('The one gift of October whose fee is known lost 10% of it at most.')
  expect(told({})).toContain('Of no gift for one month in October it is known what it cost')
})

test('the rows sum to what fees cost and to what would be saved', () => {
  const small = [gift('Bob', [300, 39], 20), gift('=Ada', [200, 36], 20), gift('Cy', [200, 36], null)]
  const crowd = crowdOf({ fees: { known: 9, small, cost: 111, gifts: 3, askable: 2, saved: 40 } })
  const figure = smallGiftsFigure(crowd, format)
  const sum = (at: number) => figure.rows.rows.reduce((all, row) => all + Number(row[at] ?? 0), 0)
  expect(figure.figure).toBe(format.exact(sum(2)))
  expect(sum(4)).toBe(crowd.fees.saved)
  expect(figure.formula).toContain('3 of 9, whose fees sum to €1.11.')
  expect(figure.formula).toContain('€1.11 − €0.40 = €0.71.')
  expect(figure.rows.rows.map((row) => row[5])).toEqual(['quarterly', 'quarterly', 'not known'])
  expect(figure.leftOut.join(' ')).toContain('of gifts of one size')
  expect(derivedCsv(figure, 'EUR')).toContain("'=Ada")
  // Where there are more than are told by name, it says so.
  expect(smallGiftsFigure({ ...crowd, fees: { ...crowd.fees, gifts: 900 } }, format).formula).toContain(
    'The rows are the 3 costliest of them.',
  )
})

test('a rhythm has a word', () => {
  expect([1, 3, 6, 12, null].map(rhythmWord)).toEqual(['monthly', 'quarterly', 'twice a year', 'yearly', 'none'])
})
