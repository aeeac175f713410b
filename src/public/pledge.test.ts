import { expect, test } from 'vitest'
import { isCreditorReference } from '#domain/creditor-reference.ts'
import { PledgeView } from '#contract/public.ts'
import type { Checkout, CheckoutOrder } from './checkout.ts'
import { AT, NEW_PLEDGE, PAGE, publicApp } from './pledge-fixture.ts'
import { signToken } from './token.ts'

/** A checkout that remembers what it was asked. */
function pretendCheckout(change: Partial<Checkout> = {}) {
  const orders: CheckoutOrder[] = []
  const checkout: Checkout = {
    open: async (order) => {
      orders.push(order)
      return { url: 'https://pay.example/cs_1', session: 'cs_1' }
    },
    portal: async (session, back) => ({ url: `https://pay.example/portal/${session}?${back}` }),
    expire: async () => true,
    event: async () => undefined,
    ...change,
  }
  return { orders, checkout }
}

test('a pledge is left in the inbox with its reference, and its patron sees it by the link they got once', async () => {
  const { pledge, send, inbox, calls } = publicApp()
  const { status, json } = await pledge({ named: true })
  expect(status).toBe(201)
  expect(json).toMatchObject({ recipientToken: null, payAt: null })
  expect(isCreditorReference(json.reference)).toBe(true)
  const [message] = inbox()
  expect(message).toMatchObject({ kind: 'pledge', at: AT })
  const left = JSON.parse(message?.body ?? '')
  expect(left).toMatchObject({ address: 'obtool', pledge: { id: json.id, way: 'bank', months: 1, named: true, stripe: {} } })
  expect(calls.messages).toBe(1)
  const view = (await send('GET', '/pledge', { token: json.token })).json
  expect(PledgeView.parse(view)).toEqual(view)
  expect(view).toMatchObject({
    title: 'Obtool',
    state: 'open',
    due: '2026-11-23',
    account: { iban: 'DE89370400440532013000' },
    portal: false,
  })
})

test('the months of a rhythm are its own; one payment covers as many as it says', async () => {
  const { pledge, inbox } = publicApp()
  await pledge({ rhythm: 'quarterly', months: 7 })
  await pledge({ rhythm: 'once', months: 7 })
  expect(inbox().map(({ body }) => JSON.parse(body).pledge.months)).toEqual([3, 7])
})

test('only a way that the venture offers is taken, in its currency', async () => {
  const { pledge, inbox } = publicApp({}, { currency: 'CHF' })
  for (const [body, field] of [
    [{ way: 'page', page: 'https://elsewhere.example' }, 'page'],
    [{ way: 'stripe', currency: 'CHF' }, 'way'],
    [{ currency: 'USD' }, 'currency'],
    [{ currency: 'QQQ' }, 'currency'],
    [{ amount: 0 }, 'amount'],
  ] as const) {
    const { status, json } = await pledge(body)
    expect([status, json.fields?.[0]?.field]).toEqual([400, field])
  }
  expect((await pledge({ way: 'page', page: PAGE })).json.payAt).toBe(PAGE)
  expect((await pledge({ currency: 'CHF' })).status).toBe(201)
  expect(inbox()).toHaveLength(2)
})

test('what is not published takes no pledge', async () => {
  const { send, shelf, pledge } = publicApp()
  shelf.withdraw('obtool')
  expect((await pledge()).status).toBe(404)
  expect((await send('GET', '/pledge', { token: signToken(shelf.key(), 'patron', '0'.repeat(32)) })).status).toBe(404)
})

test('a card pledge opens a checkout that bears it, and nothing is kept where Stripe does not answer', async () => {
  const { checkout, orders } = pretendCheckout()
  const { pledge, inbox } = publicApp({ checkout })
  const { json } = await pledge({ way: 'stripe', patron: { kind: 'person', name: '', email: 'bo@example.org' } })
  expect(json.payAt).toBe('https://pay.example/cs_1')
  expect(orders).toMatchObject([{ pledge: json.id, amount: 500, rhythm: 'monthly', email: 'bo@example.org', title: 'Obtool' }])
  expect(orders[0]?.successUrl).toBe(`https://site.example/pledge#${json.id}`)
  expect(JSON.parse(inbox()[0]?.body ?? '').pledge.stripe).toEqual({ session: 'cs_1' })
  const broken = publicApp({ checkout: pretendCheckout({ open: () => Promise.reject(new Error('sk_secret')) }).checkout })
  const failed = await broken.pledge({ way: 'stripe' })
  expect([failed.status, JSON.stringify(failed.json).includes('sk_secret')]).toEqual([502, false])
  expect([broken.inbox(), broken.calls.errors.length]).toEqual([[], 1])
})

test('consent is given and withdrawn by the link, also after the pledge was cancelled', async () => {
  const { pledge, send, inbox } = publicApp()
  const { token, id } = (await pledge()).json
  const change = async (body: object) => (await send('PATCH', '/pledge', { token, body })).json
  expect(await change({ named: true, name: 'Bo Dahl' })).toMatchObject({ named: true, name: 'Bo Dahl' })
  expect(await change({ named: true })).toMatchObject({ named: true })
  expect(await change({ cancel: true })).toMatchObject({ state: 'cancelled', due: null })
  expect(await change({ cancel: true })).toMatchObject({ state: 'cancelled' })
  expect(await change({ named: false })).toMatchObject({ named: false, state: 'cancelled' })
  const told = inbox()
    .slice(1)
    .map(({ kind, body }) => [kind, JSON.parse(body)])
  expect(told).toEqual([
    ['change', { pledge: id, named: true, name: 'Bo Dahl' }],
    ['change', { pledge: id, cancel: true }],
    ['change', { pledge: id, named: false }],
  ])
})

test('a card pledge that is paid is cancelled and changed at Stripe only', async () => {
  const { checkout } = pretendCheckout({ expire: async () => false })
  const { pledge, send, shelf } = publicApp({ checkout })
  const { token, id } = (await pledge({ way: 'stripe' })).json
  expect(await send('PATCH', '/pledge', { token, body: { cancel: true } })).toMatchObject({ status: 409 })
  expect(await send('POST', '/pledge/portal', { token })).toMatchObject({ status: 409 })
  const record = JSON.parse(shelf.pledgeView(id) ?? '')
  shelf.putPledgeView(id, JSON.stringify({ ...record, view: { ...record.view, portal: true } }))
  const { json } = await send('POST', '/pledge/portal', { token })
  expect(json.url).toBe(`https://pay.example/portal/cs_1?https://site.example/pledge#${id}`)
  const open = publicApp({ checkout: pretendCheckout().checkout })
  const unpaid = (await open.pledge({ way: 'stripe' })).json.token
  expect((await open.send('PATCH', '/pledge', { token: unpaid, body: { cancel: true } })).json.state).toBe('cancelled')
})

test('no other link opens a pledge: not the recipient’s, not one of another shelf, none at all', async () => {
  const { pledge, send, shelf } = publicApp()
  const { id, recipientToken } = (await pledge({ patron: { kind: 'organisation', name: 'Org', email: '' } })).json
  const foreign = signToken(new Uint8Array(32), 'patron', id)
  expect(recipientToken).toBe(signToken(shelf.key(), 'recipient', id))
  for (const token of [recipientToken, foreign, '', 'x'])
    for (const [method, path] of [
      ['GET', '/pledge'],
      ['POST', '/pledge/portal'],
      ['GET', '/pledge/invoice'],
    ] as const)
      expect((await send(method, path, { token })).status).toBe(403)
  expect((await send('PATCH', '/pledge', { token: foreign, body: { cancel: true } })).status).toBe(403)
})

test('a loop of pledges is stopped, of one caller first, and is told when to try again', async () => {
  const { pledge, inbox, time } = publicApp()
  const statuses = []
  for (let i = 0; i < 8; i += 1) statuses.push((await pledge({}, { 'x-caller': 'a' })).status)
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429, 429])
  const { status, headers } = await pledge({}, { 'x-caller': 'a' })
  expect([status, headers.get('retry-after')]).toEqual([429, '120'])
  expect((await pledge({}, { 'x-caller': 'b' })).status).toBe(201)
  for (let i = 0; i < 60; i += 1) await pledge({}, { 'x-caller': `c${i}` })
  expect(inbox()).toHaveLength(40)
  time.now = '2026-11-23T10:02:00Z'
  expect((await pledge({}, { 'x-caller': 'a' })).status).toBe(201)
})

test('an organisation announces a whole list at once, and a loop over many ventures is stopped too', async () => {
  const { shelf, send } = publicApp()
  const record = JSON.parse(shelf.venture('obtool')?.json ?? '') as object
  const statuses: number[] = []
  for (let i = 0; i < 103; i += 1) {
    shelf.publish({ address: `v${i}`, listed: true, json: JSON.stringify({ ...record, address: `v${i}` }) })
    const asking = { body: { ...NEW_PLEDGE, patron: { kind: 'organisation', name: 'Holt', email: '' } }, headers: { 'x-caller': 'a' } }
    statuses.push((await send('POST', `/ventures/v${i}/pledges`, asking)).status)
  }
  expect(statuses.filter((status) => status === 201)).toHaveLength(100)
  expect(statuses.slice(100)).toEqual([429, 429, 429])
})

test.each([
  [{ named: true, patron: { kind: 'person', name: '  ', email: '' } }, 'patron.name', /name that may be shown/],
  [{ patron: { kind: 'organisation', name: '', email: '' } }, 'patron.name', /an organisation gives its name/],
  [{ patron: { kind: 'person', name: 'Bo\r\nBcc: all', email: '' } }, 'patron.name', /control characters/],
  [{ patron: { kind: 'person', name: 'Bo\u202eevil', email: '' } }, 'patron.name', /control characters/],
  [{ patron: { kind: 'person', name: 'Bo', email: 'bo@example.org\nBcc: x@example.org' } }, 'patron.email', /no e-mail address/],
  [{ papers: { purchaseOrder: 'PO\u0000 7', vatNumber: '' } }, 'papers.purchaseOrder', /control characters/],
  [{ papers: { purchaseOrder: '', vatNumber: 'DE\n1' } }, 'papers.vatNumber', /control characters/],
])('%j is refused for its %s', async (body, field, reason) => {
  const { pledge, inbox } = publicApp()
  const { status, json } = await pledge(body)
  expect([status, json.fields?.[0]]).toEqual([400, { field, reason: expect.stringMatching(reason) }])
  expect(inbox()).toEqual([])
})

test('nobody becomes named without a name, by the link either', async () => {
  const { pledge, send, inbox } = publicApp()
  const { token } = (await pledge({ patron: { kind: 'person', name: '', email: '' } })).json
  const change = (body: object) => send('PATCH', '/pledge', { token, body })
  expect((await change({ named: true })).json.fields?.[0]?.field).toBe('name')
  expect((await change({ name: 'Bo\nCy' })).json.fields?.[0]?.field).toBe('name')
  expect((await change({ named: true, name: 'Bo' })).status).toBe(200)
  expect((await change({ name: ' ' })).status).toBe(400)
  expect((await change({ cancel: true })).status).toBe(200)
  expect(inbox()).toHaveLength(3)
})
