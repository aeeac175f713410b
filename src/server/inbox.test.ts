import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { NewPledge } from '#contract/public.ts'
import { drainInbox } from './inbox.ts'
import { pledgeApp, type PledgeApp } from './pledge-fixture.ts'
import { BOOK } from './publication-fixture.ts'

const open: PledgeApp[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.stripe.close()
})

async function opened(...change: Parameters<typeof pledgeApp>) {
  const app = await pledgeApp(...change)
  open.push(app)
  return app
}

const person = (email: string): NewPledge['patron'] => ({ kind: 'person', name: 'Bo', email })

test('a pledge comes into the book of its venture, and its patron gets the link by mail, once', async () => {
  const app = await opened()
  const { id, token } = await app.pledge({ patron: person('bo@example.org') })
  await app.drain()
  await app.drain()
  expect((await app.pledges()).pledges).toMatchObject([
    { id, ventureName: 'Obtool', amount: 500, state: 'open', patron: { email: 'bo@example.org' } },
  ])
  expect(app.shelf.inbox(0, 10)).toEqual([])
  expect(app.mails).toHaveLength(1)
  expect(app.mails[0]).toMatchObject({ to: 'bo@example.org', subject: 'Your pledge to Obtool' })
  expect(app.mails[0]?.text).toContain(`https://fund.example/pledge#${token}\n`)
  expect(app.mails[0]?.text).toContain('5.00 EUR each month')
})

test('a mail that cannot be sent is logged, and the pledge stands', async () => {
  const app = await opened({ mail: () => Promise.reject(new Error('550')) })
  await app.pledge({ patron: person('bo@example.org') })
  await app.drain()
  expect((await app.pledges()).pledges).toHaveLength(1)
  expect(app.logged).toEqual(['A mail with the link to a pledge could not be sent.'])
})

test('where it breaks off between the book and the inbox, the next drain changes nothing more', async () => {
  const app = await opened()
  const { token } = await app.pledge({ patron: person('bo@example.org') })
  await app.patron.send('PATCH', '/pledge', { token, body: { named: true, name: 'Bo Dahl' } })
  const { drained } = app.shelf
  app.shelf.drained = () => {
    throw new Error('the power went')
  }
  await expect(drainInbox(app.parts)).rejects.toThrow('the power went')
  const book = await app.bookFile()
  app.shelf.drained = drained
  await app.drain()
  expect(await app.bookFile()).toBe(book)
  expect(app.shelf.inbox(0, 10)).toEqual([])
  expect(app.mails).toHaveLength(1)
  expect((await app.pledges()).pledges).toMatchObject([{ named: true, patron: { name: 'Bo Dahl' } }])
})

test('whatever patrons do, and however the drains fall between, the book says what they said last', async () => {
  const act = fc.record({
    who: fc.nat({ max: 2 }),
    what: fc.constantFrom({ named: true }, { named: false }, { name: 'Cy' }, { cancel: true as const }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ act, drain: fc.boolean() }), { maxLength: 8 }), async (steps) => {
      const app = await opened()
      const made = [await app.pledge(), await app.pledge(), await app.pledge()]
      for (const { act: one, drain } of steps) {
        await app.patron.send('PATCH', '/pledge', { token: made[one.who]?.token ?? '', body: one.what })
        if (drain) await app.drain()
      }
      await app.drain()
      const views = await Promise.all(made.map(({ token }) => app.view(token)))
      const { pledges } = await app.pledges()
      const said = made.map(({ id }) => pledges.find((pledge) => pledge.id === id))
      expect(said.map((pledge) => ({ named: pledge?.named, name: pledge?.patron.name, cancelled: pledge?.state === 'cancelled' }))).toEqual(
        views.map((view) => ({
          ...(({ named, name }) => ({ named, name }))(view as never as { named: boolean; name: string }),
          cancelled: view.state === 'cancelled',
        })),
      )
    }),
    { numRuns: 10 },
  )
})

test('a pledge to a page that is gone is dropped with a word in the log, and its patron sees it as cancelled', async () => {
  const app = await opened()
  const { token, id } = await app.pledge()
  await app.ask('deleteBook', { params: BOOK })
  await app.drain()
  expect(app.shelf.inbox(0, 10)).toEqual([])
  expect(app.logged).toMatchObject([expect.stringContaining(`pledge ${id} is for a page that is not kept here any more.`)])
  expect((await app.view(token)).state).toBe('cancelled')
})

test('a pledge finds its venture also after the page was renamed or made private', async () => {
  const app = await opened()
  await app.pledge()
  await app.publish(app.home.venture, { visibility: 'private' })
  await app.drain()
  expect((await app.pledges()).pledges).toHaveLength(1)
})

test('what is no message is dropped with a word in the log, and stops nothing behind it', async () => {
  const app = await opened()
  const leave = (kind: 'pledge' | 'change' | 'invoice' | 'stripe', body: string) =>
    app.shelf.leave({ at: app.time.now, kind, key: `${kind} ${body}`, body })
  for (const kind of ['pledge', 'change', 'invoice', 'stripe'] as const) for (const body of ['', '{}', '[1]']) leave(kind, body)
  leave('change', JSON.stringify({ pledge: 'a'.repeat(32), cancel: true }))
  await app.pledge()
  await app.drain()
  expect((await app.pledges()).pledges).toHaveLength(1)
  expect(app.shelf.inbox(0, 100)).toEqual([])
  expect(app.logged).toHaveLength(13)
})

test('an invoice of the recipient reaches the owner’s book', async () => {
  const app = await opened()
  const { recipientToken, id } = await app.pledge({ patron: { kind: 'organisation', name: 'Org', email: '' } })
  await app.patron.send('PUT', '/remittance/invoice', { token: recipientToken, raw: new TextEncoder().encode('%PDF-1.7') })
  await app.drain()
  expect((await app.pledges()).pledges[0]?.invoice).toBe(`invoice-${id}`)
})
