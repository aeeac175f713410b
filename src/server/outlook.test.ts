import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

test('the outlook holds the full months, and their sums are those of the months', async () => {
  const app = await testApp()
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
  const params = { book: 'example' }
  const { first, streams, today, targets } = await app.ask('outlook', { params })
  expect(first).toBe('2022-01')
  expect(today).toBe('2024-06-15')
  expect(targets.length).toBeGreaterThan(0)
  const months = await app.ask('totals', { params: { ...params, by: 'month', to: '2024-05' } })
  for (const [i, { net }] of months.entries()) {
    expect(streams.reduce((sum, stream) => sum + (stream.net[i] ?? 0), 0)).toBe(net)
  }
  expect(new Set(streams.map(({ net }) => net.length))).toEqual(new Set([months.length]))
})

test('a book without a full month has none, and streams that brought nothing are left out', async () => {
  const app = await testApp()
  const { id: book } = await app.ask('createBook', {
    body: { name: 'New', homeCurrency: 'EUR', zone: 'UTC', locale: 'en' },
  })
  expect(await app.ask('outlook', { params: { book } })).toMatchObject({ first: null, streams: [] })
})

test('of an archived stream nothing more is drawn, and what it brought stays counted', async () => {
  const app = await testApp()
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
  const params = { book: 'example' }
  const before = await app.ask('outlook', { params })
  const lens = { ...params, lens: 'dependable' as const, from: '2024-05', to: '2024-06' }
  const dependable = async () => (await app.ask('totals', { params: { ...lens, by: 'month' } })).map(({ net }) => net)
  const [may = 0, june = 0] = await dependable()
  const plans = await app.ask('plans', { params })
  const { stream } = before.streams.find(({ kind }) => kind === 'patronage') ?? before.streams[0]!
  await app.ask('changeStream', { params: { ...params, stream }, body: { archived: true } })
  const after = await app.ask('outlook', { params })
  expect(after.streams).toEqual(before.streams.map((one) => (one.stream === stream ? { ...one, archived: true } : one)))
  const place = after.streams.findIndex((one) => one.stream === stream)
  expect(after.known).toEqual(before.known.filter((one) => one.stream !== place))
  const without = await app.ask('plans', { params })
  expect(without.streams).toEqual(plans.streams.filter((one) => one.stream !== stream))
  expect(without.patrons.some(({ parts }) => parts.some((part) => part.stream === stream))).toBe(false)
  expect(may + june).toBeGreaterThan(0)
  expect(await dependable()).toEqual([may, june])
})

test('an open stream that has been silent for long is told, until it is archived or brings something', async () => {
  const app = await testApp()
  const { id: book } = await app.ask('createBook', { body: { name: 'New', homeCurrency: 'EUR', zone: 'UTC', locale: 'en' } })
  const params = { book }
  const { id: venture } = await app.ask('createVenture', { params, body: { name: 'Obtool' } })
  const { id: grant } = await app.ask('createStream', { params, body: { venture, name: 'Grant', kind: 'grant' } })
  const { id: gifts } = await app.ask('createStream', { params, body: { venture, name: 'Gifts', kind: 'patronage' } })
  for (let month = 6; month <= 12; month += 1) {
    const day = `2023-${String(month).padStart(2, '0')}-10`
    await app.ask('addEntry', { params, body: { stream: gifts, day, amount: 10_000, currency: 'EUR' } })
    if (month < 10) await app.ask('addEntry', { params, body: { stream: grant, day, amount: 50_000, currency: 'EUR' } })
  }
  await app.ask('addEntry', { params, body: { stream: gifts, day: '2024-05-10', amount: 10_000, currency: 'EUR' } })
  const silent = async () => (await app.ask('outlook', { params })).silent
  const month = async (name: string) => (await app.ask('month', { params: { ...params, month: name, lens: 'dependable' } })).dependable
  expect(await silent()).toEqual([{ stream: grant, since: '2023-10' }])
  const [may, june] = [await month('2024-05'), await month('2024-06')]
  await app.ask('changeStream', { params: { ...params, stream: grant }, body: { archived: true } })
  expect(await silent()).toEqual([])
  // Nobody says when it was archived, so past months are told as they were.
  expect(await month('2024-05')).toEqual(may)
  expect((await month('2024-06'))?.high).toBeLessThan(june?.high ?? 0)
  await app.ask('changeStream', { params: { ...params, stream: grant }, body: { archived: false } })
  expect(await month('2024-06')).toEqual(june)
  await app.ask('addEntry', { params, body: { stream: grant, day: '2024-06-02', amount: 50_000, currency: 'EUR' } })
  expect(await silent()).toEqual([])
})
