import type { Need, NeedLevel } from '#domain/need.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'

/** One need as it is typed; `key` tells it apart while it moves, `amount` is undefined while nothing readable stands there. */
export interface NeedDraft {
  key: number
  text: string
  amount: number | undefined
  level: NeedLevel
}

export const LEVELS: readonly { value: NeedLevel; label: string; hint: string }[] = [
  { value: 'bare', label: 'Bare', hint: 'without it nothing goes on' },
  { value: 'enough', label: 'Enough', hint: 'makes it last' },
  { value: 'comfortable', label: 'Comfortable', hint: 'comes after' },
]

/** A level by the value of its choice. */
export function levelNamed(value: string): NeedLevel {
  return LEVELS.find((level) => level.value === value)?.value ?? 'enough'
}

export function draftsOf(needs: readonly Need[]): NeedDraft[] {
  return needs.length > 0 ? needs.map((need, key) => ({ key, ...need })) : [emptyNeed(0)]
}

export function emptyNeed(key: number): NeedDraft {
  return { key, text: '', amount: undefined, level: 'enough' }
}

/** A key that no draft has. */
export function freshKey(drafts: readonly NeedDraft[]): number {
  return drafts.reduce((most, { key }) => Math.max(most, key), -1) + 1
}

/** The drafts with one moved up (−1) or down (1); unchanged where it would leave the list. */
export function moved<T>(drafts: readonly T[], at: number, by: -1 | 1): T[] {
  const [one, other] = [drafts[at], drafts[at + by]]
  if (!one || !other) return [...drafts]
  return drafts.with(at, other).with(at + by, one)
}

/** A line about which nothing was said: it is left out. */
function isBlank({ text, amount }: NeedDraft): boolean {
  return text.trim() === '' && amount === undefined
}

/** The lines that can be counted, in their order. */
export function needsOf(drafts: readonly NeedDraft[]): Need[] {
  return drafts.flatMap(({ text, amount, level }) => (amount !== undefined && amount > 0 ? [{ text: text.trim(), amount, level }] : []))
}

export interface NeedsTrouble {
  /** By the key of the line. */
  text: Map<number, string>
  amount: Map<number, string>
  /** What is wrong with all of them together. */
  whole: string | undefined
}

/** What is wrong, line by line, as sentences that say what would be right. */
export function needsTrouble(drafts: readonly NeedDraft[]): NeedsTrouble {
  const told = drafts.filter((draft) => !isBlank(draft))
  const text = new Map(told.filter((draft) => draft.text.trim() === '').map(({ key }) => [key, 'Say what it is.']))
  const amount = new Map(
    told.filter((draft) => draft.amount === undefined || draft.amount <= 0).map(({ key }) => [key, 'Write an amount above 0.']),
  )
  const counted = told.some(({ level }) => level !== 'comfortable')
  const whole =
    told.length === 0
      ? 'Write one need at least.'
      : counted
        ? undefined
        : 'One need must be bare or enough: without it no month could be enough.'
  return { text, amount, whole }
}

export function isSound({ text, amount, whole }: NeedsTrouble): boolean {
  return text.size === 0 && amount.size === 0 && whole === undefined
}

/** The steps of one venture, newest first. */
export function stepsOf(targets: readonly PlannedTarget[], venture: number): PlannedTarget[] {
  return targets.filter((target) => target.venture === venture).toSorted((a, b) => (a.from < b.from ? 1 : -1))
}
