import { ensureBuilt } from './build.ts'

/** `npm start`: builds the page when it is missing or older than what it is made of, then serves it with its API. */
if (await ensureBuilt('dist')) console.log('The page was built.')
await import('../src/server/main.ts')
