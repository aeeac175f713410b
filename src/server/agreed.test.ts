import { expect, test } from 'vitest'
import type { AgreedBody } from '#contract/agreed.ts'
import { testApp, type TestApp } from './app-fixture.ts'

const BOOK = { book: 'main' }

/** A book with a stream of freelance work, on 2024-06-15; money typed in. */
async function freelancer() {
  const app = await testApp()
  await app.createBook()
  const [venture] = await app.ask('ventures', { params: BOOK })
  const place = venture ?? (await app.ask('createVenture', { params: BOOK, body: { name: 'Work', work: 'income' } }))
  const { id: stream } = await app.ask('createStream', { params: BOOK, body: { name: 'Editing', venture: place.id, kind: 'service' } })
  const enter = async (more: Partial<AgreedBody> = {}) =>
    (await app.ask('addAgreed', { params: BOOK, body: { ...body(stream), ...more } })).id
  const paid = (day: string, amount = 120_000, into = stream) =>
    app.ask('addEntry', { params: BOOK, body: { stream: into, day, amount, currency: 'EUR' } })
  return { app, stream, enter, paid }
}

function body(stream: number): AgreedBody {
  return { stream, due: '2024-08', amount: 120_000, currency: 'EUR', note: 'Invoice 12', sureness: 'signed', arrived: null }
}

const agreedOf = async (app: TestApp) => (await app.ask('plans', { params: BOOK })).agreed

test('what is agreed is known of its month and no income, and goes without a trace', async () => {
  const { app, stream, enter, paid } = await freelancer()
  for (const month of ['2024-01', '2024-03', '2024-05']) await paid(`${month}-10`, 90_000)
  const before = [await app.bookFile(), await app.ask('totals', { params: { ...BOOK, by: 'month' } })]
  const id = await enter()
  expect(await agreedOf(app)).toEqual([
    { ...body(stream), id, streamName: 'Editing', entered: '2024-06-15', standing: 'ahead', home: 120_000, offered: null },
  ])
  for (const lens of ['cash', 'smoothed'] as const) {
    expect((await app.ask('outlook', { params: { ...BOOK, lens } })).known).toEqual([
      { stream: 0, patron: null, ahead: 2, amount: 120_000, chance: 950, months: 1, agreed: true },
    ])
  }
  expect(await app.ask('totals', { params: { ...BOOK, by: 'month' } })).toEqual(before[1])
  await app.ask('removeAgreed', { params: { ...BOOK, agreed: id } })
  expect(await app.bookFile()).toBe(before[0])
  expect((await app.ask('outlook', { params: BOOK })).known).toEqual([])
})

test('a line of its stream with its amount is offered, ticks it off by the user’s word, and can be taken back', async () => {
  const { app, stream, enter, paid } = await freelancer()
  await paid('2024-01-10', 90_000)
  const id = await enter({ due: '2024-06' })
  await paid('2024-06-14')
  await paid('2024-06-15', 200_000)
  expect((await agreedOf(app))[0]?.offered).toBeNull()
  const line = await paid('2024-06-15', 118_000)
  expect((await agreedOf(app))[0]).toMatchObject({
    standing: 'now',
    offered: { entry: line.id, day: '2024-06-15', amount: 118_000, currency: 'EUR' },
  })
  const params = { ...BOOK, agreed: id }
  const due = body(stream)
  expect(await app.ask('setAgreed', { params, body: { ...due, due: '2024-06', arrived: line.id } })).toMatchObject({
    standing: 'arrived',
    entered: '2024-06-15',
    offered: null,
  })
  expect((await app.ask('outlook', { params: BOOK })).known).toEqual([])
  await app.ask('setAgreed', { params, body: { ...due, due: '2024-06' } })
  expect((await app.ask('outlook', { params: BOOK })).known).toMatchObject([{ ahead: 0, agreed: true }])
})

test('past its month it is told that it did not arrive, and drawn no more', async () => {
  const { app, enter, paid } = await freelancer()
  await paid('2024-01-10', 90_000)
  await enter({ due: '2024-06-10' })
  await enter({ due: '2024-05-25' })
  await enter({ due: '2024-06-04' })
  await enter({ due: '2024-05' })
  expect((await agreedOf(app)).map(({ due, standing }) => [due, standing])).toEqual([
    ['2024-05', 'missed'],
    ['2024-05-25', 'missed'],
    ['2024-06-04', 'now'],
    ['2024-06-10', 'now'],
  ])
  expect((await app.ask('outlook', { params: BOOK })).known.map(({ ahead }) => ahead)).toEqual([0, 0])
})

test('in another currency it is worth what the rate of today makes it, and what has no rate is not drawn', async () => {
  const { app, enter, paid } = await freelancer()
  await paid('2024-01-10', 90_000)
  await enter({ currency: 'USD' })
  const [dollars] = await agreedOf(app)
  expect(dollars?.home).toBeGreaterThan(100_000)
  expect(dollars?.home).toBeLessThan(120_000)
  expect((await app.ask('outlook', { params: BOOK })).known[0]?.amount).toBe(dollars?.home)
  await enter({ currency: 'HRK' })
  expect((await agreedOf(app))[1]?.home).toBeNull()
  expect((await app.ask('outlook', { params: BOOK })).known).toHaveLength(1)
})

test('it follows its stream into the one that it is merged with', async () => {
  const { app, stream, enter, paid } = await freelancer()
  await paid('2024-01-10', 90_000)
  const [venture] = await app.ask('ventures', { params: BOOK })
  const other = await app.ask('createStream', { params: BOOK, body: { name: 'Office', venture: venture!.id, kind: 'service' } })
  await paid('2024-01-10', 50_000, other.id)
  await enter({ due: '2024-06' })
  await app.ask('mergeStream', { params: { ...BOOK, stream }, body: { into: other.id } })
  await paid('2024-06-15', 120_000, other.id)
  const [item] = await agreedOf(app)
  expect([item?.stream, item?.streamName, item?.offered?.amount]).toEqual([other.id, 'Office', 120_000])
  expect((await app.ask('outlook', { params: BOOK })).known[0]?.stream).toBe(0)
})

test('what cannot be agreed is refused', async () => {
  const { app, stream } = await freelancer()
  const good = body(stream)
  const status = async (one: AgreedBody) => (await app.raw('addAgreed', { params: BOOK, body: one })).status
  for (const wrong of [
    { ...good, amount: 0 },
    { ...good, due: '2024-02-30' },
    { ...good, currency: 'XQX' },
    { ...good, entered: '2024-02-30' },
    { ...good, note: 'x'.repeat(201) },
  ]) {
    expect(await status(wrong)).toBe(400)
  }
  expect(await status({ ...good, stream: 999 })).toBe(404)
  expect(await status({ ...good, arrived: `${stream}.bm9uZQ` })).toBe(404)
  const params = { ...BOOK, agreed: 999 }
  expect((await app.raw('setAgreed', { params, body: good })).status).toBe(404)
  expect((await app.raw('removeAgreed', { params })).status).toBe(404)
})
