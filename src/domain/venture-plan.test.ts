import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelsOf } from './need.ts'
import { levelsOfPlan, type NeedsPlan, type PlannedNeed } from './target-plan.ts'
import { needsOfPlan } from './venture-plan.ts'

const need = (amount: number, more: Partial<PlannedNeed> = {}): PlannedNeed => ({
  text: 'x',
  amount,
  level: 'enough',
  per: 'month',
  ...more,
})
const generic = { shape: 'generic' as const, tax: 2_500, monthsOff: 125, fee: 500 }
const planOf = (needs: PlannedNeed[], model: NeedsPlan['model'] = generic): NeedsPlan => ({
  kind: 'needs',
  needs,
  model,
  preset: 'generic',
})

test('METRICS 12: what 2,200 and 450 of benefits take before tax stands on the two lines', () => {
  const plan = planOf([need(2_200_00, { text: 'Rent', level: 'bare' }), need(450_00, { text: 'Health', benefit: 'health' })])
  expect(needsOfPlan(plan)).toEqual([
    { text: 'Rent', amount: 3_274_42, level: 'bare' },
    { text: 'Health', amount: 3_944_19 - 3_274_42, level: 'enough' },
  ])
})

test('a line of a cent a year comes to nothing, and of a model that takes nothing each line is what it is', () => {
  const free = { ...generic, tax: 0, monthsOff: 0, fee: 0 }
  const plan = planOf([need(12_00, { per: 'year' }), need(1, { per: 'year' }), need(50_00, { level: 'comfortable' })], free)
  expect(needsOfPlan(plan).map(({ amount }) => amount)).toEqual([1_00, 50_00])
})

test('the lines come to the levels of their plan, to the cent, in their order', () => {
  const line = fc.record({
    text: fc.string({ minLength: 1, maxLength: 4 }),
    amount: fc.integer({ min: 1, max: 10_000_00 }),
    level: fc.constantFrom('bare' as const, 'enough' as const, 'comfortable' as const),
    per: fc.constantFrom('month' as const, 'year' as const),
  })
  const shares = {
    tax: fc.integer({ min: 0, max: 4_000 }),
    monthsOff: fc.integer({ min: 0, max: 600 }),
    fee: fc.integer({ min: 0, max: 2_000 }),
  }
  const model = fc.oneof(
    fc.record({ shape: fc.constant('generic' as const), ...shares }),
    fc.record({ shape: fc.constant('us' as const), ...shares, pension: fc.integer({ min: 0, max: 1_000 }), costs: fc.nat(100_00) }),
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), model, (needs, by) => {
      const told = needsOfPlan(planOf(needs, by))
      expect(levelsOf(told)).toEqual(levelsOfPlan(planOf(needs, by)))
      const order = needs.map(({ text }) => text)
      let at = 0
      for (const { text } of told) {
        at = order.indexOf(text, at) + 1
        expect(at).toBeGreaterThan(0)
      }
    }),
    { numRuns: 100 },
  )
})
