import type { CrowdingOut, PaidAndBasic } from '#domain/crowding-out.ts'
import type { KeepOrDrop, KeepQuestion } from '#domain/keep-or-drop.ts'
import { createForetelling } from '#web/outlook/foretelling.ts'
import type { Question } from './reckon.ts'

const ask = createForetelling<Question, CrowdingOut | KeepOrDrop>(
  () => new Worker(new URL('./time-worker.ts', import.meta.url), { type: 'module' }),
)

/** Whether paid and basic hours moved together, reckoned beside the page. */
export function crowdingOutInWorker(weeks: PaidAndBasic[]): Promise<CrowdingOut> {
  return ask({ ask: 'crowding out', weeks }) as Promise<CrowdingOut> // what the worker answers to such a question
}

/** How the book would stand without each venture, drawn beside the page. */
export function keepOrDropInWorker(of: KeepQuestion): Promise<KeepOrDrop> {
  return ask({ ask: 'keep or drop', of }) as Promise<KeepOrDrop> // as above
}
