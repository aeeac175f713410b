import type { IncomeByMonth } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import { monthOf, type Month } from '#domain/month.ts'
import { levelsAround, type Levels, type Target } from '#domain/target.ts'
import type { Format } from '#web/ui/format.ts'

/** What stands in the form; undefined where nothing readable does. */
export interface Draft {
  bare: Minor | undefined
  enough: Minor | undefined
  comfortable: Minor | undefined
}

export type DraftErrors = { [K in keyof Draft]?: string }

/** Levels of a draft: what was left open follows from enough. Undefined while there is no enough. */
export function levelsOf(draft: Draft): Levels | undefined {
  if (draft.enough === undefined || draft.enough <= 0) return undefined
  const { bare, comfortable } = levelsAround(draft.enough)
  return { bare: draft.bare ?? bare, enough: draft.enough, comfortable: draft.comfortable ?? comfortable }
}

/** What is wrong with a draft, by field, as sentences that say what would be right. */
export function draftErrors(draft: Draft): DraftErrors {
  const { bare, enough, comfortable } = draft
  if (enough === undefined || enough <= 0) return { enough: 'Write an amount above 0: it is the line that every month is held against.' }
  const errors: DraftErrors = {}
  if (bare !== undefined && (bare < 0 || bare > enough)) errors.bare = 'The basics lie between 0 and enough. Lower them, or raise enough.'
  if (comfortable !== undefined && comfortable < enough) errors.comfortable = 'Comfortable is not below enough. Raise it, or lower enough.'
  return errors
}

/** How many full months are looked back at. */
const LOOK_BACK = 12

interface Preview {
  levels: Levels
  from: Month
  targets: readonly Target[]
  months: IncomeByMonth
  /** What is left of enough after income tax, where the levels were said after it. */
  afterTax?: Minor | undefined
}

/** Says what a target would mean: from when to when, in a year, and how many of the last full months it would have held for. */
export function previewSentence({ levels, from, targets, months, afterTax }: Preview, format: Format): string {
  const next = targets
    .map((target) => target.from)
    .filter((month) => month > from)
    .sort()[0]
  const enough =
    afterTax === undefined
      ? format.money(levels.enough)
      : `${format.money(afterTax)} after income tax, ${format.money(levels.enough)} before it,`
  const year = format.money(levels.enough * 12)
  const until = next === undefined ? '' : `, until ${format.month(next)} brings the next step`
  const first = `From ${format.month(from)} on, ${enough} is enough in a month: ${year} in a year${until}.`
  const running = monthOf(months.today)
  const full = months.months.flatMap((month, i) => {
    const begun = months.firstMonth !== null && month >= months.firstMonth
    return begun && month < running ? [months.streams.reduce((sum, { net }) => sum + (net[i] ?? 0), 0)] : []
  })
  const last = full.slice(-LOOK_BACK)
  if (last.length === 0) return first
  const held = last.filter((net) => net >= levels.enough).length
  if (last.length === 1) return `${first} The one full month brought ${held === 1 ? 'as much' : 'less'}, in cash.`
  return `${first} ${format.count(held)} of the last ${format.count(last.length)} full months brought as much, in cash.`
}
