import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { hostileVenture, publicApp, SITE } from './app-fixture.ts'
import { percentOnly, venture } from './venture-fixture.ts'

/** What the head says, read as a machine without JavaScript reads it. */
function headOf(html: string) {
  const head = /<head>([^]*)<\/head>/.exec(html)?.[1] ?? ''
  const metas = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, name = '', content]) => [name, content])
  const links = [...head.matchAll(/<link rel="([^"]+)"(?: type="([^"]+)" title="[^"]*")? href="([^"]+)"/g)].map((found) => found.slice(1))
  return { title: /<title>([^<]*)<\/title>/.exec(head)?.[1], meta: Object.fromEntries(metas) as Record<string, string>, links }
}

test('the head of a page tells what it is about, with absolute addresses', async () => {
  const { text } = publicApp([venture()])
  const page = await text('/v/obtool')
  const { title, meta, links } = headOf(page)
  expect(title).toBe('Obtool · Common purse')
  expect(meta).toMatchObject({
    description: 'Turns notes into outlines.',
    'og:title': 'Obtool',
    'og:description': 'Turns notes into outlines.',
    'og:type': 'website',
    'og:url': `${SITE}/v/obtool`,
    'og:image': `${SITE}/v/obtool/picture.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'Obtool. October 2026 carried it to 65 % of enough, smoothed: €650 of €1,000 a month.',
    'twitter:card': 'summary_large_image',
  })
  expect(meta['robots']).toBeUndefined()
  expect(links).toContainEqual(['canonical', undefined, `${SITE}/v/obtool`])
  expect(links).toContainEqual(['alternate', 'application/atom+xml', '/v/obtool/feed.atom'])
  expect(page).toContain('<script type="module" src="/assets/main-1.js"></script>')
  expect(page).not.toContain('enough-files')
})

test('the body can be read without JavaScript', async () => {
  const ways = [
    { kind: 'page' as const, platform: 'Liberapay', url: 'https://liberapay.example/x', fee: { fixed: 0, basisPoints: 0 } },
    { kind: 'bank' as const, holder: 'Ada Example', iban: 'DE75512108001245126199', since: '2026-01-02' },
  ]
  const updates = [{ id: 'first', day: '2026-10-01', title: 'First', text: '*New*' }]
  const page = await publicApp([venture({ ways, updates, patrons: { count: 74, names: ['Ben', 'Zoe'] } })]).text('/v/obtool')
  const body = page.slice(page.indexOf('<body>'))
  for (const part of [
    '<h1 class="page-heading">Obtool</h1>',
    'Turns notes into outlines.',
    '<strong>since 2015</strong>',
    '65 % of enough, smoothed',
    'Maintenance',
    '€950',
  ]) {
    expect(body).toContain(part)
  }
  for (const part of [
    'href="https://liberapay.example/x"',
    'DE75512108001245126199',
    '74 patrons',
    '<bdi>Ben</bdi>, <bdi>Zoe</bdi>',
    '<em>New</em>',
  ]) {
    expect(body).toContain(part)
  }
  expect(body.match(/<h1/g)).toHaveLength(1)
})

test('the first page lists what is listed, and pages of a reader’s own are kept out of search engines', async () => {
  const { app, text } = publicApp([venture(), venture({ address: 'ffff', title: 'Secret', visibility: 'unlisted' })])
  const home = await text('/')
  expect(home).toContain('<a href="/v/obtool">Obtool</a>: 65 % of enough, smoothed')
  expect(home).not.toMatch(/Secret|ffff/)
  for (const path of ['/list', '/giving', '/pledge', '/remittance/']) {
    const response = await app.request(path)
    expect([response.status, response.headers.get('x-robots-tag')], path).toEqual([200, 'noindex'])
    expect(headOf(await response.text()).meta['robots']).toBe('noindex')
  }
})

test('a percentage that is no longer current is in no page, badge, frame or picture’s words', async () => {
  const { text, time } = publicApp([venture({ summary: '' })])
  const paths = ['/', '/v/obtool', '/v/obtool/badge-light.svg', '/v/obtool/badge-dark.svg', '/v/obtool/badge.json', '/embed/obtool']
  time.today = '2026-12-15'
  for (const path of paths) expect(await text(path), path).toContain('65 %')
  time.today = '2026-12-16'
  for (const path of paths) {
    expect(await text(path), path).not.toContain('65')
    expect(await text(path), path).toMatch(/as of October 2026/i)
  }
})

test('beside percentages no amount and no gap stands in anything that is made of a venture', async () => {
  const { text } = publicApp([percentOnly(65)])
  const paths = ['', '/badge-light.svg', '/badge.json', '/feed.atom', '/feed.json', '/FUNDING.yml'].map((path) => `/v/obtool${path}`)
  for (const path of [...paths, '/embed/obtool', '/']) expect(await text(path), path).not.toMatch(/[€$]|EUR|to go/)
})

/** Elements as our templates and micromark write them: every attribute in double quotes, none that runs or styles anything. */
const TAG =
  /<!doctype html>|<\?xml version="1\.0" encoding="utf-8"\?>|<\/?[a-zA-Z][a-zA-Z0-9]*(?: (?!on|style|src|srcdoc|formaction)[a-zA-Z][a-zA-Z:-]*="[^"<>]*"| src="\/assets\/main-1\.js")*(?: \/)?>/g

function expectTame(text: string): void {
  const tags = text.match(TAG) ?? []
  const rest = text.replace(TAG, '')
  expect(rest.replace(/:root\{[^<>]*\}/, '')).not.toMatch(/[<>]/)
  const scripts = tags.filter((tag) => /^<(script|iframe|object|embed|form|img|foreignObject|base)/i.test(tag))
  expect(scripts.filter((tag) => tag !== '<script type="module" src="/assets/main-1.js">')).toEqual([])
  for (const tag of tags) {
    const href = / href="([^"]*)"/.exec(tag)?.[1] ?? ''
    const scheme = /^([^/?#:]*):/.exec(href)?.[1]
    expect(scheme === undefined || /^(https?|ircs?|mailto|xmpp)$/i.test(scheme), tag).toBe(true)
  }
}

test('no text of a venture breaks out of a page, a frame, a badge or a feed, whatever it holds', async () => {
  const xml: { fileName: string; contents: string }[] = []
  await fc.assert(
    fc.asyncProperty(hostileVenture, async (of) => {
      const { app, errors } = publicApp([of])
      const texts: Record<string, string> = {}
      for (const path of ['/', '/v/obtool', '/embed/obtool', '/v/obtool/badge-light.svg', '/v/obtool/feed.atom', '/feed.atom']) {
        const response = await app.request(path)
        expect([response.status, ...errors], path).toEqual([200])
        texts[path] = await response.text()
        expectTame(texts[path])
        if (/svg|atom/.test(path)) xml.push({ fileName: `${xml.length}.xml`, contents: texts[path] })
      }
      for (const path of ['/v/obtool/venture.json', '/v/obtool/badge.json', '/v/obtool/feed.json', '/feed.json', '/enough.json']) {
        const response = await app.request(path)
        expect(response.headers.get('content-type')).toContain('json')
        await response.json()
      }
    }),
    { numRuns: 60 },
  )
  const { errors } = await validateXML({ xml, normalization: 'format' })
  expect(errors.slice(0, 3)).toEqual([])
})

test('a name that is written from right to left turns none of its neighbours round', async () => {
  const { text } = publicApp([venture({ maker: 'Ada \u202e', tags: ['כלים'], patrons: { names: ['Bo', 'זואי'] } })])
  const page = await text('/v/obtool')
  expect(page).toContain('<p><bdi>כלים</bdi> · <bdi>Ada \u202e</bdi></p>')
  expect(page).toContain('<p>Named by their own consent: <bdi>Bo</bdi>, <bdi>זואי</bdi>.</p>')
})
