import { ensureBuilt } from '../tools/build.ts'

/** Run once before all journeys, so that none of them tries yesterday's page. */
async function build(): Promise<void> {
  await ensureBuilt('dist')
  await ensureBuilt('dist-public')
  await ensureBuilt('dist-demo')
}

// Playwright takes a global setup only as a default export.
export default build
