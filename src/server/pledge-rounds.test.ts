import { afterEach, expect, test } from 'vitest'
import { pledgeApp, type PledgeApp } from './pledge-fixture.ts'
import { pledgeRounds } from './pledge-rounds.ts'

const open: PledgeApp[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.stripe.close()
})

async function opened() {
  const app = await pledgeApp()
  open.push(app)
  const published = { times: 0 }
  const rounds = pledgeRounds(app.parts, { refresh: async () => void (published.times += 1) })
  return { app, published, rounds }
}

test('a round takes the inbox in, writes views back, and publishes only after something came', async () => {
  const { app, published, rounds } = await opened()
  await rounds.drain()
  expect(published.times).toBe(0)
  const { token } = await app.pledge()
  app.time.now = '2024-07-20T12:00:00Z'
  await rounds.drain()
  expect([published.times, (await app.pledges()).pledges.length, (await app.view(token)).state]).toEqual([1, 1, 'unchecked'])
})

test('many rounds at once take each message once', async () => {
  const { app, rounds } = await opened()
  for (let i = 0; i < 5; i += 1) await app.pledge({ patron: { kind: 'person', name: '', email: 'bo@example.org' } })
  await Promise.all([rounds.drain(), rounds.drain(), rounds.poll(), rounds.drain()])
  expect([app.mails.length, (await app.pledges()).pledges.length]).toEqual([5, 5])
})

test('a round that fails is logged and no more', async () => {
  const { app, rounds } = await opened()
  await app.pledge({ way: 'stripe' })
  await rounds.drain()
  app.parts.square.stripe = { payment: down, chargesOf: down, eventsSince: down }
  await rounds.poll()
  expect(app.logged).toEqual(['Asking Stripe failed; it is tried again.'])
})

const down = () => Promise.reject(new Error('no route'))
