import { afterEach, expect, test } from 'vitest'
import { NEW_PLEDGE } from '#public/pledge-fixture.ts'
import { CARD, pledgeApp, type PledgeApp } from './pledge-fixture.ts'
import { BOOK, CONTACT } from './publication-fixture.ts'
import { pollStripe } from './stripe-poll.ts'

const open: PledgeApp[] = []
const down = () => Promise.reject(new Error('no route'))
afterEach(async () => {
  for (const app of open.splice(0)) await app.stripe.close()
})

async function opened() {
  const app = await pledgeApp()
  open.push(app)
  return app
}

/** A monthly card pledge that was paid at the hosted page. */
async function paidByCard(app: PledgeApp) {
  const made = await app.pledge({ way: 'stripe', amount: 1000, patron: { kind: 'person', name: 'Ada Berg', email: '' } })
  const session = [...app.stripe.account.sessions.keys()].at(-1) ?? ''
  const charge = app.stripe.account.pay(session)
  return { ...made, session, charge, subscription: app.stripe.account.sessions.get(session)?.subscription ?? '' }
}

/** Every line of the ledger, but for the venture that its stream belongs to. */
async function ledger({ ask }: PledgeApp): Promise<string> {
  const { entries } = await ask('entries', { params: { ...BOOK, limit: 200 } })
  return JSON.stringify(entries.map((entry) => ({ ...entry, id: '', stream: 0, ventureName: '' })))
}

test('a card payment becomes the line of its balance transaction, and pays its pledge', async () => {
  const app = await opened()
  const { token, id } = await paidByCard(app)
  app.hear()
  await app.drain()
  const { entries } = await app.ask('entries', { params: BOOK })
  expect(entries).toMatchObject([
    { streamName: 'Stripe', ventureName: 'Obtool', kind: 'payment', gross: 1000, fees: 40, net: 960, name: 'Ada Berg', note: 'Obtool' },
  ])
  const { pledges } = await app.pledges()
  expect(pledges).toMatchObject([{ id, state: 'paid', due: '2024-07-15', payments: [{ day: '2024-06-15', amount: 1000 }] }])
  expect(await app.view(token)).toMatchObject({
    state: 'paid',
    portal: true,
    payments: [{ day: '2024-06-15', amount: 1000, currency: 'EUR' }],
  })
  const imports = await app.ask('imports', { params: BOOK })
  expect(imports).toMatchObject([{ layoutName: 'Stripe, card payments of pledges', added: 1, streams: ['Stripe'] }])
})

test('events that come again, in any order, or all at once, change nothing more', async () => {
  const app = await opened()
  const { subscription, charge } = await paidByCard(app)
  app.stripe.account.renew(subscription)
  app.stripe.account.refund(charge)
  app.hear(app.stripe.account.events.toReversed())
  await app.drain()
  const [before, book] = [await ledger(app), await app.bookFile()]
  for (const order of [app.stripe.account.events, app.stripe.account.events.toReversed()]) {
    for (const event of order) {
      app.shelf.leave({ at: app.time.now, kind: 'stripe', key: `again ${Math.random()}`, body: JSON.stringify(event) })
      await app.drain()
    }
  }
  expect(await ledger(app)).toBe(before)
  expect(await app.bookFile()).toBe(book)
  expect(JSON.parse(before)).toHaveLength(3)
})

test('the webhook first and the file after it, or the file first: the same lines and totals, and the second changes nothing', async () => {
  const file = (app: PledgeApp) => ({ name: 'balance.csv', text: app.stripe.account.balanceCsv() })
  const told = async (order: ('webhook' | 'file')[]) => {
    const app = await opened()
    const { charge, subscription } = await paidByCard(app)
    app.stripe.account.renew(subscription)
    app.stripe.account.refund(charge)
    const states: string[] = []
    for (const one of order) {
      if (one === 'webhook') {
        app.hear()
        await app.drain()
      } else {
        const { files } = await app.commit([file(app)])
        if (order[0] === 'webhook') expect(files[0]).toMatchObject({ unchanged: 3, added: 0, updated: 0 })
      }
      states.push(await ledger(app), await app.totals())
    }
    const { pledges } = await app.pledges()
    expect(pledges[0]).toMatchObject({ state: 'paid', payments: [{ amount: 1000 }] })
    return { app, states }
  }
  const webhookFirst = await told(['webhook', 'file'])
  const fileFirst = await told(['file', 'webhook'])
  for (const { states } of [webhookFirst, fileFirst]) expect(states.slice(2)).toEqual(states.slice(0, 2))
  expect(fileFirst.states[2]).toBe(webhookFirst.states[2])
  const net = (totals: string | undefined) => JSON.parse(totals ?? '[]').map((row: { month: string; net: number }) => [row.month, row.net])
  expect(net(fileFirst.states[3])).toEqual(net(webhookFirst.states[3]))
})

test('what a webhook told stays when the file that told it too is undone', async () => {
  for (const order of ['webhook', 'file'] as const) {
    const app = await opened()
    await paidByCard(app)
    const text = app.stripe.account.balanceCsv()
    if (order === 'file') await app.commit([{ name: 'balance.csv', text }])
    app.hear()
    await app.drain()
    if (order === 'webhook') await app.commit([{ name: 'balance.csv', text }])
    const before = await ledger(app)
    const imports = await app.ask('imports', { params: BOOK })
    const csv = imports.find(({ name }) => name === 'balance.csv')
    await app.ask('undoImport', { params: { ...BOOK, import: csv?.id ?? 0 } })
    expect(await ledger(app)).toBe(before)
    expect((await app.pledges()).pledges[0]?.state).toBe('paid')
  }
})

test('a payment that was given back pays nothing, and what the owner says of one stands', async () => {
  const app = await opened()
  const { charge, id } = await paidByCard(app)
  app.hear()
  await app.drain()
  const entry = (await app.pledges()).pledges[0]?.payments[0]?.entry ?? ''
  app.stripe.account.refund(charge)
  app.hear()
  await app.drain()
  expect((await app.pledges()).pledges[0]).toMatchObject({ state: 'open', payments: [] })
  await app.ask('linkPledge', { params: { ...BOOK, pledge: id, entry }, body: { paid: true } })
  app.hear()
  await app.drain()
  expect((await app.pledges()).pledges[0]).toMatchObject({ state: 'paid' })
})

test('a subscription that ends at Stripe ends its pledge; the owner cannot end one that would go on being charged', async () => {
  const app = await opened()
  const { subscription, token, id } = await paidByCard(app)
  app.hear()
  await app.drain()
  const refused = await app.raw('cancelPledge', { params: { ...BOOK, pledge: id } })
  expect(refused.status).toBe(409)
  app.stripe.account.cancel(subscription)
  app.hear()
  await app.drain()
  expect((await app.pledges()).pledges[0]).toMatchObject({ state: 'cancelled', cancelled: '2024-06-15T12:00:00Z' })
  expect(await app.view(token)).toMatchObject({ state: 'cancelled', due: null })
})

test('a card payment that nobody finished is no promise any more', async () => {
  const app = await opened()
  const left = await app.pledge({ way: 'stripe' })
  const session = [...app.stripe.account.sessions.values()].at(-1)
  const paid = await paidByCard(app)
  app.hear()
  await app.drain()
  const states = async () => Object.fromEntries((await app.pledges()).pledges.map(({ id, state }) => [id, state]))
  expect(await states()).toEqual({ [left.id]: 'open', [paid.id]: 'paid' })
  if (session) app.stripe.account.expire(session)
  app.hear()
  await app.drain()
  expect(await states()).toEqual({ [left.id]: 'cancelled', [paid.id]: 'paid' })
  expect(await app.view(left.token)).toMatchObject({ state: 'cancelled', due: null })
})

test('two ventures with card pledges have a stream each, and sales that belong to no pledge are left alone', async () => {
  const app = await opened()
  const other = await app.venture('Zines')
  await app.publish(other.venture, { slug: 'zines', title: 'Zines', ways: [CARD], contact: CONTACT })
  await paidByCard(app)
  const { json } = await app.patron.send('POST', '/ventures/zines/pledges', {
    body: { ...NEW_PLEDGE, amount: 700, rhythm: 'once', way: 'stripe' },
  })
  app.stripe.account.pay([...app.stripe.account.sessions.keys()].at(-1) ?? '', 'Bo')
  app.stripe.account.sell(9900)
  app.hear()
  await app.drain()
  const { entries } = await app.ask('entries', { params: BOOK })
  const told = entries.map(({ ventureName, streamName, gross }) => [ventureName, streamName, gross])
  expect(told.toSorted()).toEqual([
    ['Obtool', 'Stripe', 1000],
    ['Zines', 'Stripe', 700],
  ])
  expect((await app.pledges()).pledges.find(({ id }) => id === json.id)?.state).toBe('paid')
})

test('one file of an account that serves two ventures and a shop adds the shop only, whatever came first', async () => {
  const told = async (order: ('webhook' | 'file')[], report: 'balance' | 'payments') => {
    const app = await opened()
    const other = await app.venture('Zines')
    await app.publish(other.venture, { slug: 'zines', title: 'Zines', ways: [CARD], contact: CONTACT })
    const { charge } = await paidByCard(app)
    const body = { ...NEW_PLEDGE, amount: 700, rhythm: 'once', way: 'stripe' }
    await app.patron.send('POST', '/ventures/zines/pledges', { body })
    app.stripe.account.pay([...app.stripe.account.sessions.keys()].at(-1) ?? '', 'Bo')
    app.stripe.account.sell(9900)
    if (report === 'balance') app.stripe.account.refund(charge)
    const file = { name: 'all.csv', text: report === 'balance' ? app.stripe.account.balanceCsv() : app.stripe.account.paymentsCsv() }
    for (const one of [...order, ...order]) {
      if (one === 'file') await app.commit([file])
      else app.hear()
      await app.drain()
    }
    const { entries } = await app.ask('entries', { params: { ...BOOK, limit: 200 } })
    const counted = entries.filter(({ uncounted }) => uncounted === undefined)
    expect((await app.commit([file])).files[0]).toMatchObject({ already: true })
    expect((await app.pledges()).pledges.find(({ amount }) => amount === 700)?.state).toBe('paid')
    return counted.map(({ net, ventureName }) => [net, order[0] === 'webhook' ? ventureName : '']).toSorted()
  }
  for (const report of ['balance', 'payments'] as const) {
    const webhookFirst = await told(['webhook', 'file'], report)
    const fileFirst = await told(['file', 'webhook'], report)
    expect(fileFirst.map(([net]) => net).toSorted()).toEqual(webhookFirst.map(([net]) => net).toSorted())
    expect(webhookFirst).toContainEqual([665, 'Zines'])
    expect(webhookFirst).toContainEqual([960, 'Obtool'])
    expect(webhookFirst).toHaveLength(report === 'balance' ? 4 : 3)
  }
})

test('while Stripe cannot be reached its events wait, and what is behind them goes on', async () => {
  const app = await opened()
  await paidByCard(app)
  app.hear()
  const stripe = app.parts.square.stripe
  app.parts.square.stripe = { payment: down, chargesOf: down, eventsSince: down }
  const { id } = await app.pledge()
  await app.drain()
  await app.drain()
  expect((await app.pledges()).pledges.map((pledge) => pledge.id)).toContain(id)
  expect(app.shelf.inbox(0, 100).length).toBeGreaterThan(0)
  expect(app.logged.filter((line) => line.startsWith('Waiting'))).toHaveLength(1)
  if (stripe) app.parts.square.stripe = stripe
  await app.drain()
  expect(app.shelf.inbox(0, 100)).toEqual([])
  expect((await app.ask('entries', { params: BOOK })).matching).toBe(1)
})

test('where no webhook can reach, a poll finds the same; while webhooks come it asks nothing', async () => {
  const app = await opened()
  const { charge } = await paidByCard(app)
  await app.drain()
  expect(await pollStripe(app.parts)).toBe(true)
  const before = await ledger(app)
  expect(JSON.parse(before)).toHaveLength(1)
  app.time.now = '2024-06-15T12:05:00Z'
  expect(await pollStripe(app.parts)).toBe(false)
  app.stripe.account.refund(charge)
  app.hear()
  await app.drain()
  const calls = app.stripe.account.events.length
  const square = { ...app.parts.square, stripe: { payment: down, chargesOf: down, eventsSince: down } }
  expect(await pollStripe({ ...app.parts, square })).toBe(false)
  expect(app.stripe.account.events).toHaveLength(calls)
  app.time.now = '2024-06-15T13:06:00Z'
  await expect(pollStripe({ ...app.parts, square })).rejects.toThrow('no route')
})
