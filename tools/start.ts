import { ensureBuilt } from './build.ts'
import { endWithShell } from './end-with-shell.ts'

/** `npm start`: builds the page when it is missing or older than what it is made of, then serves it with its API. */
endWithShell()
if (await ensureBuilt('dist')) console.log('The page was built.')
await import('../src/server/main.ts')
