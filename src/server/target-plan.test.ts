import { expect, test } from 'vitest'
import type { RouteBody } from '#contract/routes.ts'
import { testApp } from './app-fixture.ts'

const book = 'main'
const PLAN = {
  kind: 'needs',
  needs: [
    { text: 'Rent and food', amount: 2_200_00, level: 'bare', per: 'month' },
    { text: 'Health cover', amount: 5_400_00, level: 'enough', per: 'year', benefit: 'health' },
  ],
  model: { shape: 'generic', tax: 2_500, monthsOff: 125, fee: 500 },
  preset: 'generic',
} satisfies RouteBody<'setTargetPlan'>

async function begun() {
  const app = await testApp()
  await app.createBook()
  return app
}

test('a target made from needs stands before income tax like any other, and says what it is made of', async () => {
  const { ask } = await begun()
  const targets = await ask('setTargetPlan', { params: { book, month: '2024-06' }, body: PLAN })
  expect(targets.at(-1)).toEqual({ from: '2024-06', bare: 3_274_42, enough: 3_944_19, comfortable: 3_944_19 })
  expect(await ask('targetPlans', { params: { book } })).toEqual([{ from: '2024-06', plan: PLAN }])
  expect((await ask('month', { params: { book, month: '2024-07' } })).target).toMatchObject({ enough: 3_944_19 })
})

test('a target after tax is what must come in before it', async () => {
  const { ask } = await begun()
  const levels = { bare: 1_200_00, enough: 1_500_00, comfortable: 1_800_00 }
  const body = { kind: 'after-tax' as const, levels, tax: 2_500 }
  const targets = await ask('setTargetPlan', { params: { book, month: '2024-06' }, body })
  expect(targets.at(-1)).toEqual({ from: '2024-06', bare: 1_600_00, enough: 2_000_00, comfortable: 2_400_00 })
})

test('what is said of one month changes no other, and a typed target is made of nothing', async () => {
  const { ask } = await begun()
  await ask('setTargetPlan', { params: { book, month: '2024-01' }, body: PLAN })
  await ask('setTargetPlan', { params: { book, month: '2024-06' }, body: { ...PLAN, model: { ...PLAN.model, tax: 3_000 } } })
  const typed = { bare: 1, enough: 2, comfortable: 3 }
  const targets = await ask('setTarget', { params: { book, month: '2024-06' }, body: typed })
  expect(targets.slice(-2)).toEqual([
    { from: '2024-01', bare: 3_274_42, enough: 3_944_19, comfortable: 3_944_19 },
    { from: '2024-06', ...typed },
  ])
  expect(await ask('targetPlans', { params: { book } })).toEqual([{ from: '2024-01', plan: PLAN }])
  await ask('removeTarget', { params: { book, month: '2024-01' } })
  expect(await ask('targetPlans', { params: { book } })).toEqual([])
})

test('a plan that leaves nothing, needs of luxury alone, and unknown benefits are refused', async () => {
  const { raw } = await begun()
  const asked = async (body: unknown) => {
    return (await raw('setTargetPlan', { params: { book, month: '2024-06' }, body: body as RouteBody<'setTargetPlan'> })).status
  }
  const [need] = PLAN.needs
  expect(await asked({ ...PLAN, model: { ...PLAN.model, tax: 9_600 } })).toBe(400)
  expect(await asked({ ...PLAN, model: { ...PLAN.model, shape: 'us', tax: 5_000, pension: 4_000, costs: 0 } })).toBe(400)
  expect(await asked({ ...PLAN, needs: [{ ...need, level: 'comfortable' }] })).toBe(400)
  expect(await asked({ ...PLAN, needs: [{ ...need, benefit: 'yacht' }] })).toBe(400)
  expect(await asked({ ...PLAN, needs: [{ ...need, amount: 1e12 }] })).toBe(400)
  expect(await asked(PLAN)).toBe(200)
})
