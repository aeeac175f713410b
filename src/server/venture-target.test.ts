import { expect, test } from 'vitest'
import { levelsOf, ventureTargetOf } from '#domain/need.ts'
import { testApp } from './app-fixture.ts'

const book = 'main'
const NEEDS = [
  { text: '6 hours a week of maintenance', amount: 640_00, level: 'enough' as const },
  { text: 'Servers', amount: 90_00, level: 'bare' as const },
]

async function withVenture() {
  const app = await testApp()
  await app.createBook()
  const { id: venture } = await app.ask('createVenture', { params: { book }, body: { name: 'Obtool' } })
  return { ...app, venture }
}

test('what a venture needs is set, changed and removed, by month, in its order of priority', async () => {
  const { ask, venture } = await withVenture()
  expect(await ask('ventureTargets', { params: { book } })).toEqual([])
  await ask('setVentureTarget', { params: { book, venture, month: '2024-06' }, body: { needs: NEEDS } })
  await ask('setVentureTarget', { params: { book, venture, month: '2024-01' }, body: { needs: NEEDS.slice(1) } })
  const changed = await ask('setVentureTarget', { params: { book, venture, month: '2024-06' }, body: { needs: NEEDS.toReversed() } })
  expect(changed).toEqual([
    { venture, from: '2024-01', needs: NEEDS.slice(1) },
    { venture, from: '2024-06', needs: NEEDS.toReversed() },
  ])
  expect(levelsOf(ventureTargetOf(changed, venture, '2024-07')?.needs ?? [])).toMatchObject({ bare: 90_00, enough: 730_00 })
  const left = await ask('removeVentureTarget', { params: { book, venture, month: '2024-06' } })
  expect(left).toEqual([{ venture, from: '2024-01', needs: NEEDS.slice(1) }])
  expect(await ask('ventureTargets', { params: { book } })).toEqual(left)
})

test('needs of a venture that is not there, and a target that is not there, are a problem', async () => {
  const { raw, venture, storage } = await withVenture()
  const revision = async () => (await storage.book(book))?.revision
  const before = await revision()
  expect((await raw('setVentureTarget', { params: { book, venture: 99, month: '2024-06' }, body: { needs: NEEDS } })).status).toBe(404)
  expect((await raw('removeVentureTarget', { params: { book, venture, month: '2024-06' } })).status).toBe(404)
  expect((await raw('ventureTargets', { params: { book: 'other' } })).status).toBe(404)
  expect(await revision()).toBe(before)
})

test('needs without an amount, or of luxury alone, are refused', async () => {
  const { raw, venture } = await withVenture()
  const asked = (needs: typeof NEEDS) => raw('setVentureTarget', { params: { book, venture, month: '2024-06' }, body: { needs } })
  const luxury = [{ text: 'A boat', amount: 1, level: 'comfortable' as never }]
  for (const needs of [[], [{ ...NEEDS[0], amount: 0 } as never], [{ ...NEEDS[0], text: ' ' } as never], luxury]) {
    expect((await asked(needs)).status).toBe(400)
  }
})

test('a change of needs is a change of the book: what was read before is not fresh any more', async () => {
  const { ask, app, venture } = await withVenture()
  const address = `/api/v1/books/${book}/needs`
  const tag = (await app.request(address)).headers.get('etag') ?? ''
  expect((await app.request(address, { headers: { 'if-none-match': tag } })).status).toBe(304)
  await ask('setVentureTarget', { params: { book, venture, month: '2024-06' }, body: { needs: NEEDS } })
  expect((await app.request(address, { headers: { 'if-none-match': tag } })).status).toBe(200)
})

test('the example says what three of its ventures need, and publishes nothing', async () => {
  const { ask, storage } = await testApp()
  await ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'en' } })
  const ventures = await ask('ventures', { params: { book: 'example' } })
  const targets = await ask('ventureTargets', { params: { book: 'example' } })
  const nameOf = (id: number) => ventures.find((venture) => venture.id === id)?.name
  expect(targets.map(({ venture, needs }) => [nameOf(venture), levelsOf(needs).enough])).toEqual([
    ['Obtool', 900_00],
    ['Field notes', 380_00],
    ['Choir scores', 80_00],
  ])
  expect(await storage.publications('example')).toEqual([])
})
