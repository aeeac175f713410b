import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedOf } from '#domain/patron-sight.ts'
import { readWhole } from '../read-fixture.ts'
import { layoutOf } from '../rows-fixture.ts'

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const TIERS = sample('tiers-of-five-sources.json')
const PUBLISHED = sample('published-sponsors.json')
const CACHE = sample('cache-of-two-providers.json')

test('each feed is known by what is in it', () => {
  expect([TIERS, PUBLISHED, CACHE].map(layoutOf)).toEqual(['sponsor-feed-tiers', 'sponsor-kit', 'sponsor-kit'])
  expect(layoutOf('[{"login":"a","amount":5}]')).toBeUndefined()
})

test('tiers are expected by what they come to, a year over twelve months; sums of them are passed over', async () => {
  const { patrons, complaints, passedOver, facts, lines, outcomes } = await readWhole('sponsor-feed-tiers', TIERS)
  expect(lines).toEqual([])
  // 5 × 5 + 10 of GitHub, 1000 + 100 invoiced, (2 × 1200 + 600) ÷ 12 a year, 35 by PayPal.
  expect(expectedOf(patrons)).toEqual({ patrons: 12, hidden: 0, monthly: [{ currency: 'USD', amount: 142_000 }] })
  expect(complaints).toMatchObject([{ field: 'annual_invoiced_sponsorships', text: 'odd' }])
  expect(passedOver).toHaveLength(5)
  expect(outcomes.map(({ row }) => row)).toEqual(outcomes.map((_, i) => i + 1))
  expect(facts).toMatchObject({ asOf: '2025-04-06T00:15:26Z', warnings: [expect.stringContaining('never counted')] })
})

test('sponsors are patrons; those of the past are former, and one who stands twice is taken once', async () => {
  const { patrons, complaints, passedOver } = await readWhole('sponsor-kit', PUBLISHED)
  expect(patrons.map(({ name, status, amount }) => [name, status, amount])).toEqual([
    ['Ada', 'active', 2500],
    ['Print Club', 'active', 499],
    ['Gone', 'former', 0],
  ])
  expect(passedOver).toEqual(['repeated row'])
  expect(complaints).toMatchObject([{ row: 5, field: 'amount' }])
})

test('a cache tells the provider, whose streams it is about, and keeps private sponsors private', async () => {
  const { patrons, passedOver, outcomes } = await readWhole('sponsor-kit', CACHE)
  expect(patrons).toMatchObject([
    { key: 'github:bo', patron: 'bo', name: 'Bo', amount: 1000, since: '2024-02-03' },
    { key: 'private:2', amount: 700 },
    { key: 'opencollective:bo', name: 'Bo Press', amount: 300 },
  ])
  expect(patrons[1]).not.toHaveProperty('name')
  expect(passedOver).toHaveLength(1)
  expect(outcomes[3]).toMatchObject({ account: { id: 'opencollective' } })
})

test('any JSON has one outcome for each record, and a file that is none is one complaint', async () => {
  const json = fc.json()
  const layouts = fc.constantFrom('sponsor-kit', 'sponsor-feed-tiers')
  const text = fc.oneof(
    json,
    json.map((one) => `[${one}]`),
    json.map((one) => `{"x":{"sponsors_per_tier":${one}}}`),
    fc.string(),
  )
  await fc.assert(
    fc.asyncProperty(layouts, text, async (layout, content) => {
      const { outcomes } = await readWhole(layout, content)
      expect(outcomes.map(({ row }) => row)).toEqual(outcomes.map((_, i) => i + 1))
    }),
    { numRuns: 100 },
  )
  for (const layout of ['sponsor-kit', 'sponsor-feed-tiers']) expect((await readWhole(layout, '{"cut":')).complaints).toHaveLength(1)
})

test('two logins that are alike for as long as a key is kept are one key, and told so', async () => {
  const long = 'x'.repeat(300)
  const feed = ['a', 'b'].map((end) => ({ sponsor: { login: `${long}${end}`, name: end }, monthlyDollars: 5, provider: 'github' }))
  const { patrons, complaints } = await readWhole('sponsor-kit', JSON.stringify(feed))
  expect([patrons.length, complaints.length]).toEqual([1, 1])
})

test('a source whose name is longer than a key is told, not cut to be like another', async () => {
  const long = 'x'.repeat(300)
  const feed = { github: { sponsors_per_tier: { '$5 a month': 1 } }, [`${long}a`]: 5, [`${long}b`]: 6 }
  const { patrons, complaints } = await readWhole('sponsor-feed-tiers', JSON.stringify(feed))
  expect([patrons.length, complaints.length]).toEqual([1, 2])
})
