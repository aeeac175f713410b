import { expect, test } from 'vitest'
import { monthRange } from '#domain/month.ts'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'
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
  // Nothing of July is known yet, and it is the second: June may wait for its imports.
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

test('a book that is fed with the month that is over promises on the day of its file, of the full months alone', async () => {
  const app = await testApp()
  await app.createBook()
  const main = { book: 'main' }
  const file = (month: string, amount = '$500.00') => ({
    name: `${month}.csv`,
    text: githubCsv(sponsorship(month, { at: `${month}-28 10:00:00 +0200`, amount })),
  })
  app.time.now = '2024-05-03T12:00:00Z'
  for (const month of monthRange('2023-10', '2024-04')) await app.commit([file(month)])
  const parts = { storage: app.storage, clock: () => app.time.now }
  const made = async (now: string) => {
    app.time.now = `${now}T12:00:00Z`
    await freezePromises(parts)
    return (await app.storage.promises('main')).map(({ month, made: on }) => [month, on])
  }
  expect(await made('2024-05-03')).toEqual([['2024-05', '2024-05-03']])
  // May's file is not there yet.
  expect(await made('2024-06-02')).toHaveLength(1)
  expect(await made('2024-06-25')).toHaveLength(1)
  await app.commit([file('2024-05')])
  expect((await made('2024-06-25')).at(-1)).toEqual(['2024-06', '2024-06-25'])
  // What comes after the promise was made does not change it.
  const frozen = await app.storage.promises('main')
  app.time.now = '2024-06-29T12:00:00Z'
  await app.commit([file('2024-06', '$900.00')])
  await freezePromises(parts)
  expect(await app.storage.promises('main')).toEqual(frozen)
  // The record holds it against what came.
  app.time.now = '2024-07-02T12:00:00Z'
  const { record } = await app.ask('outlook', { params: main })
  expect(record.map(({ month, outcome }) => [month, outcome])).toEqual([
    ['2024-05', 'inside'],
    ['2024-06', 'over'],
  ])
})

test('a book that is typed in promises on the eleventh, where the month before has a line', async () => {
  const app = await testApp()
  await app.createBook()
  const main = { book: 'main' }
  const { id: venture } = await app.ask('createVenture', { params: main, body: { name: 'Obtool' } })
  const { id: stream } = await app.ask('createStream', { params: main, body: { venture, name: 'Work', kind: 'service' } })
  const add = (month: string) =>
    app.ask('addEntry', { params: main, body: { stream, day: `${month}-28`, amount: 200_000, currency: 'EUR' } })
  for (const month of monthRange('2023-10', '2024-04')) await add(month)
  const parts = { storage: app.storage, clock: () => app.time.now }
  const made = async (now: string) => {
    app.time.now = `${now}T12:00:00Z`
    await freezePromises(parts)
    return (await app.storage.promises('main')).map(({ month, made: on }) => [month, on])
  }
  expect(await made('2024-05-10')).toEqual([])
  expect(await made('2024-05-11')).toEqual([['2024-05', '2024-05-11']])
  // Nothing of May was typed in: whether it brought nothing is not known.
  expect(await made('2024-06-30')).toHaveLength(1)
})
