import { keepCompiled } from './compile-cache.ts'
import { endWithShell } from './end-with-shell.ts'

/** The server of `npm start`, once the pages are built. */
endWithShell()
keepCompiled()
await import('../src/server/main.ts')
