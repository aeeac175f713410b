import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicApp } from '../pledge-fixture.ts'
import { signature, startStripeFake, type StripeFake } from '../stripe-http-fixture.ts'
import { openCheckout } from './stripe-checkout.ts'
import { openStripe } from './stripe-key.ts'

let fake: StripeFake
beforeAll(async () => {
  fake = await startStripeFake()
})
afterAll(() => fake.close())

const opened = () => {
  const checkout = openCheckout({ STRIPE_KEY: 'rk_test_1', STRIPE_WEBHOOK_SECRET: fake.secret, STRIPE_API: fake.url })
  if (!checkout) throw new Error('There is a key.')
  return checkout
}
const order = {
  pledge: 'a'.repeat(32),
  title: 'Obtool',
  amount: 500,
  currency: 'EUR',
  rhythm: 'quarterly',
  email: 'bo@example.org',
  successUrl: 'https://site.example/pledge#t',
  cancelUrl: 'https://site.example/v/obtool',
} as const

test('a session bears the pledge, its amount and its rhythm, and the same pledge opens one session', async () => {
  const checkout = opened()
  const { url, session } = await checkout.open(order)
  expect(await checkout.open(order)).toEqual({ url, session })
  expect(fake.account.sessions.get(session)).toMatchObject({
    pledge: order.pledge,
    mode: 'subscription',
    amount: 500,
    currency: 'eur',
    months: 3,
  })
  const once = await checkout.open({ ...order, pledge: 'b'.repeat(32), rhythm: 'once', currency: 'UGX' })
  expect(fake.account.sessions.get(once.session)).toMatchObject({ mode: 'payment', amount: 50_000 })
  const yearly = await checkout.open({ ...order, pledge: 'c'.repeat(32), rhythm: 'yearly' })
  expect(fake.account.sessions.get(yearly.session)).toMatchObject({ months: 12 })
})

test('a session ends unless somebody paid, and then it has a portal', async () => {
  const checkout = opened()
  const [a, b] = [await checkout.open({ ...order, pledge: '1'.repeat(32) }), await checkout.open({ ...order, pledge: '2'.repeat(32) })]
  expect([await checkout.expire(a.session), await checkout.expire(a.session)]).toEqual([true, true])
  await expect(checkout.portal(b.session, 'https://site.example')).rejects.toThrow('no customer')
  fake.account.pay(b.session)
  expect(await checkout.expire(b.session)).toBe(false)
  expect((await checkout.portal(b.session, 'https://site.example')).url).toMatch(/\/portal\/bps_/)
})

test('a webhook is taken with its signature only, at once, and once; what does not matter is not kept', async () => {
  const { send, inbox, calls } = publicApp({ checkout: opened() })
  const event = (id: string, type: string) => JSON.stringify({ id, object: 'event', type, created: 1, data: { object: {} } })
  const post = (raw: string, header: string) => send('POST', '/stripe', { raw, headers: { 'stripe-signature': header } })
  const paid = event('evt_1', 'charge.succeeded')
  const now = Math.floor(Date.now() / 1000)
  for (const bad of [
    '',
    't=1,v1=00',
    signature(paid, 'whsec_other'),
    signature(`${paid} `, fake.secret),
    signature(paid, fake.secret, now - 3600),
  ])
    expect((await post(paid, bad)).status).toBe(400)
  expect(inbox()).toEqual([])
  for (let i = 0; i < 3; i += 1) expect((await post(paid, signature(paid, fake.secret))).status).toBe(204)
  const other = event('evt_2', 'customer.created')
  expect((await post(other, signature(other, fake.secret))).status).toBe(204)
  expect(inbox()).toMatchObject([{ kind: 'stripe', body: paid }])
  expect(calls.messages).toBeGreaterThan(0)
  expect((await publicApp().send('POST', '/stripe', { raw: paid })).status).toBe(404)
})

test('a key that could do everything is refused, and a stand-in must be of this machine', () => {
  expect(openStripe({})).toBeUndefined()
  for (const key of ['sk_live_1', 'pk_test_1', 'x']) expect(() => openStripe({ STRIPE_KEY: key })).toThrow('it is not a restricted key')
  for (const api of ['https://127.0.0.1', 'http://example.org'])
    expect(() => openStripe({ STRIPE_KEY: 'rk_test_1', STRIPE_API: api })).toThrow('no http address of this machine')
  expect(() => openStripe({ STRIPE_KEY: 'rk_live_1', STRIPE_API: 'http://127.0.0.1:1' })).toThrow('a live one')
  expect(openStripe({ STRIPE_KEY: 'rk_live_1' })).toBeDefined()
})
