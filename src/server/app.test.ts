import { expect, test } from 'vitest'
import { everyPath } from '#contract/every-path.ts'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

test('health says that it runs, and which version', async () => {
  const { app } = await testApp()
  const response = await app.request('/api/health')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok', version: 'test' })
})

test('OpenAPI tells every route, and every type it points at is there', async () => {
  const { app } = await testApp()
  const text = await (await app.request('/api/openapi.json')).text()
  const api = JSON.parse(text) as {
    openapi: string
    paths: Record<string, object>
    components: { schemas: Record<string, { properties?: object }> }
  }
  expect(api.openapi).toBe('3.1.0')
  for (const [method, path] of Object.values(everyPath)) expect(api.paths[`/api/v1${path}`]).toHaveProperty(method.toLowerCase())
  for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) expect(api.components.schemas).toHaveProperty(name)
  expect(text).not.toContain('$defs')
  expect(api.components.schemas['Book']?.properties).toHaveProperty('id')
})

test('an unknown address is a problem, and a known one says which methods it takes', async () => {
  const { app } = await testApp()
  const unknown = await app.request('/api/v1/nothing')
  expect(unknown.status).toBe(404)
  expect(unknown.headers.get('content-type')).toBe('application/problem+json')
  expect(await unknown.json()).toMatchObject({ status: 404, title: 'Not found', type: 'about:blank' })
  const method = await app.request('/api/v1/books/main/targets', { method: 'POST' })
  expect(method.status).toBe(405)
  expect(await method.json()).toMatchObject({ detail: expect.stringContaining('Use GET') })
})

test('a book that is not there is a problem, whatever is asked of it', async () => {
  const { raw } = await testApp()
  for (const name of ['book', 'month', 'totals', 'ledgerFile', 'imports'] as const) {
    const response = await raw(name, { params: { book: 'none' } })
    expect(response.status).toBe(404)
  }
})

test('what is wrong with a request is told field by field', async () => {
  const { raw } = await testApp()
  const response = await raw('createBook', { body: { homeCurrency: 'Euro', zone: 'UTC', locale: 'en' } })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    detail:
      'Failed to read the body of the request: homeCurrency: a currency is three capital letters, as in EUR. Correct it and send it again.',
    fields: [{ field: 'homeCurrency', reason: 'a currency is three capital letters, as in EUR' }],
  })
})

test('a body that is no JSON, is not said to be, or is too large is refused', async () => {
  const { app } = await testApp()
  const send = (body: string, type: string) => app.request('/api/v1/books', { method: 'POST', body, headers: { 'content-type': type } })
  expect((await send('{', 'application/json')).status).toBe(400)
  expect((await send('{}', 'text/plain')).status).toBe(415)
  expect((await send(`"${'x'.repeat(1_000_001)}"`, 'application/json')).status).toBe(413)
})

test('an error from inside tells nothing of the inside, and goes to the log', async () => {
  const { app, errors, storage, createBook, raw } = await testApp()
  await createBook()
  storage.targets = () => Promise.reject(new Error('secret table'))
  const response = await raw('targets', { params: { book: 'main' } })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
  expect(errors).toMatchObject([{ message: 'secret table' }])
  expect((await app.request('/api/health')).status).toBe(200)
})

test('an answer is not sent again while book and day are the same', async () => {
  const { app, createBook, ask, time } = await testApp()
  await createBook()
  const address = '/api/v1/books/main/month'
  const tagNow = async () => (await app.request(address)).headers.get('etag') ?? ''
  const first = await tagNow()
  const again = await app.request(address, { headers: { 'if-none-match': `W/${first}` } })
  expect(again.status).toBe(304)
  expect(again.headers.get('cache-control')).toBe('private, no-cache')
  expect(await again.text()).toBe('')
  await ask('setTarget', { params: { book: 'main', month: '2024-01' }, body: { bare: 1, enough: 2, comfortable: 3 } })
  const second = await tagNow()
  time.now = '2024-06-15T22:30:00Z'
  const nextDay = await tagNow()
  expect(new Set([first, second, nextDay]).size).toBe(3)
})

test('a book made anew never answers with the state of the one before', async () => {
  const { app, createBook, ask } = await testApp()
  const tag = async () => (await app.request('/api/v1/books/main/targets')).headers.get('etag')
  await createBook()
  const before = await tag()
  await ask('deleteBook', { params: { book: 'main' } })
  await createBook()
  expect(await tag()).not.toBe(before)
})

test('about tells platforms, rates and currencies', async () => {
  const { ask } = await testApp()
  const about = await ask('about')
  expect(about.platforms.map((platform) => platform.id)).toContain('github-sponsors')
  expect(about.rates).toMatchObject({ from: '1999-01-04' })
  expect(about.currencies).toContainEqual({ code: 'JPY', exponent: 0 })
})

test('a file larger than the limit is refused before it is read', async () => {
  const { app } = await testApp()
  const headers = { 'content-length': String(513 * 1024 * 1024) }
  const response = await app.request('/api/v1/files', { method: 'POST', body: 'x', headers })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('512 MiB') })
})

test('a job that is not known is a problem', async () => {
  const { raw, run, createBook } = await testApp()
  expect((await raw('job', { params: { job: 'none' } })).status).toBe(404)
  await createBook()
  const job = await run('previewImport', { files: [{ name: 'a.csv', text: githubCsv(sponsorship('a')) }] })
  expect(job).toMatchObject({ state: 'done', rows: 1, bytes: expect.any(Number) })
  expect(job.bytes).toBe(job.bytesTotal)
})
