import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.ts'
import { keepCompiled } from './compile-cache.ts'
import { endWithShell } from './end-with-shell.ts'

/** `npm start`: builds both pages, the owner's and the patron's, when they are missing or older than what they are made of, then serves them. */
endWithShell()
const built = [await ensureBuilt('dist'), await ensureBuilt('dist-public')]
if (built.includes(true)) console.log('The pages were built.')
// Before the process is another: it then takes its very first file from there.
keepCompiled()
becomeServer()
await import('./serve.ts')

/**
 * On Linux the process becomes the server's, which holds none of what the building took. The C library there gives each thread
 * memory of its own to allot from, which it hardly ever hands back: with one for all, an import takes some 20 MB less. Elsewhere
 * the process stays and nothing is lost.
 */
function becomeServer(): void {
  if (process.platform !== 'linux' || !process.execve) return
  const serve = fileURLToPath(new URL('./serve.ts', import.meta.url))
  process.execve(process.execPath, [process.execPath, ...process.execArgv, serve], { MALLOC_ARENA_MAX: '1', ...process.env })
}
