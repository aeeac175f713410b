import { expect, test } from 'vitest'
import { pledgeApp } from './pledge-fixture.ts'
import { createRounds } from './rounds.ts'

test('a pledge that was left stands in the book after a round, and its patron sees what became of it', async () => {
  const { parts, pledge, view, storage } = await pledgeApp()
  const { token, id } = await pledge()
  expect(await storage.pledges('main')).toEqual([])
  await createRounds(parts).inbox()
  expect((await storage.pledges('main')).map((one) => one.id)).toEqual([id])
  expect(await view(token)).toMatchObject({ id, state: 'open' })
})

test('what goes wrong in a round is logged, and the rest of it is done', async () => {
  const { parts, pledge, storage, logged } = await pledgeApp()
  await pledge({ way: 'stripe' })
  const fails = () => Promise.reject(new Error('no network'))
  const stripe = { payment: fails, chargesOf: fails, eventsSince: fails, transactionsOf: fails }
  const rounds = createRounds({ ...parts, square: { ...parts.square, stripe } })
  await rounds.often()
  await rounds.often()
  expect(await storage.pledges('main')).toHaveLength(1)
  expect(logged).toContain('Asking Stripe failed.')
})
