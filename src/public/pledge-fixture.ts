import { randomBytes } from 'node:crypto'
import type { PublicVenture } from '#domain/public-venture.ts'
import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable } from '#domain/rate.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import { createPublicApp } from './app.ts'
import type { PublicParts } from './parts.ts'
import { openShelf } from './sql-shelf.ts'
import { venture } from './venture-fixture.ts'

export const AT = '2026-11-23T10:00:00Z'
export const PAGE = 'https://liberapay.example/obtool'
const WAYS: PublicVenture['ways'] = [
  { kind: 'stripe', fee: { fixed: 25, basisPoints: 150 } },
  { kind: 'bank', holder: 'Ada Berg', iban: 'DE89370400440532013000', since: '2026-01-10' },
  { kind: 'page', platform: 'Liberapay', url: PAGE, fee: { fixed: 0, basisPoints: 0 } },
]

export const NEW_PLEDGE = {
  amount: 500,
  currency: 'EUR',
  rhythm: 'monthly',
  months: 1,
  way: 'bank',
  page: '',
  patron: { kind: 'person', name: 'Bo', email: '' },
  named: false,
}

/** The public app over a shelf in memory that holds one venture, or over one that is given as it is, and a caller that speaks JSON. */
export function publicApp(change: Partial<PublicParts> = {}, offered: Partial<PublicVenture> = {}) {
  const shelf = change.shelf ?? openShelf(nodeHandle(':memory:'))
  const time = { now: AT }
  const calls = { messages: 0, errors: [] as unknown[] }
  if (!change.shelf) {
    shelf.setSite({ url: 'https://site.example', name: 'Site' })
    const published = venture({ ways: WAYS, ...offered })
    shelf.publish({ address: published.address, listed: true, json: JSON.stringify(published) })
  }
  const app = createPublicApp({
    shelf,
    clock: () => time.now,
    today: () => time.now.slice(0, 10),
    newId: () => randomBytes(16).toString('hex'),
    log: (_, error) => calls.errors.push(error),
    rates: readRateTable(ecbPacked),
    version: 'test',
    inPage: false,
    caller: (request) => request.headers.get('x-caller') ?? '',
    onMessage: () => (calls.messages += 1),
    ...change,
  })
  const send = async (method: string, path: string, asking: Asking = {}): Promise<Told> => {
    const headers: Record<string, string> = { ...asking.headers }
    if (asking.token !== undefined) headers['authorization'] = `Bearer ${asking.token}`
    const init: RequestInit = { method, headers }
    if (asking.body !== undefined) {
      headers['content-type'] = 'application/json'
      init.body = JSON.stringify(asking.body)
    } else if (asking.raw !== undefined) init.body = asking.raw
    const response = await app.request(`/api/public/v1${path}`, init)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      json: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
    }
  }
  const pledge = (body: object = {}, headers: Record<string, string> = {}) =>
    send('POST', '/ventures/obtool/pledges', { body: { ...NEW_PLEDGE, ...body }, headers })
  return { app, shelf, time, calls, send, pledge, inbox: () => shelf.inbox(0, 1000) }
}

/** An answer; of its fields those that tests go on with. */
export interface Told {
  status: number
  headers: Headers
  json: {
    id: string
    token: string
    recipientToken: string
    reference: string
    payAt: string | null
    url: string
    state: string
    invoice: string
    fields?: { field: string }[]
  }
}

export interface Asking {
  token?: string
  body?: unknown
  raw?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}
