import { foretell, type ForetellQuestion } from '#domain/foretell.ts'

/** Draws off the page's own thread, so that it never waits. Each message is a number and a question; the answer bears the number. */
self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: ForetellQuestion }>) => {
  self.postMessage({ id: data.id, told: foretell(data.question) }, { transfer: [] })
})
