import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeMock } from './node.ts'

const mock = await nodeMock()
beforeAll(() => mock.listen({ onUnhandledFrame: 'error' }))
afterAll(() => mock.close())

test('fetch reaches the real app', async () => {
  const health = await fetch('http://enough.test/api/health')
  expect(health.status).toBe(200)
  expect(await health.json()).toEqual({ status: 'ok', version: 'test' })
})

test('what is written is there when it is asked for', async () => {
  const headers = { 'content-type': 'application/json' }
  const draft = { homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'de', enough: 200_000 }
  const made = await fetch('http://enough.test/api/v1/books', { method: 'POST', headers, body: JSON.stringify(draft) })
  expect(made.status).toBe(201)
  const books = await (await fetch('http://enough.test/api/v1/books')).json()
  expect(books).toMatchObject([{ homeCurrency: 'EUR', zone: 'Europe/Berlin' }])
})

test('it says that nothing lasts', async () => {
  const about = await (await fetch('http://enough.test/api/v1/about')).json()
  expect(about).toMatchObject({ inPage: true, kept: { lasting: false } })
})

test('the public half answers beside it, from a shelf that is empty', async () => {
  const site = await fetch('http://enough.test/api/public/v1/site')
  expect(await site.json()).toMatchObject({ name: '', url: '', pledges: true })
  expect((await fetch('http://enough.test/api/public/v1/ventures/none')).status).toBe(404)
})
