import { test as base } from 'playwright/test'
import { besideServer, type RunningServer } from './server.ts'

/** Runs `use` beside a server that has the example book and nothing else. */
export async function besideExample(use: (server: RunningServer) => Promise<void>): Promise<void> {
  await besideServer(async (server) => {
    await makeExample(server)
    await use(server)
  })
}

/** Makes the example book, anew where one stands. */
async function makeExample({ url }: RunningServer): Promise<void> {
  await fetch(`${url}api/v1/books/example`, { method: 'DELETE' })
  const body = JSON.stringify({ zone: 'Europe/Berlin', locale: 'en-IE' })
  const made = await fetch(`${url}api/v1/books/example`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (!made.ok) throw new Error(`Failed to make the example: the server answered ${await made.text()}. Look at the server.`)
}

/** For journeys that only look: the example is made once for all tests of a worker. */
export const test = base.extend<object, { example: RunningServer }>({
  // Playwright wants the first argument to be a pattern, even an empty one.
  example: [async ({}, use) => besideExample(use), { scope: 'worker' }],
  baseURL: async ({ example }, use) => use(example.url),
})

/** For journeys that change something of the example: it is made anew behind them. */
export const changing = test.extend<{ anew: void }>({
  anew: [
    async ({ example }, use) => {
      await use()
      await makeExample(example)
    },
    { auto: true },
  ],
})
