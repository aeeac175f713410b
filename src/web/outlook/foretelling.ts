import type { Foretold, ForetellQuestion } from '#domain/foretell.ts'
import type { OutlookAnswer, OutlookQuestion } from '#domain/outlook.ts'

/** Answers that are kept: a page asks the same again with every visit. */
const KEPT = 16

/** What a worker is, as far as it is needed here. */
export interface Drawer<Q, A> {
  postMessage(message: { id: number; question: Q }, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { data: { id: number; told: A } }) => void): void
  addEventListener(type: 'error', listener: () => void): void
}

/**
 * Asks a worker, and keeps its answers by the text of the question: the same data are never drawn twice. The worker is made with
 * the first question. Where it fails, what was asked of it is refused, and the next question makes a new one.
 */
export function createForetelling<Q, A>(make: () => Drawer<Q, A>): (question: Q) => Promise<A> {
  const kept = new Map<string, Promise<A>>()
  const waiting = new Map<number, { done: (told: A) => void; failed: (error: Error) => void }>()
  let drawer: Drawer<Q, A> | undefined
  let count = 0
  const begin = (): Drawer<Q, A> => {
    const made = make()
    made.addEventListener('message', ({ data }) => {
      waiting.get(data.id)?.done(data.told)
      waiting.delete(data.id)
    })
    made.addEventListener('error', () => {
      drawer = undefined
      kept.clear()
      for (const { failed } of waiting.values())
        failed(new Error('Failed to draw the months to come: the worker ended. Load the page again.'))
      waiting.clear()
    })
    return made
  }
  return (question) => {
    const text = JSON.stringify(question)
    const known = kept.get(text)
    if (known) return known
    const id = (count += 1)
    const told = new Promise<A>((done, failed) => waiting.set(id, { done, failed }))
    kept.set(text, told)
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
    drawer ??= begin()
    drawer.postMessage({ id, question }, [])
    return told
  }
}

/** What the page's own worker is asked: of the next month, or of the year ahead. */
export type Asked = { next: ForetellQuestion } | { year: OutlookQuestion }

const ask = createForetelling<Asked, Foretold | OutlookAnswer>(
  () => new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' }),
)

/** What can be said of the next month, drawn beside the page. */
export function foretellInWorker(question: ForetellQuestion): Promise<Foretold> {
  return ask({ next: question }) as Promise<Foretold> // what the worker answers to such a question
}

/** The year ahead, drawn beside the page. */
export function outlookInWorker(question: OutlookQuestion): Promise<OutlookAnswer> {
  return ask({ year: question }) as Promise<OutlookAnswer> // as above
}
