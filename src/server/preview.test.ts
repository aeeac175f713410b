import { expect, test } from 'vitest'
import type { PublicationDraft } from '#contract/publication.ts'
import { openShelf } from '#public/sql-shelf.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { BANK, BOOK, CONTACT, draft, PAGE, SITE, sharingApp, type SharingApp } from './publication-fixture.ts'
import { ASSETS, publicApp } from './public-walk-fixture.ts'
import { stillSquare } from './still-square.ts'

const FULL = draft({
  money: 'exact',
  shows: { needs: true, history: true, patrons: true, split: true, names: true, pledged: true },
  ways: [BANK, PAGE],
  contact: CONTACT,
  updates: [{ id: 'one', day: '2024-06-01', title: 'News', text: 'It **works**.' }],
  packages: ['pkg:npm/obtool'],
  funding: {
    entity: 'individual',
    role: 'owner',
    email: 'fund@fund.example',
    repository: 'https://git.example/obtool',
    licences: ['MIT'],
  },
})

async function previewed() {
  const app = await sharingApp({ square: { ...stillSquare(openShelf(nodeHandle(':memory:')), 'off'), assets: ASSETS } })
  const { venture, stream } = await app.venture('Obtool')
  await app.pay(stream, { day: '2024-05-02', amount: 6_900 })
  await app.needs(venture, [{ text: 'Work', amount: 10_000, level: 'enough' }])
  const preview = (body: PublicationDraft) => app.ask('previewPublication', { params: { ...BOOK, venture }, body })
  return { ...app, id: venture, preview }
}

/** What is served now of every file that a preview named. */
async function served({ square }: Pick<SharingApp, 'square'>, files: { path: string }[]) {
  const site = publicApp(square.shelf)
  return Promise.all(
    files.map(async ({ path }) => {
      const response = await site.request(path)
      return { path, type: response.headers.get('content-type'), text: await response.text() }
    }),
  )
}

test.each([
  ['exact', FULL],
  ['percent', draft()],
  ['hidden and unlisted', draft({ money: 'hidden', visibility: 'unlisted' })],
])('what is previewed is what is served, byte for byte: %s', async (_, said) => {
  const app = await previewed()
  const { url, files } = await app.preview(said)
  expect(app.square.shelf.ventures()).toEqual([])
  const { slug, secret, visibility } = await app.publish(app.id, said)
  expect(url).toBe(`${SITE}/v/${visibility === 'public' ? slug : secret}`)
  expect(await served(app, files)).toEqual(files)
  expect((await app.preview(said)).files).toEqual(files)
})

test('a preview has the page, its embed and every file that is there', async () => {
  const app = await previewed()
  const { files, reveals } = await app.preview(FULL)
  expect(files.map(({ path }) => path.replace('/v/obtool', ''))).toEqual([
    '',
    '/venture.json',
    '/badge-light.svg',
    '/badge-dark.svg',
    '/badge.json',
    '/feed.atom',
    '/feed.json',
    '/enough.json',
    '/funding.json',
    '/FUNDING.yml',
    '/embed/obtool',
  ])
  expect(files[0]?.text).toContain('<title>Obtool')
  expect(reveals.join('\n')).toContain('fund@fund.example')
  const { files: fewer } = await app.preview(draft())
  expect(fewer.some(({ path }) => path.endsWith('funding.json'))).toBe(false)
})

test('a preview of a changed page stands in the place of the published one, and nothing is written', async () => {
  const app = await previewed()
  await app.publish(app.id, draft())
  const version = app.square.shelf.version()
  const { files } = await app.preview(draft({ slug: 'renamed', title: 'Renamed', money: 'exact' }))
  expect(files.find(({ path }) => path === '/v/renamed/venture.json')?.text).toContain('"net":6900')
  expect(app.square.shelf.version()).toBe(version)
  expect(app.record('obtool')).toMatchObject({ title: 'Obtool', money: 'percent' })
})

test('a preview says when a percentage must wait for the next day', async () => {
  const app = await previewed()
  const held = async () => (await app.preview(draft())).reveals.some((sentence) => sentence.includes('moves tomorrow'))
  await app.publish(app.id, draft())
  expect(await held()).toBe(false)
  await app.needs(app.id, [{ text: 'Work', amount: 20_000, level: 'enough' }])
  expect(await held()).toBe(true)
  app.time.now = '2024-06-16T12:00:00Z'
  expect(await held()).toBe(false)
})

test('of a private page nothing would be public', async () => {
  const app = await previewed()
  expect(await app.preview(draft({ visibility: 'private' }))).toEqual({ url: null, files: [], reveals: [] })
})

test('of needs that were worked out a page tells the very bytes of the same needs said simply: no tax, no benefit, no time off', async () => {
  const { ask, id: venture, preview } = await previewed()
  const params = { ...BOOK, venture, month: '2024-01' }
  const need = { text: 'Work', amount: 7_000, level: 'enough' as const, per: 'month' as const }
  const needs = [need, { ...need, text: 'Cover', amount: 6_000, per: 'year' as const, benefit: 'health' as const }]
  const model = { shape: 'generic' as const, tax: 2_718, monthsOff: 125, fee: 500 }
  const targets = await ask('setVentureTarget', { params, body: { plan: { kind: 'needs', needs, model, preset: 'generic' } } })
  const drafts = [FULL, draft({ money: 'percent' }), draft({ money: 'hidden' })]
  const worked = await Promise.all(drafts.map(preview))
  await ask('setVentureTarget', { params, body: { needs: targets.find(({ plan }) => plan !== undefined)?.needs ?? [] } })
  expect(await Promise.all(drafts.map(preview))).toEqual(worked)
  expect(JSON.stringify(worked[0])).toContain('Cover')
  expect(JSON.stringify(worked)).not.toMatch(/2718|27\.18|monthsOff|"health"/)
})
