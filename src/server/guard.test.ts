import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const address = 'http://127.0.0.1:4400/api/health'

async function statusWith(headers: Record<string, string>, method = 'GET', url = address): Promise<number> {
  const { app } = await testApp()
  return (await app.request(url, { method, headers })).status
}

test.each(['localhost', 'localhost:4400', '127.0.0.1:80', '127.8.8.8', '[::1]:4400', 'LOCALHOST:1'])(
  'a host of this machine is answered: %s',
  async (host) => {
    expect(await statusWith({ host })).toBe(200)
  },
)

test.each(['evil.example', 'evil.example:4400', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1', '0.0.0.0:4400', ''])(
  'a foreign host is refused: "%s"',
  async (host) => {
    expect(await statusWith({ host })).toBe(403)
  },
)

test('a foreign origin is refused for every method, our own is not', async () => {
  for (const origin of ['https://evil.example', 'null', 'http://localhost:5000', 'https://localhost:4400', 'http://127.0.0.1:4400']) {
    expect(await statusWith({ host: 'localhost:4400', origin })).toBe(403)
  }
  expect(await statusWith({ host: 'localhost:4400', origin: 'http://localhost:4400' })).toBe(200)
})

test('a page of another site or port may not reach the API, a link to the page may be followed', async () => {
  const host = 'localhost:4400'
  for (const site of ['cross-site', 'same-site']) {
    expect(await statusWith({ host, 'sec-fetch-site': site })).toBe(403)
    expect(await statusWith({ host, 'sec-fetch-site': site }, 'POST', 'http://127.0.0.1:4400/')).toBe(403)
    expect(await statusWith({ host, 'sec-fetch-site': site }, 'GET', 'http://127.0.0.1:4400/')).toBe(404)
  }
  for (const site of ['same-origin', 'none']) expect(await statusWith({ host, 'sec-fetch-site': site })).toBe(200)
})

test('every answer carries the policy, problems and refusals too', async () => {
  const { app } = await testApp()
  const answers = [
    await app.request(address),
    await app.request('/api/v1/nothing'),
    await app.request(address, { headers: { host: 'evil.example' } }),
  ]
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
  }
})

test('in the page there is no network to guard against', async () => {
  const { app } = await testApp({ program: { version: 'test', kept: { where: 'memory', lasting: false }, inPage: true } })
  expect((await app.request('https://somebody.example/api/health')).status).toBe(200)
})
