import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { differsSentence, periodText, taxSentence } from './tax-words.ts'

const format = createFormat('en-GB', 'EUR')
const period = (span: { from: string; to: string }, due: string, rest: number) => {
  return { ...span, due, net: 4 * rest, aside: rest, withheld: 0, put: 0, rest }
}
const today = '2026-11-27'

test('what is not put aside is told with the next day, and what has passed without blame', () => {
  const periods = [
    period({ from: '2026-10', to: '2026-12' }, '2026-12-10', 250_00),
    period({ from: '2026-07', to: '2026-09' }, '2026-09-10', 100_00),
  ]
  expect(taxSentence({ periods, today }, format)).toBe(
    '€350 of what came in is for tax and not put aside yet. €250 of it is due by 10 December 2026. The day of €100 has passed: say what you paid, if you did.',
  )
  expect(taxSentence({ periods: periods.slice(0, 1), today }, format)).toBe(
    '€250 of what came in is for tax and not put aside yet; it is due by 10 December 2026.',
  )
  expect(taxSentence({ periods: periods.map((one) => ({ ...one, rest: 0 })), today }, format)).toBe('All of it is put aside.')
  expect(taxSentence({ periods: [period({ from: '2026-10', to: '2026-12' }, '2026-12-10', 0)], today }, format)).toMatch(
    /^Nothing has come in yet/,
  )
})

test('periods are named by their months', () => {
  expect(periodText({ from: '2026-10', to: '2026-12' }, format)).toBe('October to December 2026')
  expect(periodText({ from: '2026-12', to: '2027-02' }, format)).toBe('December 2026 to February 2027')
  expect(periodText({ from: '2026-11', to: '2026-11' }, format)).toBe('November 2026')
})

test('two shares that differ are told beside each other', () => {
  const plan = { kind: 'after-tax' as const, levels: { bare: 1, enough: 1, comfortable: 1 }, tax: 2_500 }
  expect(differsSentence(plan, 3_050, format)?.replaceAll('\u00a0', ' ')).toBe('Your target reckons with 25% tax, and 30.5% is put aside.')
  expect(differsSentence(plan, 2_500, format)).toBeUndefined()
  expect(differsSentence(undefined, 2_500, format)).toBeUndefined()
})
