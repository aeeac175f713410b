import { openWasmHandle } from '#storage/wasm-handle.ts'
import { openWasmStorage } from '#storage/wasm-sqlite.ts'
import { inPageApp } from './in-page-app.ts'
import { answerOf, requestOf, type Ask } from './messages.ts'

/**
 * The whole app, off the page's own thread, so that drawing never waits for a query. Asks that come before it is ready wait
 * for it.
 */
const ready = inPageApp({
  openStorage: openWasmStorage,
  openHandle: openWasmHandle,
  version: String(import.meta.env['VERSION']),
  // There is no terminal to tell, only the browser's console.
  log: (message, error) => console.error(message, error),
})

addEventListener('message', (event: MessageEvent<Ask>) => void answer(event.data))

async function answer(ask: Ask): Promise<void> {
  const app = await ready
  const said = await answerOf(ask.id, await app(requestOf(ask)))
  postMessage(said, { transfer: said.body ? [said.body] : [] })
}
