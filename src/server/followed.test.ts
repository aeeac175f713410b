import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BrowseQuery } from '#contract/public.ts'
import { ProblemError } from '#http/problem.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { createPublicApp } from '#public/app.ts'
import { fundingJson } from '#public/funding-json.ts'
import { openShelf } from '#public/sql-shelf.ts'
import { percentOnly, venture } from '#public/venture-fixture.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { rates, testApp } from './app-fixture.ts'
import { readFollowed } from './followed-read.ts'
import { refreshFollowed } from './followed.ts'
import { stillSquare } from './still-square.ts'

const NOW = '2026-11-23T10:00:00Z'
const SITE = 'https://far.example'

/** The owner's app with a web of texts by address. */
async function following(web: Record<string, string>) {
  const asked: string[] = []
  const shelf = openShelf(nodeHandle(':memory:'))
  const fetchText = async (url: string) => {
    asked.push(url)
    const text = web[url]
    if (text === undefined) throw new ProblemError(400, `Failed to fetch ${url}: it answers with 404. Check the address.`)
    return { text, type: 'application/json', url }
  }
  const app = await testApp({ square: { ...stillSquare(shelf, 'off'), fetchText } })
  app.time.now = NOW
  const log = () => {}
  const parts = { ...app, log, clock: () => app.time.now }
  const site = createPublicApp({
    shelf,
    rates,
    log,
    version: '',
    inPage: true,
    clock: parts.clock,
    today: () => NOW.slice(0, 10),
    newId: () => '',
  })
  const browse = async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(BrowseQuery.parse({})) }
    return (
      (await (await site.request('/api/public/v1/browse', init)).json()) as { items: { address: string; tenthsAfter: number | null }[] }
    ).items
  }
  return { ...app, asked, shelf, web, browse, refresh: () => refreshFollowed(parts) }
}

function enough(...ventures: unknown[]): string {
  return JSON.stringify({ enough: '1.0', name: 'Far', url: SITE, lens: 'smoothed', ventures })
}

describe('following', () => {
  test('an address without a file’s name is asked for enough.json, then for funding.json', async () => {
    const funding: PublicVenture['funding'] = {
      entity: 'individual',
      role: 'owner',
      email: 'a@far.example',
      repository: 'https://github.com/far/x',
      licences: ['MIT'],
    }
    const app = await following({
      [`${SITE}/enough.json`]: enough(venture()),
      [`${SITE}/folder/funding.json`]: fundingJson(venture({ funding }), SITE) ?? '',
    })
    expect(await app.ask('followAddress', { body: { url: SITE } })).toEqual({
      id: 1,
      url: SITE,
      origin: 'far.example',
      ventures: 1,
      fetched: NOW,
      problem: null,
    })
    expect(await app.ask('followAddress', { body: { url: `${SITE}/folder/` } })).toMatchObject({ id: 2, ventures: 1 })
    expect(app.asked).toEqual([`${SITE}/enough.json`, `${SITE}/folder/enough.json`, `${SITE}/folder/funding.json`])
    const items = await app.browse()
    expect(items.find(({ tenthsAfter }) => tenthsAfter !== null)).toMatchObject({
      url: `${SITE}/v/obtool`,
      origin: 'far.example',
      fetched: '2026-11-23',
      percent: 65,
      tenthsAfter: 655,
    })
    expect(items.find(({ tenthsAfter }) => tenthsAfter === null)).toMatchObject({
      url: 'https://obtool.example',
      money: 'hidden',
      work: null,
    })
  })

  test('an address that offers nothing is refused in a sentence and not followed', async () => {
    const app = await following({ [`${SITE}/page.json`]: '<html>', [`${SITE}/other.json`]: '{"a":1}' })
    for (const url of [SITE, `${SITE}/page.json`, `${SITE}/other.json`]) {
      const response = await app.raw('followAddress', { body: { url } })
      expect(response.status).toBe(400)
      expect(((await response.json()) as { detail: string }).detail).toMatch(/^Failed to .+: .+\. .+\.$/)
    }
    expect((await app.raw('followAddress', { body: { url: 'http://far.example' } })).status).toBe(400)
    app.shelf.setSite({ url: 'https://near.example' })
    app.web['https://near.example/enough.json'] = enough(venture())
    expect((await app.raw('followAddress', { body: { url: 'https://near.example/' } })).status).toBe(400)
    expect(app.shelf.followed()).toEqual([])
  })

  test('what fails later keeps what it said before, with why; what comes back is told anew', async () => {
    const app = await following({ [`${SITE}/enough.json`]: enough(venture()) })
    await app.ask('followAddress', { body: { url: SITE } })
    delete app.web[`${SITE}/enough.json`]
    app.time.now = '2026-11-24T10:00:00Z'
    await app.refresh()
    expect(app.shelf.followed()).toMatchObject([{ fetched: NOW, problem: expect.stringContaining('404') }])
    expect(await app.browse()).toHaveLength(1)
    app.web[`${SITE}/enough.json`] = enough(venture(), percentOnly(40, { address: 'second' }), { title: 'no address' })
    await app.refresh()
    expect(app.shelf.followed()).toMatchObject([{ fetched: app.time.now, problem: expect.stringContaining('1 of 3 ventures') }])
    expect(await app.browse()).toHaveLength(2)
    await app.ask('unfollowAddress', { params: { followed: 1 } })
    expect(await app.browse()).toEqual([])
    expect((await app.raw('unfollowAddress', { params: { followed: 1 } })).status).toBe(404)
  })
})

test('where nothing can be fetched, following and filling from an address say so', async () => {
  const app = await testApp()
  await app.createBook()
  const { id } = await app.ask('createVenture', { params: { book: 'main' }, body: { name: 'Mine' } })
  const refused = [
    await app.raw('followAddress', { body: { url: SITE } }),
    await app.raw('fillPublication', { params: { book: 'main', venture: id }, body: { url: `${SITE}/funding.json` } }),
  ]
  expect(refused.map(({ status }) => status)).toEqual([409, 409])
})

describe('what strangers tell', () => {
  const read = (...ventures: unknown[]) => readFollowed(enough(...ventures), { url: `${SITE}/enough.json`, today: '2026-11-23' })

  test('claims nothing of days that have not come, leads to its own host, and only by https', () => {
    const carried = { percent: 5, month: '2099-01', asOf: '2099-01-31' }
    const overflow = [
      { title: 'Near', address: 'near' },
      { title: 'Bad', address: 'javascript:alert(1)' },
      { title: 'Far', address: 'https://third.example/v/far' },
    ]
    const [told] = read(percentOnly(0, { carried, since: '2099-01-01', overflow })).ventures
    expect(told).toMatchObject({ carried: null, since: null, overflow: [{ title: 'Near', address: `${SITE}/v/near` }, overflow[2]] })
    const elsewhere = JSON.stringify({ enough: '1.0', url: 'https://bank.example', ventures: [venture()] })
    expect(readFollowed(elsewhere, { url: `${SITE}/a/enough.json`, today: '2026-11-23' }).ventures[0]?.url).toBe(`${SITE}/a/v/obtool`)
  })

  test('what is unlisted, has no title or is no venture is dropped and counted; of the rest what fits is kept', () => {
    const odd = {
      ...venture(),
      tags: ['ok', 5, 'x'.repeat(99)],
      currency: 'XXX',
      work: 'magic',
      ways: [{ kind: 'coins' }],
      maker: 'm'.repeat(500),
    }
    const { ventures, dropped } = read(odd, venture({ visibility: 'unlisted' }), venture({ title: ' ' }), null, 7)
    expect(dropped).toBe(4)
    expect(ventures).toMatchObject([{ title: 'Obtool', tags: ['ok'], currency: null, work: null, ways: [] }])
    expect(ventures[0]?.maker).toHaveLength(120)
  })

  test('no more than five hundred are kept', () => {
    const { ventures, dropped } = read(...Array.from({ length: 600 }, (_, i) => ({ ...percentOnly(5), address: `v${i}` })))
    expect([ventures.length, dropped]).toEqual([500, 100])
  })

  test('any JSON is read or refused in a sentence, and never trips', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.json().map((text) => enough(JSON.parse(text))),
          fc.string(),
        ),
        (text) => {
          try {
            expect(readFollowed(text, { url: `${SITE}/x.json`, today: '2026-11-23' }).ventures.length).toBeLessThanOrEqual(500)
          } catch (error) {
            expect(error).toBeInstanceOf(ProblemError)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('filling a page', () => {
  test('takes a pasted text, or one from an address, by what it says', async () => {
    const app = await following({ [`${SITE}/enough.json`]: enough(venture()) })
    await app.createBook()
    const { id } = await app.ask('createVenture', { params: { book: 'main' }, body: { name: 'Mine' } })
    const params = { book: 'main', venture: id }
    expect(await app.ask('fillPublication', { params, body: { text: 'github: zoe\n' } })).toEqual({
      source: 'FUNDING.yml',
      draft: {
        ways: [{ kind: 'page', platform: 'GitHub Sponsors', url: 'https://github.com/sponsors/zoe', fee: { fixed: 0, basisPoints: 0 } }],
      },
      notes: [],
    })
    const fromThere = await app.ask('fillPublication', { params, body: { url: `${SITE}/enough.json` } })
    expect(fromThere).toMatchObject({ source: 'enough.json', draft: { title: 'Obtool' } })
    const refused = await app.raw('fillPublication', { params, body: { text: '{"entity":1}' } })
    expect(refused.status).toBe(400)
  })
})
