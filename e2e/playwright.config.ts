import { defineConfig } from 'playwright/test'
import type { Options } from './app.ts'
import { findBrowser, launchOptions } from './browser.ts'

/**
 * The same app in its two hosts: `server` is the real one, with a data folder of its own for each test; `mock` is the build
 * that runs the whole app inside the page, from a sub-folder of a dumb static server. What differs is in `app.ts`.
 */

/** Each worker process reads this file anew, so what the first one found is handed on by the environment. */
process.env['E2E_BROWSER'] ??= JSON.stringify(await findBrowser())

export default defineConfig<Options>({
  testDir: '.',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A journey that fails is walked once more, only to be recorded: it has failed, whatever comes of that.
  retries: 1,
  failOnFlakyTests: true,
  // Generous, because a busy machine is no reason to fail; a journey takes some three seconds on an idle one.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  globalSetup: './build.ts',
  outputDir: '../test-results/e2e',
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    launchOptions: launchOptions(JSON.parse(process.env['E2E_BROWSER'])),
    locale: 'en-IE',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    // Not of each journey, which would take a sixth of all their work, and without a film: the steps' snapshots tell as much.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: true, sources: true },
  },
  projects: [
    { name: 'server', testIgnore: 'in-page-site.spec.ts', use: { host: 'server' } },
    {
      name: 'mock',
      testMatch: ['containers.spec.ts', 'first-start.spec.ts', 'import.spec.ts', 'in-page-site.spec.ts'],
      use: { host: 'page' },
    },
  ],
})
