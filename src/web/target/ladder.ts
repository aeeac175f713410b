import type { Outlook } from '#contract/outlook.ts'
import type { Dependable } from '#domain/dependable.ts'
import { median } from '#domain/income.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import type { NeedLevel } from '#domain/need.ts'
import { needsLadder, type Carrier, type Rung } from '#domain/needs-ladder.ts'
import type { Levels } from '#domain/target.ts'
import { monthly, neededLevels, type PlannedNeed } from '#domain/target-plan.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, numberWord } from '#web/ui/number-words.ts'
import { lastYear, meanOf } from './past-months.ts'

/** A need with what pays it. */
export interface LadderRow extends Rung {
  text: string
  level: NeedLevel
  amount: Minor
}

const ORDER: readonly NeedLevel[] = ['bare', 'enough', 'comfortable']
/** Streams that a sentence names. */
const NAMED = 3

export interface LadderFacts {
  needs: readonly PlannedNeed[]
  /** The target that was made of them, before income tax. */
  target: Levels
  streams: Outlook['streams']
  next: Dependable
}

/**
 * What each stream pays, in the basis of the needs: by the target's own share, as of all that enough takes before tax so much is left
 * for its needs.
 */
export function carriersOf({ needs, target, streams, next }: LadderFacts): Carrier[] {
  const needed = neededLevels(needs).enough
  const left = (amount: Minor): Minor =>
    target.enough <= 0 ? 0 : Number(divideHalfEven(BigInt(amount) * BigInt(needed), BigInt(target.enough)))
  return streams.map(({ net, archived }, i): Carrier => {
    const year = archived ? [] : lastYear(net)
    return { dependable: left(next.byStream[i] ?? 0), usual: left(median(year) ?? 0), mean: left(meanOf(year)) }
  })
}

/** Needs from the most urgent level down, each with the streams that pay it. */
export function ladderRows(facts: LadderFacts): LadderRow[] {
  const ordered = ORDER.flatMap((level) => facts.needs.filter((need) => need.level === level))
  const amounts = ordered.map(monthly)
  const rungs = needsLadder(amounts, carriersOf(facts))
  return ordered.map(({ text, level }, i) => ({
    text,
    level,
    amount: amounts[i] ?? 0,
    ...(rungs[i] ?? { state: 'open', paid: [], open: 0 }),
  }))
}

/** Who pays a need, each once and the first payer first: "Liberapay and GitHub Sponsors". */
export function payersText({ paid }: Pick<Rung, 'paid'>, streams: Outlook['streams'], format: Format): string {
  const names = [...new Set(paid.map(({ by }) => streams[by]?.name ?? ''))].filter((name) => name !== '')
  const rest = names.length - NAMED
  const told = rest > 1 ? [...names.slice(0, NAMED), `${numberWord(rest)} more`] : names
  // A name with a comma of its own would fall apart in a list of words.
  return told.some((name) => name.includes(',')) ? told.join(' + ') : format.list(told)
}

/** One rung in words: "firm, paid by Liberapay and GitHub Sponsors". */
export function rungText(row: LadderRow, streams: Outlook['streams'], format: Format): string {
  const payers = payersText(row, streams, format)
  if (row.state === 'firm') return `firm, paid by ${payers}`
  if (row.state === 'usual') return `in a usual month, paid by ${payers}`
  if (row.paid.length === 0) return 'open'
  return `open: ${format.money(row.amount - row.open)} of it from ${payers}`
}

/** How many needs stand how. */
export function ladderSummary(rows: readonly LadderRow[]): string {
  const count = (state: Rung['state']) => rows.filter((row) => row.state === state).length
  const [firm, usual, open] = [count('firm'), count('usual'), count('open')]
  const only = [firm, usual, open].includes(rows.length)
  const state = firm > 0 ? 'firm' : usual > 0 ? 'paid in a usual month' : 'open'
  if (rows.length === 1) return `The one need is ${state}.`
  if (only) return `${rows.length === 2 ? 'Both' : `All ${numberWord(rows.length)}`} are ${state}.`
  const parts = [
    firm > 0 ? `${numberWord(firm)} ${firm === 1 ? 'is' : 'are'} firm` : '',
    usual > 0 ? `${numberWord(usual)} ${usual === 1 ? 'is' : 'are'} paid in a usual month` : '',
    open > 0 ? `${numberWord(open)} ${open === 1 ? 'is' : 'are'} open` : '',
  ].filter((part) => part !== '')
  return capital(`Of ${numberWord(rows.length)} needs ${parts.join(', ')}.`)
}
