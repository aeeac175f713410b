import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from 'playwright/test'
import { startServer, type RunningServer } from './server.ts'
import { serveFolder } from './static-server.ts'

export { expect } from 'playwright/test'

/** Where the app runs in a project: behind the real server, or inside the page. */
export interface Options {
  host: 'server' | 'page'
}

/** The app under test, new and empty for each test. */
export interface App {
  host: Options['host']
  /** Ends in a slash. */
  url: string
  /** Stops the server and starts another on the same data folder and port. Only for `host: 'server'`. */
  restart(): Promise<void>
}

/** Two levels down, so that an address that begins at the root would be noticed. */
const MOCK_FOLDER = '/some/folder/'
const demo = fileURLToPath(new URL('../dist-demo', import.meta.url))

export const test = base.extend<Options & { app: App }, { demoUrl: string }>({
  host: ['server', { option: true }],
  demoUrl: [
    // Playwright wants the first argument to be a pattern, even an empty one.
    async ({}, use) => {
      const server = await serveFolder(demo, MOCK_FOLDER)
      await use(server.url)
      await server.close()
    },
    { scope: 'worker' },
  ],
  app: async ({ host, demoUrl }, use) => {
    await (host === 'page' ? use(inPage(demoUrl)) : onServer(use))
  },
  baseURL: async ({ app }, use) => use(app.url),
})

function inPage(url: string): App {
  return { host: 'page', url, restart: () => Promise.reject(new Error('Failed to restart: there is no server. Skip this for the page.')) }
}

/** Runs `use` beside a server on a fresh data folder, and clears both away. */
async function onServer(use: (app: App) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'enough-e2e-'))
  let server: RunningServer = await startServer(data)
  const { port } = server
  const restart = async () => {
    await server.stop()
    server = await startServer(data, { port })
  }
  try {
    await use({ host: 'server', url: `http://127.0.0.1:${port}/`, restart })
  } finally {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
}
