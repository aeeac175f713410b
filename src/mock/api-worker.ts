import { ecbPacked } from '#domain/ecb-table.ts'
import { readRateTable } from '#domain/rate.ts'
import { createApp } from '#server/app.ts'
import { openWasmStorage } from '#storage/wasm-sqlite.ts'
import { inPageParts } from './in-page-parts.ts'
import { answerOf, requestOf, type Ask } from './messages.ts'

/**
 * The whole app, off the page's own thread, so that drawing never waits for a query. Asks that come before it is ready wait
 * for it.
 */
const ready = open()

addEventListener('message', (event: MessageEvent<Ask>) => void answer(event.data))

async function open() {
  const rates = readRateTable(ecbPacked)
  const storage = await openWasmStorage(rates)
  const version = String(import.meta.env['VERSION'])
  // There is no terminal to tell, only the browser's console.
  return createApp(inPageParts({ storage, rates, version, log: (message, error) => console.error(message, error) }))
}

async function answer(ask: Ask): Promise<void> {
  const app = await ready
  const said = await answerOf(ask.id, await app.fetch(requestOf(ask)))
  postMessage(said, { transfer: said.body ? [said.body] : [] })
}
