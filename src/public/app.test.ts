import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { EnoughFile, PublicVenture, Site } from '#contract/public.ts'
import { hostileVenture, publicApp, shelvedOf, SITE } from './app-fixture.ts'
import { hashOf } from './reply.ts'
import { siteFiles, ventureFiles } from './public-files.ts'
import { percentOnly, venture } from './venture-fixture.ts'

const SHIELDS = fileURLToPath(new URL('../../../shared/reference/schemas/shields-endpoint.schema.json', import.meta.url))
const secret = 'f'.repeat(32)
const unlisted = venture({ address: secret, title: 'Hidden song', visibility: 'unlisted', packages: ['pkg:npm/hidden'] })
/** Every address of one venture. */
const below = (address: string) => [
  `/v/${address}`,
  `/v/${address}/`,
  ...[...ventureFiles.keys()].filter((name) => name !== 'funding.json').map((name) => `/v/${address}/${name}`),
  `/embed/${address}`,
]
const everywhere = ['/', ...[...siteFiles.keys()].map((name) => `/${name}`), '/list', '/giving', '/pledge', '/remittance']

test('the API answers by its contract, from what is published', async () => {
  const { app, text } = publicApp([venture({ packages: ['pkg:npm/obtool', 'pkg:npm/a'] }), unlisted])
  expect(Site.parse(JSON.parse(await text('/api/public/v1/site')))).toMatchObject({ name: 'Common purse', url: SITE, pledges: true })
  const said = await text('/api/public/v1/ventures/obtool')
  expect(PublicVenture.parse(JSON.parse(said))).toEqual(JSON.parse(said))
  expect(said).toBe(await text('/v/obtool/venture.json'))
  expect(JSON.parse(await text('/api/public/v1/packages'))).toEqual([
    { package: 'pkg:npm/a', address: 'obtool', title: 'Obtool' },
    { package: 'pkg:npm/obtool', address: 'obtool', title: 'Obtool' },
  ])
  expect((await app.request('/api/public/v1/ventures/none')).status).toBe(404)
  expect((await app.request('/api/public/v1/ventures/No_Address')).status).toBe(400)
})

test('an amount is asked for in currencies that have a rate today, not in those whose series have ended', async () => {
  const { rates } = Site.parse(JSON.parse(await publicApp().text('/api/public/v1/site')))
  expect(rates.currencies).toEqual(expect.arrayContaining(['EUR', 'JPY', 'USD']))
  for (const ended of ['RUB', 'HRK', 'DEM']) expect(rates.currencies).not.toContain(ended)
})

test('what goes wrong is a problem with words, and tells nothing of the inside', async () => {
  const venture = () => {
    throw new Error('secret')
  }
  const { app, errors } = publicApp([], { shelf: { ...publicApp().shelf, venture } })
  const broken = await app.request('/api/public/v1/ventures/obtool')
  expect([broken.status, broken.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
  expect(await broken.text()).not.toContain('secret')
  expect(errors).toHaveLength(1)
  const wrongs: [string, RequestInit, number][] = [
    ['/api/public/v1/none', {}, 404],
    ['/api/public/v1/site', { method: 'POST' }, 405],
    ['/v/obtool', { method: 'POST' }, 404],
    ['/api/public/v1/browse', { method: 'POST', body: '{}' }, 415],
    ['/api/public/v1/browse', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }, 400],
    ['/api/public/v1/browse', { method: 'POST', body: ' '.repeat(70_000), headers: { 'content-type': 'application/json' } }, 413],
    ['/api/public/v1/pledge', {}, 403],
  ]
  for (const [path, init, status] of wrongs) {
    const response = await app.request(path, init)
    expect([response.status, response.headers.get('content-type')], path).toEqual([status, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/^Failed to .+: .+\. .+\.$/) })
  }
})

test('an unknown address answers a page with 404, and what is no page a problem', async () => {
  const { app } = publicApp([venture()])
  for (const path of [
    '/none',
    '/v/none',
    '/v/obtool/none',
    '/v',
    '/embed/none',
    '/embed/obtool/x',
    '/assets/none.js',
    '/v/__proto__',
    '/toString',
  ]) {
    const response = await app.request(path)
    expect([response.status, response.headers.get('content-type')], path).toEqual([404, 'text/html; charset=utf-8'])
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
  expect((await publicApp([venture()], { inPage: true }).app.request('/')).status).toBe(404)
})

test('every answer is guarded, sets no cookie and tells no referrer; only what is public data may be read by other sites', async () => {
  const { app } = publicApp([venture()])
  const api = ['/api/public/v1/site', '/api/public/v1/pledge', '/api/public/v1/none']
  for (const path of [...everywhere, ...below('obtool'), ...api, '/assets/main-1.js', '/none']) {
    const { headers } = await app.request(path, { headers: { cookie: 'a=b' } })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, path).toMatch(/^default-src 'none'/)
    expect(policy, path).not.toMatch(/unsafe|\*(?!$)/)
    expect(policy.endsWith(path.startsWith('/embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'"), path).toBe(true)
    expect(headers.get('x-frame-options'), path).toBe(path.startsWith('/embed/') ? null : 'DENY')
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')], path).toEqual(['nosniff', 'no-referrer'])
    expect(headers.get('set-cookie'), path).toBeNull()
    const isPage = /text\/html|javascript/.test(headers.get('content-type') ?? '')
    const own = path === '/api/public/v1/pledge' || path === '/api/public/v1/none'
    expect(headers.get('access-control-allow-origin'), path).toBe(isPage || own ? null : '*')
  }
})

test('an answer’s tag is a hash of its bytes: only what is published changes it', async () => {
  const { app, shelf } = publicApp([venture()])
  for (const path of [...everywhere, ...below('obtool'), '/api/public/v1/site']) {
    const first = await app.request(path)
    const tag = first.headers.get('etag') ?? ''
    expect([first.status, tag], path).toEqual([200, `"${hashOf(await first.text())}"`])
    shelf.publish(shelvedOf(venture({ address: 'zzz', visibility: 'unlisted' })))
    shelf.withdraw('zzz')
    const again = await app.request(path, { headers: { 'if-none-match': `W/${tag}` } })
    expect([again.status, await again.text(), again.headers.get('etag')], path).toEqual([304, '', tag])
  }
  const before = (await app.request('/v/obtool')).headers.get('etag')
  shelf.publish(shelvedOf(venture({ summary: 'Other.' })))
  expect((await app.request('/v/obtool', { headers: { 'if-none-match': before ?? '' } })).status).toBe(200)
})

test('an unlisted venture is behind its address and nowhere else, and asks not to be found', async () => {
  const { app, text } = publicApp([venture(), unlisted])
  for (const path of below(secret)) {
    const response = await app.request(path)
    expect([response.status, response.headers.get('x-robots-tag')], path).toEqual([200, 'noindex'])
  }
  for (const path of [...everywhere, ...below('obtool'), '/api/public/v1/packages']) {
    expect(await text(path), path).not.toMatch(/Hidden song|ffff|pkg:npm\/hidden/)
  }
  for (const path of below('obtool')) expect((await app.request(path)).headers.get('x-robots-tag')).toBeNull()
})

test('enough.json fits its published schema, whatever the ventures say', async () => {
  const schema = JSON.parse(await publicApp().text('/enough.schema.json')) as object
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const fits = ajv.compile(schema)
  const { text } = publicApp([venture(), percentOnly(65, { address: 'b' }), unlisted])
  const all = JSON.parse(await text('/enough.json')) as EnoughFile
  expect([fits(all), fits.errors]).toEqual([true, null])
  expect(EnoughFile.parse(all).ventures.map(({ address }) => address)).toEqual(['b', 'obtool'])
  const alone = JSON.parse(await text(`/v/${secret}/enough.json`)) as EnoughFile
  expect([fits(alone), alone.ventures.length]).toEqual([true, 1])
  expect(fits({ ...all, enough: '2.0' })).toBe(false)
  expect(fits({ ...all, later: 1 })).toBe(true)
  await fc.assert(
    fc.asyncProperty(hostileVenture, async (of) => {
      // Addresses and e-mails are checked before anything is published.
      const tame = venture({ ...of, ways: [], contact: null, visibility: 'public', updates: [], overflow: [] })
      expect(fits(JSON.parse(await publicApp([tame]).text('/enough.json'))), JSON.stringify(fits.errors)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test.skipIf(!existsSync(SHIELDS))('badge.json is what shields.io takes', async () => {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(SHIELDS, 'utf8')) as { $schema: string }
  const fits = new Ajv({ strict: false }).compile(schema)
  const full = { percent: 104, month: '2026-10', asOf: '2026-10-31' }
  const ventures = [venture(), venture({ address: 'b', carried: null, money: 'hidden' }), venture({ address: 'c', carried: full })]
  const { text, time } = publicApp(ventures)
  const badge = async (address: string) => {
    const said = JSON.parse(await text(`/v/${address}/badge.json`)) as { message: string; color: string }
    expect(fits(said), JSON.stringify(fits.errors)).toBe(true)
    return [said.message, said.color]
  }
  expect([await badge('obtool'), await badge('b'), await badge('c')]).toEqual([
    ['65 %, smoothed', '5f5c54'],
    ['open to patrons', '5f5c54'],
    ['104 %, smoothed', '17694c'],
  ])
  time.today = '2027-01-01'
  expect(await badge('c')).toEqual(['as of October 2026', '5f5c54'])
})

test('a badge says what it shows to those who do not see it', async () => {
  const { text } = publicApp([venture(), venture({ address: 'b', carried: null, money: 'hidden' })])
  expect(await text('/v/obtool/badge-light.svg')).toContain('<title>Obtool: 65 % of enough, smoothed</title>')
  expect(await text('/v/b/badge-dark.svg')).toContain('<title>Obtool: open to patrons</title>')
  expect(await text('/v/obtool/badge-light.svg')).not.toBe(await text('/v/obtool/badge-dark.svg'))
})

test('a frame holds links and no script, form or picture', async () => {
  const ways = [{ kind: 'page' as const, platform: 'Ko-fi', url: 'https://ko-fi.example/x', fee: { fixed: 0, basisPoints: 0 } }]
  const text = await publicApp([venture({ ways })]).text('/embed/obtool')
  expect(text).not.toMatch(/<(script|form|img|iframe|link|button)/)
  const links = [...text.matchAll(/<a target="_blank" rel="noopener noreferrer" href="([^"]+)">/g)].map(([, href]) => href)
  expect(links).toEqual(['/v/obtool', 'https://ko-fi.example/x'])
})

test('feeds tell updates, newest first, with absolute ids', async () => {
  const update = (id: string, day: string) => ({ id, day, title: `News ${id}`, text: '**Bold**' })
  const { text } = publicApp([venture({ updates: [update('a', '2026-03-01'), update('b', '2026-04-01')] })])
  const atom = await text('/v/obtool/feed.atom')
  expect([...atom.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id)).toEqual([
    `${SITE}/v/obtool`,
    `${SITE}/v/obtool#update-b`,
    `${SITE}/v/obtool#update-a`,
  ])
  expect(atom).toContain('<updated>2026-04-01T00:00:00Z</updated>')
  expect(JSON.parse(await text('/v/obtool/feed.json'))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: `${SITE}/v/obtool#update-b`, content_html: '<p><strong>Bold</strong></p>' }, { title: 'News a' }],
  })
  expect(JSON.parse(await text('/feed.json'))).toMatchObject({
    items: [{ title: 'Obtool: News b' }, { title: 'Obtool: News a' }, { id: `${SITE}/v/obtool`, title: 'Obtool is open to patrons' }],
  })
})

test('a site without an address has no file that would need one', async () => {
  const { app, shelf } = publicApp([venture()])
  shelf.setSite({ url: '' })
  for (const path of ['/enough.json', '/feed.atom', '/v/obtool/feed.json', '/v/obtool/enough.json']) {
    expect((await app.request(path)).status, path).toBe(404)
  }
  const page = await (await app.request('/v/obtool')).text()
  expect(page).not.toMatch(/canonical|og:url|og:image/)
})

test('a picture is drawn once for what is published, and only where something draws', async () => {
  let drawn = 0
  const picture = async () => new Uint8Array([137, (drawn += 1)])
  const { app, shelf } = publicApp([venture()], { picture })
  const first = await app.request('/v/obtool/picture.png')
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png'])
  await app.request('/v/obtool/picture.png')
  expect(drawn).toBe(1)
  shelf.publish(shelvedOf(venture({ title: 'Other' })))
  await app.request('/v/obtool/picture.png')
  expect(drawn).toBe(2)
  expect((await publicApp([venture()]).app.request('/v/obtool/picture.png')).status).toBe(404)
})

test.each(['KWD', 'RUB'])('a gift in %s, for which there is no rate today, orders nothing', async (amountCurrency) => {
  const { app } = publicApp([venture()])
  const ask = (query: object) => {
    const headers = { 'content-type': 'application/json' }
    return app.request('/api/public/v1/browse', { method: 'POST', headers, body: JSON.stringify(query) })
  }
  const response = await ask({ amountCurrency })
  expect(response.status).toBe(400)
  const reason = expect.stringContaining(`no reference rate for ${amountCurrency}`)
  expect(await response.json()).toMatchObject({ fields: [{ field: 'amountCurrency', reason }] })
  expect((await ask({ amountCurrency: 'USD' })).status).toBe(200)
})
