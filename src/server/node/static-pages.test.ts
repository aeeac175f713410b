import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../app-fixture.ts'
import { staticPages } from './static-pages.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enough-pages-'))
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'dist', 'assets', 'main-abc.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
})
afterAll(() => rm(folder, { recursive: true }))

const get = (path: string, init?: RequestInit) => staticPages(join(folder, 'dist'))(new Request(`http://localhost${path}`, init))

test('hashed files are kept for ever, the page is asked for again', async () => {
  const script = await get('/assets/main-abc.js')
  expect(script?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(script?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const page = await get('/')
  expect(page?.headers.get('cache-control')).toBe('no-cache')
  expect(await page?.text()).toBe('<!doctype html>')
  const tag = page?.headers.get('etag') ?? ''
  expect((await get('/', { headers: { 'if-none-match': tag } }))?.status).toBe(304)
})

test("addresses of the page's own get the page, files that are not there get nothing", async () => {
  expect(await (await get('/streams/5?lens=cash'))?.text()).toBe('<!doctype html>')
  expect(await get('/assets/gone.js')).toBeUndefined()
  expect(await get('/', { method: 'POST' })).toBeUndefined()
})

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00.txt', '/%E0%A4%A'])(
  'nothing outside the folder is reached: %s',
  async (path) => {
    const response = await get(path)
    expect((await response?.text()) ?? '').not.toContain('secret')
  },
)

test('a page that is not built says how to build it', async () => {
  const response = await staticPages(join(folder, 'none'))(new Request('http://localhost/'))
  expect(response?.status).toBe(503)
  expect(await response?.text()).toContain('npm start')
})

test('the app serves it with its policy, and an API address never becomes a page', async () => {
  const { app } = await testApp({}, staticPages(join(folder, 'dist')))
  const page = await app.request('/streams')
  expect(await page.text()).toBe('<!doctype html>')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await app.request('/api/v2/books')).status).toBe(404)
  expect((await app.request('/streams', { headers: { host: 'evil.example' } })).status).toBe(403)
})
