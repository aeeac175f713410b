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

test('what is published in the page can be pledged to in the page, and its owner sees it', async () => {
  const send = async (method: string, path: string, body?: object) => {
    const init: RequestInit = { method }
    if (body) Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    const answer = await fetch(`http://enough.test/api${path}`, init)
    const text = await answer.text()
    expect(answer.ok, text).toBe(true)
    return text === '' ? null : JSON.parse(text)
  }
  await send('PATCH', '/v1/site', { url: 'https://site.example', name: 'Ours' })
  const { id } = await send('POST', '/v1/books/main/ventures', { name: 'Obtool' })
  const way = { kind: 'page', platform: 'Ko-fi', url: 'https://ko-fi.example/x', fee: { fixed: 0, basisPoints: 0 } }
  const contact = { legalName: 'Ada', email: 'ada@site.example', country: 'DE', privacy: 'Kept here.', refunds: 'Within 14 days.' }
  const blank = await send('GET', `/v1/books/main/ventures/${id}/publication`)
  await send('PUT', `/v1/books/main/ventures/${id}/publication`, { ...blank, visibility: 'public', slug: 'obtool', ways: [way], contact })
  await expect.poll(async () => (await fetch('http://enough.test/api/public/v1/ventures/obtool')).status).toBe(200)

  const patron = { kind: 'person', name: 'Ben', email: '' }
  const gift = { amount: 500, currency: 'EUR', rhythm: 'monthly', months: 1, way: 'page', page: way.url, patron, named: false }
  const made = await send('POST', '/public/v1/ventures/obtool/pledges', gift)
  await expect.poll(async () => (await send('GET', '/v1/books/main/pledges')).pledges).toMatchObject([{ id: made.id, amount: 500 }])
  const link = { headers: { authorization: `Bearer ${made.token}` } }
  expect(await (await fetch('http://enough.test/api/public/v1/pledge', link)).json()).toMatchObject({ id: made.id, title: 'Obtool' })
})
