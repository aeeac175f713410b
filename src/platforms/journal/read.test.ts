import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { layoutOf } from '../rows-fixture.ts'
import { moneyOf } from './amount.ts'

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const HLEDGER = sample('books.journal')
const BEANCOUNT = sample('books.beancount')

test('journals are known by transactions with postings', () => {
  expect([HLEDGER, BEANCOUNT].map(layoutOf)).toEqual(['journal', 'journal'])
  expect(layoutOf('2024-06-03,income,5\n2024-06-04,income,6\n')).toBeUndefined()
})

test('hledger: what is posted to income is a payment, with its fees; the other way it is a refund', async () => {
  const { lines, complaints, passedOver, sums, outcomes, facts } = await readWhole('journal', HLEDGER)
  expect(lines.map(({ at, kind, gross, fees, refunds, currency, name }) => [at, kind, gross, fees, refunds, currency, name])).toEqual([
    ['2024-06-03', 'payment', 123_450, 0, 0, 'USD', 'Acme Press'],
    ['2024-06-05', 'payment', 1000, 70, 0, 'EUR', 'Patreon'],
    ['2024-06-09', 'refund', 0, 0, 500, 'EUR', 'Patreon'],
  ])
  expect(sums.net).toBe(123_450 + 930 - 500)
  expect(lines[0]).toMatchObject({ note: 'Invoice 7' })
  expect(complaints.map(({ field, text }) => [field, text])).toEqual([
    ['', ''],
    ['date', '2024-06-31 No such d'],
    ['income:editing', '-2 apples'],
  ])
  expect(passedOver.toSorted()).toEqual(
    [...Array<string>(3).fill('no transaction but a directive'), 'a transaction without income'].toSorted(),
  )
  expect(outcomes.flatMap((one) => (one.outcome === 'lines' ? [one.account?.name] : []))).toEqual(['editing', 'patreon', 'patreon'])
  expect(facts.span).toEqual({ from: '2024-06-03', to: '2024-06-09' })
})

test('beancount: payees and narrations in quotes, directives, equal transactions of a day, prices', async () => {
  const { lines, passedOver, complaints } = await readWhole('journal', BEANCOUNT)
  expect(lines.map(({ at, gross, currency, name, note }) => [at, gross, currency, name, note])).toEqual([
    ['2024-06-03', 2400, 'EUR', 'Zine fair', 'Two zines, "signed"'],
    ['2024-06-04', 800, 'EUR', undefined, 'Alone'],
    ['2024-06-04', 800, 'EUR', undefined, 'Alone'],
    ['2024-06-06', 1000, 'USD', 'Abroad', 'Sold'],
  ])
  expect(new Set(lines.map(({ key }) => key)).size).toBe(4)
  expect(complaints).toEqual([])
  expect(passedOver).toHaveLength(4)
})

test.each([
  ['$-12.34', -1234, 'USD'],
  ['-€12', -1200, 'EUR'],
  ['EUR 1.000,00', 100_000, 'EUR'],
  ['1,000 EUR', 100_000, 'EUR'],
  ['12,5 EUR @ $1.10', 1250, 'EUR'],
  ['-3.00 EUR = 10.00 EUR', -300, 'EUR'],
  ['¥ 500', 500, 'JPY'],
])('%s is an amount', (text, amount, currency) => expect(moneyOf(text)).toEqual({ amount, currency }))

test('a journal of any lines has one outcome for each of its items, and none throws', async () => {
  const line = fc.oneof(fc.constantFrom(...`${HLEDGER}\n${BEANCOUNT}`.split('\n')), fc.string())
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
      const { outcomes } = await readWhole('journal', lines.join('\n'), { chunk: 37 })
      expect(outcomes.map(({ row }) => row)).toEqual(outcomes.map((_, i) => i + 1))
    }),
    { numRuns: 100 },
  )
})
