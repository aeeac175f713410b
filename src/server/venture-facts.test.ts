import { expect, test } from 'vitest'
import type { Pledge } from '#domain/pledge.ts'
import { draftPublication } from '#domain/publication.ts'
import { githubCsv, sponsorship } from './app-fixture.ts'
import { readEntryId } from './entry-id.ts'
import { BOOK, sharingApp, type SharingApp } from './publication-fixture.ts'
import { bookFacts, ventureFacts } from './venture-facts.ts'

const SITE = { url: '', listed: [], secrets: [] }

async function factsOf(app: SharingApp, venture: number) {
  const parts = { ...app, clock: () => app.time.now }
  const book = await app.storage.book('main')
  if (!book) throw new Error('There is no book.')
  const draft = draftPublication({ id: venture, name: 'Obtool' }, '0'.repeat(32))
  const publication = { ...draft, shows: { ...draft.shows, patrons: true } }
  return ventureFacts(parts, await bookFacts(parts, book), { publication, before: null, site: SITE })
}

test('only patronage carries a venture, archived streams too, each payment over the months that it covers', async () => {
  const app = await sharingApp()
  const { venture, stream } = await app.venture('Obtool')
  const { stream: shop } = await app.venture('Shop', 'sales')
  await app.ask('changeStream', { params: { ...BOOK, stream: shop }, body: { venture } })
  await app.pay(stream, { day: '2024-04-10', amount: 1_200, months: 12 })
  await app.pay(stream, { day: '2024-05-10', amount: 500 })
  await app.pay(shop, { day: '2024-05-11', amount: 90_000 })
  await app.ask('changeStream', { params: { ...BOOK, stream }, body: { archived: true } })
  const { months, covered, currency, today, work } = await factsOf(app, venture)
  expect(months).toEqual([
    { month: '2024-04', net: 100 },
    { month: '2024-05', net: 600 },
    { month: '2024-06', net: 100 },
  ])
  expect({ covered, currency, today, work }).toEqual({ covered: '2024-05', currency: 'EUR', today: '2024-06-15', work: 'basic' })
})

test('a venture whose stream waits for its next file claims no month after the last one', async () => {
  const app = await sharingApp()
  await app.commit([{ name: 'sponsors.csv', text: githubCsv(sponsorship('1', { at: '2024-04-07 10:00:00 +0200' }), sponsorship('2')) }])
  const [stream] = await app.ask('streams', { params: BOOK })
  const { covered } = await factsOf(app, stream?.venture ?? 0)
  // The newest row is of 7 May: May is not known to its end.
  expect(covered).toBe('2024-04')
  const typed = await app.ask('createStream', { params: BOOK, body: { name: 'By hand', venture: stream?.venture ?? 0, kind: 'patronage' } })
  await app.pay(typed.id, { day: '2024-05-30', amount: 500 })
  expect((await factsOf(app, stream?.venture ?? 0)).covered).toBe('2024-04')
})

test('who paid within twelve months is a patron, of the kind that the owner has said', async () => {
  const app = await sharingApp()
  const { venture, stream } = await app.venture('Obtool')
  await app.pay(stream, { day: '2023-06-14', amount: 100, name: 'Long ago' })
  await app.pay(stream, { day: '2023-06-16', amount: 200, name: 'Ada' })
  await app.pay(stream, { day: '2024-05-16', amount: 300, name: 'Works Ltd' })
  await app.ask('setPatronKind', { params: BOOK, body: { patron: 'Works Ltd', kind: 'organisation' } })
  expect((await factsOf(app, venture)).patrons).toEqual([
    { kind: 'organisation', net: 300 },
    { kind: 'unknown', net: 200 },
  ])
})

test('a name stands by consent and a payment, and what is pledged counts until it is paid', async () => {
  const app = await sharingApp()
  const { venture, stream } = await app.venture('Obtool')
  const pledge = (id: string, change: Partial<Pledge> = {}): Pledge => ({
    id,
    venture,
    amount: 600,
    currency: 'EUR',
    rhythm: 'monthly',
    months: 1,
    way: 'bank',
    page: '',
    patron: { kind: 'person', name: `Patron ${id}`, email: '' },
    papers: null,
    named: true,
    made: '2024-06-10T10:00:00Z',
    cancelled: null,
    reference: '',
    stripe: {},
    invoice: null,
    ...change,
  })
  const { id: entry } = await app.pay(stream, { day: '2024-06-11', amount: 600, name: 'Whoever' })
  await app.storage.write('main', async (writer) => {
    for (const one of [pledge('a'), pledge('b'), pledge('c', { named: false }), pledge('d', { currency: 'USD' })])
      await writer.putPledge(one)
  })
  expect(await factsOf(app, venture)).toMatchObject({ names: [], pledged: 1_800 })
  await app.storage.write('main', (writer) => writer.linkPledge({ pledge: 'a', ...readEntryId(entry), paid: true }))
  expect(await factsOf(app, venture)).toMatchObject({ names: ['Patron a'], pledged: 1_200 })
})
