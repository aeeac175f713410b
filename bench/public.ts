import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { venture } from '#public/venture-fixture.ts'
import { openSquare } from '#server/node/square.ts'
import { requestsPerSecond } from './load.ts'
import { startPublicSite } from './public-site.ts'
import { median, row } from './report.ts'

const ROUNDS = 5
const CONNECTIONS = 32
const REQUESTS = 8_000
const SECONDS = 3

/** Requests per second of the public app beside a bare Hono, each in a thread of its own, asked in turn. */
export async function benchPublic(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'enough-bench-'))
  const settings = { host: '127.0.0.1', port: 0, proxy: false, url: 'https://site.example' }
  const square = openSquare({ folder, settings, log: console.error, onInbox: () => {} })
  const text = 'A paragraph of what it is about, as long as such paragraphs are. '.repeat(30)
  for (let i = 0; i < 100; i += 1) {
    const of = venture({ address: `venture-${i}`, text })
    square.shelf.publish({ address: of.address, listed: true, json: JSON.stringify(of) })
  }
  await square.ensure()
  const bare = await startPublicSite(1, '2026-11-23')
  const port = Number(new URL(square.listening().at ?? '').port)
  const asked = {
    hello: { port: Number(new URL(bare.hello).port), path: '/' },
    page: { port, path: '/v/venture-7' },
    badge: { port, path: '/v/venture-7/badge-light.svg' },
  }
  const rates: Record<keyof typeof asked, number[]> = { hello: [], page: [], badge: [] }
  // The first round warms them all.
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const name of ['hello', 'page', 'badge'] as const) {
      const rate = await requestsPerSecond({ ...asked[name], connections: CONNECTIONS, requests: REQUESTS, seconds: SECONDS })
      if (round >= 0) rates[name].push(rate)
    }
  }
  const against = (name: 'page' | 'badge'): string => {
    const shares = rates[name].map((rate, i) => rate / (rates.hello[i] ?? Number.NaN))
    return `${perSecond(rates[name])}, ${median(shares).toFixed(2)} of it`
  }
  row('Bare Hono "hello", 32 connections', perSecond(rates.hello))
  row('  public page (HTML)', against('page'), 'goal: at least 0.33')
  row('  badge', against('badge'), 'goal: at least 0.33')
  await Promise.all([square.close(), bare.stop()])
  await rm(folder, { recursive: true, force: true })
}

function perSecond(rates: readonly number[]): string {
  return `${Math.trunc(median(rates))} requests/s`
}
