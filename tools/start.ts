import { ensureBuilt } from './build.ts'
import { keepCompiled } from './compile-cache.ts'
import { endWithShell } from './end-with-shell.ts'

/** `npm start`: builds both pages, the owner's and the patron's, when they are missing or older than what they are made of, then serves them. */
endWithShell()
const built = [await ensureBuilt('dist'), await ensureBuilt('dist-public')]
if (built.includes(true)) console.log('The pages were built.')
keepCompiled()
await import('../src/server/main.ts')
