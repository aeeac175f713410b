import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type APIRequestContext, type Page } from 'playwright/test'
import { freePort, startServer } from './server.ts'
import { startJourneyStripe, type JourneyStripe } from './stripe-fake.ts'

export { expect } from 'playwright/test'

/** An owner's app, its public half, and a stand-in for Stripe; new and empty for each test. */
export interface Site {
  /** Where the owner's app is, ending in a slash. */
  owner: string
  /** Where the public pages are once something is published, ending in a slash. */
  open: string
  stripe: JourneyStripe
}

export const test = base.extend<{ site: Site; patron: Page }>({
  site: async ({}, use) => {
    const data = await mkdtemp(join(tmpdir(), 'enough-e2e-'))
    const port = await freePort()
    const open = `http://127.0.0.1:${port}/`
    const stripe = await startJourneyStripe(open)
    const server = await startServer(data, { env: { ...stripe.env, PUBLIC_PORT: String(port) } })
    try {
      await use({ owner: server.url, open, stripe })
    } finally {
      await server.stop()
      await stripe.close()
      await rm(data, { recursive: true, force: true })
    }
  },
  baseURL: async ({ site }, use) => use(site.owner),
  /** Somebody else's browser. */
  patron: async ({ browser, site }, use) => {
    const context = await browser.newContext({ baseURL: site.open, locale: 'en-IE', acceptDownloads: true })
    await use(await context.newPage())
    await context.close()
  },
})

/** Speaks with the owner's API where a journey is not about the owner's pages. */
export function ownerApi(request: APIRequestContext, site: Site) {
  const ask = async (method: 'get' | 'post' | 'put' | 'patch', path: string, data?: unknown) => {
    const response = await request[method](`${site.owner}api/v1${path}`, data === undefined ? {} : { data })
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true)
    return response.status() === 204 ? null : response.json()
  }
  return {
    ask,
    /** Begins a book of euros with one venture that brought the same each month of last year and this. */
    async bookWithVenture(name: string, { month, net }: { month: string; net: number }): Promise<number> {
      await ask('post', '/books', { homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en-IE', enough: 200_000 })
      const venture: { id: number } = await ask('post', '/books/main/ventures', { name, work: 'basic' })
      const stream = await ask('post', '/books/main/streams', { name: `${name}, patrons`, venture: venture.id, kind: 'patronage' })
      const entry = { stream: stream.id, day: `${month}-10`, amount: net, currency: 'EUR', name: 'Everybody' }
      await ask('post', '/books/main/entries', entry)
      return venture.id
    },
    /** Publishes a venture's page with these changes to what was said of it. */
    async publish(book: string, venture: number, change: object): Promise<void> {
      const path = `/books/${book}/ventures/${venture}/publication`
      const { venture: _, secret: __, since: ___, ...draft } = await ask('get', path)
      await ask('put', path, { ...draft, visibility: 'public', contact: CONTACT, ...change })
    },
  }
}

export const CONTACT = {
  legalName: 'Ada Berg',
  email: 'ada@example.org',
  country: 'DE',
  privacy: 'What you tell stays with me.',
  refunds: 'Ask within a month.',
}

/** Waits until the public half answers. */
export async function expectOpen(request: APIRequestContext, site: Site): Promise<void> {
  const answers = () =>
    request.get(`${site.open}enough.json`).then(
      (response) => response.ok(),
      () => false,
    )
  await expect.poll(answers).toBe(true)
}

/** The month before the one that runs, as `2026-10`. */
export function lastMonth(): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)
}
