import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { venture as published } from '#public/venture-fixture.ts'
import { openSquare, squareSettings, type SquareSettings } from './square.ts'

// Threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'enough-square-'))
})
afterAll(() => rm(root, { recursive: true }))

const obtool = published({ address: 'a' })
const venture = { address: 'a', listed: true, json: JSON.stringify(obtool) }

async function opened(change: Partial<SquareSettings> = {}) {
  const settings = { host: '127.0.0.1', port: 0, proxy: false, url: undefined, ...change }
  const errors: unknown[] = []
  const folder = await mkdtemp(join(root, 'data-'))
  return { square: openSquare({ folder, settings, log: (_, error) => errors.push(error), onInbox: () => {} }), errors, folder }
}

async function takenPort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  return { server, port: typeof at === 'object' && at ? at.port : 0 }
}

test('it listens only while something is published and the address is known', async () => {
  const { square } = await opened()
  const off = { state: 'off', at: null, problem: null }
  await square.ensure()
  expect(square.listening()).toEqual(off)
  square.shelf.publish(venture)
  await square.ensure()
  expect(square.listening()).toEqual(off)
  square.shelf.setSite({ url: 'https://site.example' })
  await square.ensure()
  const { state, at } = square.listening()
  expect([state, at]).toEqual(['on', expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)])

  const said = await fetch(`${at}/api/public/v1/ventures/a`)
  expect([said.status, await said.text()]).toEqual([200, venture.json])
  expect(said.headers.get('set-cookie')).toBeNull()
  // What the owner writes is there at once, without a word to the thread.
  square.shelf.publish({ ...venture, json: JSON.stringify({ ...obtool, title: 'Other' }) })
  expect(await (await fetch(`${at}/api/public/v1/ventures/a`)).json()).toMatchObject({ title: 'Other' })

  const picture = await fetch(`${at}/v/a/picture.png`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])

  square.shelf.withdraw('a')
  await square.ensure()
  expect(square.listening()).toEqual(off)
  await expect(fetch(`${at}/`)).rejects.toThrow('fetch failed')
  await square.close()
})

test('a taken port is told in words, and tried again', async () => {
  const { server, port } = await takenPort()
  const { square, errors } = await opened({ port, url: 'https://site.example' })
  square.shelf.publish(venture)
  await square.ensure()
  expect(square.listening()).toMatchObject({ state: 'failed', at: null, problem: expect.stringContaining(`port ${port} is taken`) })
  server.close()
  await once(server, 'close')
  await square.ensure()
  expect(square.listening()).toEqual({ state: 'on', at: `http://127.0.0.1:${port}`, problem: null })
  expect(errors).toEqual([])
  await square.close()
})

test('what goes wrong inside is logged, told in words, and ends nothing else', async () => {
  const { square, errors, folder } = await opened({ url: 'https://site.example' })
  square.shelf.publish(venture)
  await rm(folder, { recursive: true })
  await square.ensure()
  expect(square.listening()).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/^Failed to keep the public pages open: .+\. .+\.$/),
  })
  expect(errors).toHaveLength(1)
  await square.close()
})

test('it ends also while a stranger keeps a connection open', async () => {
  const { square } = await opened({ url: 'https://site.example' })
  square.shelf.publish(venture)
  await Promise.all([square.ensure(), square.ensure()])
  const { at } = square.listening()
  await (await fetch(`${at}/api/public/v1/site`)).text()
  await square.close()
  await expect(fetch(`${at}/`)).rejects.toThrow('fetch failed')
})

test('the environment fixes the address, and what it cannot be is said in one sentence', async () => {
  expect(squareSettings({})).toEqual({ host: '127.0.0.1', port: 4401, proxy: false, url: undefined })
  const settings = squareSettings({ PUBLIC_URL: 'https://Site.example/', PUBLIC_PORT: '0', PUBLIC_HOST: '::1', PUBLIC_PROXY: '1' })
  expect(settings).toEqual({ host: '::1', port: 0, proxy: true, url: 'https://site.example' })
  const { square } = await opened(settings)
  expect([square.urlFixed, square.shelf.site().url]).toEqual([true, 'https://site.example'])
  await square.close()
  const wrongs = [{ PUBLIC_URL: 'site.example' }, { PUBLIC_URL: 'https://a.example/b' }, { PUBLIC_PORT: 'x' }, { PUBLIC_PROXY: 'yes' }]
  for (const wrong of wrongs) expect(() => squareSettings(wrong)).toThrow(/^Failed to start: PUBLIC_[A-Z]+ ".+" is [^\n]+\. [^\n]+\.$/)
})
