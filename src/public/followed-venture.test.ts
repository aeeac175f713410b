import { expect, test } from 'vitest'
import { publicApp } from './app-fixture.ts'
import type { FollowedVenture } from './browse-offer.ts'

const URL = 'https://other.example/v/kiln'
const told: FollowedVenture = {
  address: 'kiln',
  url: URL,
  title: 'Tiny kiln',
  maker: '',
  summary: 'Glazes and open recipes.',
  tags: [],
  work: null,
  currency: 'EUR',
  since: null,
  money: 'exact',
  carried: { percent: 44, month: '2026-10', asOf: '2026-10-31', net: 44_000, enough: 100_000 },
  needs: [],
  patrons: {},
  ways: [
    { kind: 'bank', holder: 'Kiln', iban: 'NO9386011117947' },
    { kind: 'stripe', fee: { fixed: 30, basisPoints: 290 } },
  ],
  overflow: [],
}

function site() {
  const { app, shelf } = publicApp()
  const { id } = shelf.follow('https://other.example/enough.json')
  shelf.putFollowed(id, { at: '2026-11-22T10:00:00Z', ventures: [JSON.stringify(told)] })
  const ask = (url: string) => app.request(`/api/public/v1/followed?url=${encodeURIComponent(url)}`)
  return { ask }
}

test('another site’s venture is told as that site tells it, with whose word it is', async () => {
  const response = await site().ask(URL)
  expect(response.status).toBe(200)
  const { title, summary, currency, carried, ways } = told
  expect(await response.json()).toEqual({
    url: URL,
    origin: 'other.example',
    fetched: '2026-11-22',
    title,
    summary,
    currency,
    carried,
    ways,
  })
})

test('a venture that no followed site tells of is not found', async () => {
  for (const url of ['https://other.example/v/none', '', 'x']) expect((await site().ask(url)).status).toBe(404)
})
