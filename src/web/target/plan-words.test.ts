import { expect, test } from 'vitest'
import type { NeedsPlan, TargetPlan } from '#domain/target-plan.ts'
import { createFormat } from '#web/ui/format.ts'
import { basisSentence, formulaText, leftOfHundred, localPercents, madeOf } from './plan-words.ts'

const format = createFormat('en-GB', 'EUR')
/** With plain spaces, as they are written here. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const generic = { shape: 'generic' as const, tax: 2_500, monthsOff: 125, fee: 500 }
const needs: TargetPlan = {
  kind: 'needs',
  needs: [{ text: 'Rent', amount: 1, level: 'bare', per: 'month' }],
  model: generic,
  preset: 'generic',
}
const after: TargetPlan = { kind: 'after-tax', levels: { bare: 1, enough: 1_500_00, comfortable: 2_000_00 }, tax: 2_050 }

test('percentages of a preset’s text are written as the locale does, every digit of them', () => {
  const german = createFormat('de', 'EUR')
  const text = 'At 15.3 % of 92.35 %, less 5.05 %, or 7 % of 12,570'
  expect(localPercents(text, format)).toBe('At 15.3% of 92.35%, less 5.05%, or 7% of 12,570')
  expect(plain(localPercents(text, german))).toBe('At 15,3 % of 92,35 %, less 5,05 %, or 7 % of 12,570')
})

test('a target says what it is made of, and on which basis it stands', () => {
  expect([after, needs].map((plan) => plain(madeOf(plan, format)))).toEqual(['€1,500 after 20.5% tax', 'from 1 line'])
  expect(basisSentence(undefined, format)).toContain('what you owe in tax is part of what a month needs')
  expect(plain(basisSentence(after, format))).toContain('It leaves the €1,500 that you want to keep once 20.5% of it went to tax')
  expect(basisSentence(needs, format)).toContain('worked out from 1 line')
})

const lines = (rent: number, health: number) => [
  { text: 'Rent', amount: rent, level: 'bare' as const, per: 'month' as const },
  { text: 'Health', amount: health, level: 'bare' as const, per: 'year' as const, benefit: 'health' as const },
]

test('METRICS 12: the formula is told with its own numbers, without the months that are none', () => {
  const told = (model: NeedsPlan['model'], ...[rent, health]: [number, number]) => {
    return plain(formulaText({ needs: lines(rent, health), model }, 'enough', format))
  }
  expect(told(generic, 2_200_00, 12 * 450_00)).toBe(
    '€2,650.00 ÷ (1 − 25%), × 12 ÷ (12 − 1.25 months off) = €3,944.19; charged: ÷ (1 − 5% fees) = €4,151.77.',
  )
  expect(told({ ...generic, monthsOff: 0 }, 2_200_00, 0)).not.toContain('months off')
  const us = { ...generic, shape: 'us' as const, tax: 1_200, pension: 500, costs: 100_00, fee: 600 }
  expect(told(us, 3_000_00, 9_325_00)).toBe(
    'Profit = (€3,000.00 + health cover €777.08 × (1 − 12%)) ÷ (1 − 14.13% − 12% × (1 − 7.06%) − 5% pension) = €5,283.89; + €100.00 costs, × 12 ÷ (12 − 1.25 months off) = €6,009.92; charged: ÷ (1 − 6% fees) = €6,393.53.',
  )
})

test('of a hundred that come in the needs’ part is told, rounded down', () => {
  expect(leftOfHundred(2_080_00, 2_600_00)).toBe(80)
  expect(leftOfHundred(2, 3)).toBe(66)
  expect(leftOfHundred(1, 0)).toBeNull()
})
