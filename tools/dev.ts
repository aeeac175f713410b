import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { ensureBuilt } from './build.ts'
import { endWithShell } from './end-with-shell.ts'

/**
 * `npm run dev`: the API, started anew when its files change, and the page with hot reload, which hands `/api` on to it. The patron's
 * page is built once, since the public app writes its HTML. One Ctrl-C ends both.
 */
await ensureBuilt('dist-public')
const apiPort = process.env['PORT'] ?? '4400'
process.env['ENOUGH_API_PORT'] = apiPort
const main = fileURLToPath(new URL('../src/server/main.ts', import.meta.url))
const api = spawn(process.execPath, ['--watch', '--watch-preserve-output', main], {
  env: { ...process.env, PORT: apiPort },
  stdio: 'inherit',
})

const vite = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // The port between them is the public pages'.
  server: { host: '127.0.0.1', port: Number(apiPort) + 2 },
})
await vite.listen()
vite.printUrls()

let ending = false
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  const ended = api.exitCode === null ? once(api, 'exit') : undefined
  api.kill('SIGTERM')
  await Promise.all([ended, vite.close()])
  process.exit(code)
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))
api.on('exit', (code) => void end(code ?? 1))
endWithShell()
