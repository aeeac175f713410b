import { expect, test } from 'vitest'
import { levelsOfPlan } from '#domain/target-plan.ts'
import { testApp } from './app-fixture.ts'

const params = { book: 'example' }

test('the example’s newest target is what its needs come to, and what was due of tax is put aside', async () => {
  const { ask } = await testApp()
  await ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'en' } })
  const targets = await ask('targets', { params })
  const [made] = await ask('targetPlans', { params })
  expect(made && { from: made.from, ...levelsOfPlan(made.plan) }).toEqual(targets.at(-1))
  const { periods, today } = await ask('tax', { params })
  expect(periods.length).toBeGreaterThan(3)
  expect(periods.filter(({ due }) => due < today).every(({ rest }) => rest === 0)).toBe(true)
  expect((await ask('incomeByMonth', { params })).aside?.some((amount) => amount > 0)).toBe(true)
})
