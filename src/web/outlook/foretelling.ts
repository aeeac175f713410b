import type { Foretold, ForetellQuestion } from '#domain/foretell.ts'

/** Answers that are kept: a page asks the same again with every visit. */
const KEPT = 16

/** What a worker is, as far as it is needed here. */
export interface Drawer {
  postMessage(message: { id: number; question: ForetellQuestion }, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { data: { id: number; told: Foretold } }) => void): void
  addEventListener(type: 'error', listener: () => void): void
}

/**
 * Asks a worker, and keeps its answers by the text of the question: the same data are never drawn twice. The worker is made with
 * the first question. Where it fails, what was asked of it is refused, and the next question makes a new one.
 */
export function createForetelling(make: () => Drawer): (question: ForetellQuestion) => Promise<Foretold> {
  const kept = new Map<string, Promise<Foretold>>()
  const waiting = new Map<number, { done: (told: Foretold) => void; failed: (error: Error) => void }>()
  let drawer: Drawer | undefined
  let count = 0
  const begin = (): Drawer => {
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
    const told = new Promise<Foretold>((done, failed) => waiting.set(id, { done, failed }))
    kept.set(text, told)
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
    drawer ??= begin()
    drawer.postMessage({ id, question }, [])
    return told
  }
}

/** The page's own worker. */
export const foretellInWorker = createForetelling(() => new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' }))
