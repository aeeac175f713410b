import { reckon, type Question } from './reckon.ts'

/** Reckons off the page's own thread, so that it never waits. Each message is a number and a question; the answer bears the number. */
self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: Question }>) => {
  self.postMessage({ id: data.id, told: reckon(data.question) }, { transfer: [] })
})
