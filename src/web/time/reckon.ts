import { crowdingOut, type CrowdingOut, type PaidAndBasic } from '#domain/crowding-out.ts'
import { keepOrDrop, type KeepOrDrop, type KeepQuestion } from '#domain/keep-or-drop.ts'

/** What takes too long for the page's own thread. */
export type Question = { ask: 'crowding out'; weeks: PaidAndBasic[] } | { ask: 'keep or drop'; of: KeepQuestion }

export function reckon(question: Question): CrowdingOut | KeepOrDrop {
  return question.ask === 'crowding out' ? crowdingOut(question.weeks) : keepOrDrop(question.of)
}
