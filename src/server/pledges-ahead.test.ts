import { expect, test } from 'vitest'
import { pledgeApp } from './pledge-fixture.ts'
import { BOOK } from './publication-fixture.ts'

test('a pledge of several months is due again, and a paid one is no part of what is drawn', async () => {
  const app = await pledgeApp()
  for (const day of ['2024-01-03', '2024-02-03']) await app.pay(app.home.stream, { day, amount: 500 })
  const yearly = await app.pledge({ rhythm: 'yearly', amount: 12_000 })
  await app.pledge({ rhythm: 'monthly', amount: 700 })
  await app.drain()
  const known = async () => (await app.ask('outlook', { params: BOOK })).known.map(({ ahead, amount, chance }) => [ahead, amount, chance])
  // Both are due at once: the yearly one again in a year, the monthly one every month.
  expect(await known()).toHaveLength(2 + 13)
  expect(await known()).toContainEqual([12, 12_000, 750])
  await app.pay(app.home.stream, { day: '2024-06-15', amount: 12_000, note: yearly.reference })
  app.time.now = '2024-07-05T12:00:00Z'
  const after = await app.ask('outlook', { params: BOOK })
  expect(after.known.filter(({ amount }) => amount === 12_000)).toEqual([
    { stream: 0, patron: expect.any(String), ahead: 11, amount: 12_000, chance: 750, months: 1 },
  ])
  expect([after.streams[0]?.net.at(-1), after.streams[0]?.yearly.at(-1)]).toEqual([12_000, 12_000])
  await app.stripe.close()
})
