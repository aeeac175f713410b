import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { listsWords, payoutWords } from './patron-lists-words.ts'

const format = createFormat('en', 'EUR')
const lists = { lists: 2, from: '2026-04-01', to: '2026-05-01', counted: false, money: false, named: 0, estimates: [] }
const start = '2 lists of patrons of April 1, 2026 to May 1, 2026 tell who gives, not what arrived.'

test('lists that count nothing say so, and when they can', () => {
  const words = listsWords(lists, format)
  expect(words).toBe(
    `${start} Nothing of them is counted. While no payment of this stream is here, what came in between them can count as an estimate.`,
  )
})

test('lists that count say that it is an estimate, and when it goes', () => {
  expect(listsWords({ ...lists, counted: true }, format)).toBe(
    `${start} What came in between them counts as an estimate. It goes by itself when a payment of this stream is here.`,
  )
})

test('beside payments they never count, whatever was said', () => {
  for (const counted of [true, false]) expect(listsWords({ ...lists, counted, money: true }, format)).toContain('never do beside them')
})

test('one list alone makes no estimate yet, and none is not spoken of', () => {
  const one = { ...lists, lists: 1, to: lists.from, counted: true }
  expect(listsWords(one, format)).toBe(
    '1 list of patrons of April 1, 2026 tells who gives, not what arrived. A difference takes two lists: the next one makes the first estimate.',
  )
  expect(listsWords({ ...one, lists: 0, from: null, to: null }, format)).toBe('')
})

test('payouts that land elsewhere are warned of, and counted where some seem to be there', () => {
  expect(payoutWords({ named: 0 }, 'Patreon', format)).toBe(
    'Leave them uncounted where payouts from Patreon reach a bank or PayPal account of this book: that money is counted there.',
  )
  expect(payoutWords({ named: 1 }, 'Patreon', format)).toBe(
    '1 payment of other streams names Patreon. If it is a payout of these patrons’ money, it is counted there: leave the lists uncounted.',
  )
  expect(payoutWords({ named: 12 }, '', format)).toContain('12 payments of other streams name the platform. If they are payouts')
})
