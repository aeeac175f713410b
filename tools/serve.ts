import { endWithShell } from './end-with-shell.ts'

/** The server of `npm start`, once the pages are built. */
endWithShell()
await import('../src/server/main.ts')
