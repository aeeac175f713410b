import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'playwright/test'
import { startServer, type RunningServer } from './server.ts'

/** Runs `use` beside a server that has the example book and nothing else, and clears both away. */
export async function besideExample(use: (server: RunningServer) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'enough-e2e-'))
  const server = await startServer(data)
  try {
    const body = JSON.stringify({ zone: 'Europe/Berlin', locale: 'en-IE' })
    const made = await fetch(`${server.url}api/v1/books/example`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    if (!made.ok) throw new Error(`Failed to make the example: the server answered ${await made.text()}. Look at the server.`)
    await use(server)
  } finally {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
}

/** For journeys that only look: the example is made once for all tests of a worker. */
export const test = base.extend<object, { example: RunningServer }>({
  // Playwright wants the first argument to be a pattern, even an empty one.
  example: [async ({}, use) => besideExample(use), { scope: 'worker' }],
  baseURL: async ({ example }, use) => use(example.url),
})
