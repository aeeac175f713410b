import { expect, test } from 'vitest'
import type { NeedsPlan } from '#domain/target-plan.ts'
import { benefitLine, countsDaysTwice, modelOf, planDraft, planOfDraft, presetModel, type PlanDraft } from './plan-draft.ts'

const plan: NeedsPlan = {
  kind: 'needs',
  needs: [
    { text: 'Rent', amount: 900_00, level: 'bare', per: 'month' },
    { text: 'Holiday', amount: 1_000_00, level: 'enough', per: 'year', benefit: 'holiday', days: 20 },
  ],
  model: { shape: 'us', tax: 1_200, monthsOff: 125, fee: 600, pension: 500, costs: 100_00 },
  preset: 'us',
}

test('a plan that is opened and left as it is comes out the same', () => {
  expect(planOfDraft(planDraft(plan, 'EUR'))).toEqual(plan)
})

test('a first draft is one bare line with round numbers, and no plan yet', () => {
  const draft = planDraft(undefined, 'EUR')
  expect(draft.lines).toMatchObject([{ text: '', amount: undefined, level: 'bare' }])
  expect(draft.model).toMatchObject({ preset: 'generic', tax: 2_500, monthsOff: 125, fee: 500 })
  expect(planOfDraft(draft)).toBeUndefined()
})

test('lines without an amount count for nothing, and luxury alone is no plan', () => {
  const draft = planDraft(plan, 'EUR')
  const [rent, holiday] = draft.lines
  const lines = [...draft.lines, { key: 9, text: 'Later', amount: undefined, level: 'enough' as const, per: 'month' as const, filled: 0 }]
  expect(planOfDraft({ ...draft, lines })?.needs).toHaveLength(2)
  expect(planOfDraft({ ...draft, lines: holiday ? [{ ...holiday, level: 'comfortable' }] : [] })).toBeUndefined()
  expect(rent?.text).toBe('Rent')
})

test('a number that cannot be read, or leaves nothing, makes no model', () => {
  const draft = presetModel('us', 'USD')
  expect(modelOf(draft)).toMatchObject({ shape: 'us', costs: 100_00 })
  expect(modelOf({ ...draft, tax: undefined })).toBeUndefined()
  expect(modelOf({ ...draft, tax: 6_000, pension: 3_000 })).toBeUndefined()
  expect(modelOf({ ...draft, shape: 'generic', pension: undefined })).toMatchObject({ shape: 'generic' })
})

test('a benefit begins with what its preset knows, with amounts only in the preset’s own currency', () => {
  const draft = (preset: string, currency: string): PlanDraft => ({ ...planDraft(plan, currency), model: presetModel(preset, currency) })
  expect(benefitLine('health', draft('us', 'USD'), 'USD')).toMatchObject({
    text: 'Health cover',
    amount: 9_325_00,
    per: 'year',
    level: 'enough',
  })
  expect(benefitLine('health', draft('us', 'EUR'), 'EUR').amount).toBeUndefined()
  expect(benefitLine('holiday', draft('uk', 'GBP'), 'GBP')).toMatchObject({ days: 28, per: 'year', amount: undefined })
  expect(benefitLine('training', draft('uk', 'GBP'), 'GBP')).not.toHaveProperty('days')
  expect(presetModel('us', 'EUR').costs).toBe(0)
})

test('days off in a line and in the months off are noticed', () => {
  const draft = planDraft(plan, 'EUR')
  expect(countsDaysTwice(draft)).toBe(true)
  expect(countsDaysTwice({ ...draft, model: { ...draft.model, monthsOff: 0 } })).toBe(false)
})
