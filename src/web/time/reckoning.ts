import type { AnswerTo, Question } from './reckon.ts'

/** What a worker is, as far as it is needed here. */
export interface Reckoner {
  postMessage(message: { id: number; question: Question }, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { data: { id: number; answer: unknown } }) => void): void
  addEventListener(type: 'error', listener: () => void): void
}

/**
 * Asks a worker, which is made with the first question. Where it fails, all that waits for it is refused, and the next question
 * makes a new one. Answers are not kept: whoever asks does that.
 */
export function createReckoning(make: () => Reckoner) {
  const waiting = new Map<number, { done: (answer: unknown) => void; failed: (error: Error) => void }>()
  let reckoner: Reckoner | undefined
  let count = 0
  const begin = (): Reckoner => {
    const made = make()
    made.addEventListener('message', ({ data }) => {
      waiting.get(data.id)?.done(data.answer)
      waiting.delete(data.id)
    })
    made.addEventListener('error', () => {
      reckoner = undefined
      for (const { failed } of waiting.values()) failed(new Error('Failed to reckon: the worker ended. Load the page again.'))
      waiting.clear()
    })
    return made
  }
  return async <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => {
    const id = (count += 1)
    const answer = new Promise<unknown>((done, failed) => waiting.set(id, { done, failed }))
    reckoner ??= begin()
    reckoner.postMessage({ id, question }, [])
    // The worker answers each question with its own kind of answer.
    return (await answer) as AnswerTo<Q>
  }
}

/** The page's own worker. */
export const reckonInWorker = createReckoning(() => new Worker(new URL('./time-worker.ts', import.meta.url), { type: 'module' }))
