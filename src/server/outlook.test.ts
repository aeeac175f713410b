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
