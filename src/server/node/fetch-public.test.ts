import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublicFetch, type FetchSettings } from './fetch-public.ts'
import { isPublicAddress } from './public-address.ts'

describe('an address of the open internet', () => {
  test.each(['93.184.215.14', '8.8.8.8', '2606:4700::1111', '2a00:1450:4001::200e'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  test.each([
    ['127.0.0.1', '127.255.0.3', '0.0.0.0', '10.1.2.3', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1'],
    ['192.0.0.192', '192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1', '2001:db8::1', '4000::1'],
    ['::ffff:127.0.0.1', '::ffff:a00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1'],
    ['', 'localhost', '1.2.3', '300.1.1.1'],
  ])('%s, %s, %s … are none', (...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })
})

const HERE = { address: '127.0.0.1', family: 4 }
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe.skipIf(!hasOpenssl)('fetching from strangers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enough-tls-'))
  const asked: IncomingMessage[] = []
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  let server: Server
  let settings: Partial<FetchSettings>

  beforeAll(async () => {
    const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') }
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=feed.example']
    const names = ['-addext', 'subjectAltName=DNS:feed.example,DNS:other.example']
    execFileSync('openssl', ['req', '-x509', ...made, ...names, '-keyout', files.key, '-out', files.cert], { stdio: 'ignore' })
    const ca = readFileSync(files.cert, 'utf8')
    server = createServer({ key: readFileSync(files.key), cert: ca }, (request, response) => {
      asked.push(request)
      answer(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo // it listens on a port
    settings = { resolve: async () => [HERE], isAllowed: (address) => address === HERE.address, port, ca }
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })

  function fetching(change: Partial<FetchSettings> = {}) {
    asked.length = 0
    return createPublicFetch({ ...settings, ...change })
  }
  const text = (body: string, headers: Record<string, string> = {}) => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body)
  }
  const redirect = (location: string) => {
    answer = (_, response) => response.writeHead(302, { location }).end()
  }

  test('gives the text, its type and where it came from', async () => {
    answer = (request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '//other.example/new?x=1' }).end()
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"ü":1}')
    }
    const found = await fetching()('https://feed.example/old#part')
    expect(found).toEqual({ text: '{"ü":1}', type: 'application/json', url: 'https://other.example/new?x=1' })
    expect(asked.map(({ headers }) => headers.host)).toEqual(['feed.example', 'other.example'])
    expect(asked[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' })
    expect(asked[0]?.headers.cookie).toBeUndefined()
  })

  test.each([
    ['http://feed.example/', 'it does not begin with https://'],
    ['ftp://feed.example/', 'it does not begin with https://'],
    ['https://me:secret@feed.example/', 'it holds a name or a password'],
    ['https://feed.example:8443/', 'it names a port'],
    ['feed.example', 'it is no address'],
    ['https://127.0.0.1/', 'it does not lie on the open internet'],
    ['https://2130706433/', 'it does not lie on the open internet'],
    ['https://[::1]/', 'it does not lie on the open internet'],
    ['https://[::ffff:169.254.169.254]/', 'it does not lie on the open internet'],
  ])('%s is refused: %s', async (url, reason) => {
    await expect(fetching({ isAllowed: isPublicAddress })(url)).rejects.toThrow(`${reason}. Check the address.`)
    expect(asked).toEqual([])
  })

  test('a name that stands for an address within is refused, also beside a public one', async () => {
    for (const within of ['10.0.0.1', '169.254.169.254', 'fd00::1']) {
      const resolve = async () => [
        { address: '93.184.215.14', family: 4 },
        { address: within, family: within.includes(':') ? 6 : 4 },
      ]
      await expect(fetching({ resolve, isAllowed: isPublicAddress })('https://feed.example/')).rejects.toThrow('open internet')
    }
    await expect(fetching({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })('https://feed.example/')).rejects.toThrow('not known')
    expect(asked).toEqual([])
  })

  test.each([
    ['https://127.0.0.2/secret', 'open internet'],
    ['https://[::1]/secret', 'open internet'],
    ['http://feed.example/plain', 'without https'],
    ['https://feed.example:22/', 'names a port'],
    ['https://a:b@feed.example/', 'a name or a password'],
    ['https://within.example/', 'open internet'],
  ])('a redirect to %s is refused', async (location, reason) => {
    redirect(location)
    const resolve = async (host: string) => [host === 'within.example' ? { address: '10.0.0.1', family: 4 } : HERE]
    await expect(fetching({ resolve })('https://feed.example/')).rejects.toThrow(reason)
    expect(asked).toHaveLength(1)
  })

  test('more than three redirects are refused', async () => {
    redirect('/again')
    await expect(fetching()('https://feed.example/')).rejects.toThrow('more than 3 times')
    expect(asked).toHaveLength(4)
  })

  test('the connection goes to the address that was checked: a name is asked once, and a second answer would lead nowhere', async () => {
    text('{}')
    let times = 0
    const resolve = async () => {
      times += 1
      return [times === 1 ? HERE : { address: '10.0.0.1', family: 4 }]
    }
    expect(await fetching({ resolve })('https://feed.example/')).toMatchObject({ text: '{}' })
    expect([times, asked.length]).toEqual([1, 1])
  })

  test('a server without the name’s certificate is refused', async () => {
    text('{}')
    await expect(fetching()('https://stranger.example/')).rejects.toThrow('could not be reached')
    expect(asked).toEqual([])
  })

  test('a body that is too long is refused, whatever it says of its length', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-length': '320001' }).write('x')
    await expect(fetching()('https://feed.example/')).rejects.toThrow('longer than 320 kB')
    answer = (_, response) => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    await expect(fetching()('https://feed.example/')).rejects.toThrow('longer than 320 kB')
    text('x'.repeat(320_000))
    expect((await fetching()('https://feed.example/')).text).toHaveLength(320_000)
  })

  test('a compressed body is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000))
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    await expect(fetching()('https://feed.example/')).rejects.toThrow('it comes compressed')
  })

  test.each(['names', 'headers', 'body', 'redirects'])('slow %s are given up', async (what) => {
    const late = { timeMs: 150 }
    answer = (_, response) => {
      if (what === 'body') response.writeHead(200).write('{')
      if (what === 'redirects') setTimeout(() => response.writeHead(302, { location: '/on' }).end(), 60)
    }
    const resolve = what === 'names' ? () => new Promise<never>(() => {}) : async () => [HERE]
    const began = performance.now()
    await expect(fetching({ ...late, resolve })('https://feed.example/')).rejects.toThrow('it took longer than 0.15 seconds')
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('an error is told by its number', async () => {
    answer = (_, response) => response.writeHead(404).end('{}')
    await expect(fetching()('https://feed.example/')).rejects.toThrow('it answers with 404')
  })

  test('an answer is kept for a quarter of an hour, then asked for again by its tag', async () => {
    let now = 0
    const get = fetching({ now: () => now })
    text('{"a":1}', { etag: '"one"', 'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT' })
    await get('https://feed.example/')
    now += 14 * 60_000
    expect(await get('https://feed.example/')).toMatchObject({ text: '{"a":1}' })
    expect(asked).toHaveLength(1)
    answer = (_, response) => response.writeHead(304).end()
    now += 2 * 60_000
    expect(await get('https://feed.example/')).toMatchObject({ text: '{"a":1}', type: 'application/json' })
    expect(asked[1]?.headers).toMatchObject({ 'if-none-match': '"one"', 'if-modified-since': 'Mon, 23 Nov 2026 10:00:00 GMT' })
    text('{"a":2}')
    now += 16 * 60_000
    expect(await get('https://feed.example/')).toMatchObject({ text: '{"a":2}' })
  })
})
