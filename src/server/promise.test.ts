import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'
import { freezePromises } from './promise.ts'

const place = { zone: 'Europe/Berlin', locale: 'de' }
const params = { book: 'example' }

test('a promise is made once in a month, from the months before it, and scored when it is over', async () => {
  const app = await testApp()
  await app.ask('createExample', { body: place })
  const parts = { storage: app.storage, clock: () => app.time.now }
  const count = async () => (await app.storage.promises('example')).length
  const before = await count()
  await freezePromises(parts)
  expect(await count()).toBe(before)
  app.time.now = '2024-07-02T12:00:00Z'
  // Nothing of July is known yet, so June may wait for its imports.
  await freezePromises(parts)
  expect(await count()).toBe(before)
  const { streams } = await app.ask('outlook', { params })
  const line = { stream: streams[0]?.stream ?? 0, day: '2024-07-01', amount: 100, currency: 'EUR' }
  await app.ask('addEntry', { params, body: line })
  await freezePromises(parts)
  await freezePromises(parts)
  expect(await count()).toBe(before + 1)
  expect((await app.storage.promises('example')).at(-1)).toMatchObject({ month: '2024-07', made: '2024-07-02', currency: 'EUR' })
  const june = (await app.ask('outlook', { params })).record.at(-1)
  expect(june).toMatchObject({ month: '2024-06', made: '2024-06-01' })
  const brought = (await app.ask('totals', { params: { ...params, by: 'month' } })).find(({ month }) => month === '2024-06')
  expect(june?.net).toBe(brought?.net)
})

test('a promise does not follow what is learned later, its score does', async () => {
  const app = await testApp()
  await app.ask('createExample', { body: place })
  const before = await app.ask('outlook', { params })
  expect(before.record).toHaveLength(12)
  expect(before.promised).toBe(true)
  const last = before.record.at(-1)
  const line = { stream: before.streams[0]?.stream ?? 0, day: '2024-05-20', amount: 10_000_000, currency: 'EUR' }
  await app.ask('addEntry', { params, body: line })
  const after = (await app.ask('outlook', { params })).record.at(-1)
  expect(after).toEqual({ ...last, net: (last?.net ?? 0) + 10_000_000, outcome: 'over' })
})

test('a book whose home currency has changed is not held to promises in another', async () => {
  const app = await testApp()
  await app.ask('createExample', { body: place })
  await app.ask('changeBook', { params, body: { homeCurrency: 'USD' } })
  expect((await app.ask('outlook', { params })).record).toEqual([])
})
