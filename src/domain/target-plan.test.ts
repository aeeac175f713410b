import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { costOfDays, levelsOfPlan, linesOfMonth, monthly, neededLevels, yearOf, type PlannedNeed } from './target-plan.ts'

const need = (amount: number, more: Partial<PlannedNeed> = {}): PlannedNeed => ({
  text: 'x',
  amount,
  level: 'enough',
  per: 'month',
  ...more,
})

test('METRICS 12: a target from 2,200 and 450 of benefits is 3,944.19 before tax', () => {
  const needs = [need(2_200_00, { level: 'bare' }), need(450_00, { benefit: 'health' })]
  const plan = {
    kind: 'needs' as const,
    needs,
    model: { shape: 'generic' as const, tax: 2_500, monthsOff: 125, fee: 500 },
    preset: 'generic',
  }
  expect(levelsOfPlan(plan)).toEqual({ bare: 3_274_42, enough: 3_944_19, comfortable: 3_944_19 })
  expect(neededLevels(needs)).toEqual({ bare: 2_200_00, enough: 2_650_00, comfortable: 2_650_00 })
})

test('a yearly bill is a twelfth of itself, and twelve of them lose no cent', () => {
  const cover = need(9_325_00, { per: 'year', benefit: 'health' })
  expect(monthly(cover)).toBe(777_08)
  expect(yearOf([cover, need(3_000_00)], 'enough')).toEqual({ needs: 36_000_00, health: 9_325_00 })
})

test('days off cost what the other lines come to on so many working days', () => {
  const needs = [need(2_175_00), need(300_00, { benefit: 'health' }), need(100_00, { level: 'comfortable' })]
  expect(costOfDays(needs, 10)).toBe(1_000_00)
})

test('a month is held against the lines in force in it, else against those before it, else against the first', () => {
  const model = { shape: 'generic' as const, tax: 0, monthsOff: 0, fee: 0 }
  const lines = (amount: number) => ({ kind: 'needs' as const, needs: [need(amount)], model, preset: '' })
  const levels = { bare: 0, enough: 1, comfortable: 1 }
  const targets = ['2025-01', '2025-04', '2025-07', '2025-10'].map((from) => ({ from, ...levels }))
  const plans = [
    { from: '2025-10', plan: lines(20) },
    { from: '2025-04', plan: lines(10) },
    { from: '2025-07', plan: { kind: 'after-tax' as const, levels, tax: 0 } },
  ]
  const told = ['2024-12', '2025-03', '2025-04', '2025-06', '2025-07', '2025-09', '2025-10', '2026-05'].map((month) => {
    const found = linesOfMonth(targets, plans, month)
    return [found?.plan.needs[0]?.amount, found?.inForce]
  })
  expect(told).toEqual([
    [10, false],
    [10, false],
    [10, true],
    [10, true],
    [10, false],
    [10, false],
    [20, true],
    [20, true],
  ])
  expect(linesOfMonth(targets, [], '2025-04')).toBeNull()
})

const tax = fc.integer({ min: 0, max: 9_000 })

test('a target after tax is reached just when net less the tax on it reaches it', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), tax, fc.integer({ min: -3, max: 3 }), (after, rate, off) => {
      const levels = { bare: after, enough: after, comfortable: after }
      const before = levelsOfPlan({ kind: 'after-tax', levels, tax: rate }).enough
      const net = Math.max(0, before + off)
      // The tax on a month's net, rounded up: never too little is put aside.
      const owed = (BigInt(net) * BigInt(rate) + 9_999n) / 10_000n
      expect(BigInt(net) - owed >= BigInt(after)).toBe(net >= before)
    }),
  )
})

test('levels made from needs are in order', () => {
  const line = fc.record({
    text: fc.constant('x'),
    amount: fc.integer({ min: 1, max: 500_000 }),
    level: fc.constantFrom('bare' as const, 'enough' as const, 'comfortable' as const),
    per: fc.constantFrom('month' as const, 'year' as const),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), tax, fc.nat(900), (needs, rate, monthsOff) => {
      const model = { shape: 'generic' as const, tax: rate, monthsOff, fee: 0 }
      const { bare, enough, comfortable } = levelsOfPlan({ kind: 'needs', needs, model, preset: 'generic' })
      expect(bare <= enough && enough <= comfortable).toBe(true)
    }),
    { numRuns: 100 },
  )
})
