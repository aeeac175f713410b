import { ensureBuilt } from './build.ts'

/** `npm run enough`: the command line. What it publishes as files holds the patron's page, so that is built first. */
if (process.argv[2] === 'publish' && (await ensureBuilt('dist-public'))) console.error('The patron’s page was built.')
await import('../src/server/cli.ts')
