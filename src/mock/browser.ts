import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import type { Problem } from '#contract/problem.ts'
import { askOf, responseOf, type Answer, type Ask } from './messages.ts'

/** A file is held in memory several times on its way to the app, so the page takes less than a server does. */
const BODY_LIMIT_MIB = 64

/**
 * Runs the whole app inside this page: every request to `/api` is handed to the worker that holds it. Where the page's origin
 * is not secure there is no service worker, and MSW stands in the place of `fetch` instead.
 */
export async function startMock(): Promise<void> {
  const ask = openApp()
  // Only the API's own addresses: while developing, modules of `web/api` are fetched too.
  const worker = setupWorker(http.all(`${location.origin}/api/*`, ({ request }) => ask(request)))
  const url = new URL('mockServiceWorker.js', document.baseURI).href
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } })
}

/** Starts the app's worker; answers the way to ask it. */
function openApp(): (request: Request) => Promise<Response> {
  const app = new Worker(new URL('./api-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (response: Response) => void>()
  let asked = 0
  app.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(responseOf(data))
    waiting.delete(data.id)
  })
  app.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(problem(500, 'Failed to answer: the app in this page has stopped. Reload the page.'))
    waiting.clear()
  })
  return async (request) => {
    const ask: Ask = await askOf(++asked, request)
    if ((ask.body?.byteLength ?? 0) > BODY_LIMIT_MIB * 1024 * 1024) return problem(413, tooLarge())
    return new Promise((resolve) => {
      waiting.set(ask.id, resolve)
      app.postMessage(ask, ask.body ? [ask.body] : [])
    })
  }
}

function tooLarge(): string {
  return `Failed to take the file: in this page a file may have ${BODY_LIMIT_MIB} MiB. Split it, or run Enough on your machine.`
}

function problem(status: number, detail: string): Response {
  const body: Problem = { type: 'about:blank', title: status === 413 ? 'Too large' : 'Internal error', status, detail }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}
