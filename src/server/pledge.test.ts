import { afterEach, expect, test } from 'vitest'
import type { NewEntry } from '#contract/entry.ts'
import { pledgeApp, type PledgeApp } from './pledge-fixture.ts'
import { refreshPledgeViews } from './pledge-views.ts'
import { BANK, BOOK, CONTACT } from './publication-fixture.ts'

const open: PledgeApp[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.stripe.close()
})

async function opened() {
  const app = await pledgeApp()
  open.push(app)
  return app
}

const gift = (app: PledgeApp, day: string, more: Partial<NewEntry> = {}) => app.pay(app.home.stream, { day, amount: 500, ...more })

test('a pledge is no entry: with any number of them every total, month and page is byte for byte the same', async () => {
  const app = await opened()
  await gift(app, '2024-06-01')
  const told = async () => {
    const names = ['month', 'incomeByMonth', 'totals', 'entries', 'streams'] as const
    const answers = await Promise.all(names.map(async (name) => (await app.raw(name, { params: BOOK })).text()))
    return [...answers, app.shelf.venture('obtool')?.json]
  }
  const before = await told()
  for (const way of ['bank', 'stripe'] as const)
    for (const rhythm of ['once', 'monthly', 'yearly'] as const) await app.pledge({ way, rhythm })
  await app.drain()
  expect((await app.pledges()).pledges).toHaveLength(6)
  expect(await told()).toEqual(before)
})

test('a transfer with the exact reference pays its pledge at once, unless the owner says no', async () => {
  const app = await opened()
  const { reference, token, id } = await app.pledge()
  await app.drain()
  const entry = await gift(app, '2024-06-15', { note: `Thank you ${reference.toLowerCase().replace(/(.{4})/g, '$1 ')}` })
  await refreshPledgeViews(app.parts)
  expect((await app.pledges()).pledges[0]).toMatchObject({ state: 'paid', payments: [{ entry: entry.id, amount: 500 }] })
  expect(await app.view(token)).toMatchObject({ state: 'paid', due: '2024-07-15', payments: [{ day: '2024-06-15' }] })
  const said = await app.ask('linkPledge', { params: { ...BOOK, pledge: id, entry: entry.id }, body: { paid: false } })
  expect(said.pledges[0]).toMatchObject({ state: 'open', payments: [] })
  expect(said.proposals).toEqual([])
  expect(await app.view(token)).toMatchObject({ state: 'open', payments: [] })
})

test('a payment that only looks like it is proposed with its reasons, and counts when the owner says so', async () => {
  const app = await opened()
  const { id } = await app.pledge({ patron: { kind: 'person', name: 'Bo Dahl', email: '' } })
  const { id: other } = await app.pledge({ patron: { kind: 'person', name: 'Dahl, Bo', email: '' } })
  await app.drain()
  const entry = await gift(app, '2024-06-17', { name: 'DAHL BO' })
  const { proposals, pledges } = await app.pledges()
  expect(pledges.map(({ state }) => state)).toEqual(['open', 'open'])
  expect(proposals).toHaveLength(2)
  expect(proposals[0]).toMatchObject({
    entry: entry.id,
    streamName: 'Obtool gifts',
    name: 'DAHL BO',
    reasons: ['the amount is the same', '2 days after it was due', 'the name is alike'],
  })
  const link = (pledge: string) => app.ask('linkPledge', { params: { ...BOOK, pledge, entry: entry.id }, body: { paid: true } })
  const stateOf = (all: Awaited<ReturnType<typeof link>>, pledge: string) => all.pledges.find((one) => one.id === pledge)?.state
  const say = (paid: boolean | null) => app.ask('linkPledge', { params: { ...BOOK, pledge: other, entry: entry.id }, body: { paid } })
  expect((await say(false)).proposals.map(({ pledge }) => pledge)).toEqual([id])
  expect((await say(null)).proposals).toHaveLength(2)
  const first = await link(id)
  expect([stateOf(first, id), stateOf(first, other), first.proposals]).toEqual(['paid', 'open', []])
  const second = await link(other)
  expect([stateOf(second, id), stateOf(second, other)]).toEqual(['open', 'paid'])
})

test('what is pledged for the month stands beside the totals, by month, at home, with what is at risk', async () => {
  const app = await opened()
  await app.pledge({ rhythm: 'yearly', amount: 12_000 })
  await app.pledge({ rhythm: 'monthly', amount: 700 })
  const { token } = await app.pledge({ rhythm: 'monthly', amount: 900 })
  await app.patron.send('PATCH', '/pledge', { token, body: { cancel: true } })
  await app.drain()
  expect(await app.ask('pledged', { params: BOOK })).toEqual({ month: 1700, pledges: 2, atRisk: 0 })
  app.time.now = '2024-07-05T12:00:00Z'
  expect((await app.pledges()).pledges.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'unchecked', 'unchecked'])
  await gift(app, '2024-06-25', { amount: 333 })
  expect(await app.ask('pledged', { params: BOOK })).toEqual({ month: 1700, pledges: 2, atRisk: 2 })
})

test('the owner ends a pledge that is not paid by card, and its patron sees it', async () => {
  const app = await opened()
  const { id, token } = await app.pledge()
  await app.drain()
  for (let i = 0; i < 2; i += 1) {
    const { pledges } = await app.ask('cancelPledge', { params: { ...BOOK, pledge: id } })
    expect(pledges[0]).toMatchObject({ state: 'cancelled', cancelled: '2024-06-15T12:00:00Z' })
  }
  expect(await app.view(token)).toMatchObject({ state: 'cancelled', due: null })
  expect((await app.raw('cancelPledge', { params: { ...BOOK, pledge: 'x' } })).status).toBe(404)
  expect((await app.raw('linkPledge', { params: { ...BOOK, pledge: id, entry: '1.eA' }, body: { paid: true } })).status).toBe(404)
})

test('a view that the shelf lost is made anew from the book', async () => {
  const app = await opened()
  const { id, token } = await app.pledge()
  await app.drain()
  const before = await app.view(token)
  app.shelf.putPledgeView(id, '')
  const { pledgeView } = app.shelf
  app.shelf.pledgeView = (one) => pledgeView(one) || undefined
  await gift(app, '2024-06-01')
  await refreshPledgeViews(app.parts)
  expect(await app.view(token)).toEqual({ ...before, checked: '2024-06-01' })
})

test('a patron sees the account that stands on the page now, and none where it was taken back', async () => {
  const app = await opened()
  const { token } = await app.pledge()
  await app.drain()
  const account = async () => ((await app.view(token)) as unknown as { account: { iban: string } | null }).account
  expect(await account()).toMatchObject({ iban: BANK.iban })
  await app.publish(app.home.venture, { ways: [{ ...BANK, iban: 'GB33BUKB20201555555555' }], contact: CONTACT })
  await app.drain()
  expect(await account()).toMatchObject({ holder: BANK.holder, iban: 'GB33BUKB20201555555555' })
  await app.publish(app.home.venture, { ways: [{ ...BANK, consent: false }], contact: CONTACT })
  await app.drain()
  expect(await account()).toBeNull()
})
