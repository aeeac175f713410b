import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { streamParts } from '#domain/forecast-parts.ts'
import { costOfDays } from '#domain/kept-buffer.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthOf } from '#domain/month.ts'
import type { ViewLens } from '#domain/income.ts'
import type { OutlookAnswer, OutlookQuestion } from '#domain/outlook.ts'
import { targetOf } from '#domain/target.ts'
import { changed, daysAsked, type Change, type ChangeableBook } from '#domain/what-if.ts'
import { MONTHS_AHEAD, nextMonth, questionOf } from './count-on-words.ts'
import type { AddressBase } from './what-if-address.ts'
import type { Outcome } from './what-if-words.ts'

/** What a gift and a new wage are measured by in an address where the book knows no usual one. */
const UNKNOWN: Minor = 1_000

/** What is kept and planned, as far as it is not said yet. */
export const NO_BUFFER = { amount: 0, least: 0 } as const

/** What is imagined, and how sure pay is to be. */
export interface Imagined {
  changes: readonly Change[]
  /** In how many of a hundred cases. */
  certainty: number
}

/** The book for changes to be made to it; undefined where there is no full month. */
export function changeableBook(outlook: Outlook, plans: Plans): ChangeableBook | undefined {
  const question = questionOf(outlook)
  if (!question) return undefined
  const places = new Map(plans.streams.map((one) => [one.stream, one]))
  return {
    streams: outlook.streams.map(({ stream, kind }, i) => {
      const { venture = 0, platform = '' } = places.get(stream) ?? {}
      return { stream, venture, platform, kind, net: question.streams[i]?.net ?? [] }
    }),
    first: question.first,
    running: monthOf(outlook.today),
    horizon: question.horizon,
    known: outlook.known,
    patrons: plans.patrons,
    fees: plans.fees,
    leaving: plans.leaving,
  }
}

/** What the worker is asked; undefined where there is no full month. */
export function outlookQuestion(outlook: Outlook, plans: Plans, { changes, certainty }: Imagined): OutlookQuestion | undefined {
  const real = questionOf(outlook)
  const book = changeableBook(outlook, plans)
  if (!real || !book) return undefined
  const { amount, least } = plans.buffer ?? NO_BUFFER
  return {
    real,
    changed: changes.length === 0 ? null : changed(book, changes),
    pay: { buffer: amount, least, certainty },
    spent: spentBy(outlook, changes),
  }
}

/** The year as it is and as it is imagined, in a lens and in cash; null where nothing is imagined, or too little known. */
export function outcomeOf({ cash, years, lens }: { cash: OutlookAnswer; years: OutlookAnswer; lens: ViewLens }): Outcome | null {
  if (!years.real || !years.changed || !cash.real || !cash.changed) return null
  return { real: years.real, other: years.changed, lens, cash: { real: cash.real, other: cash.changed } }
}

/** What days off that are imagined take from the buffer. */
export function spentBy(outlook: Outlook, changes: readonly Change[]): Minor {
  return costOfDays(daysAsked(changes), targetOf(outlook.targets, nextMonth(outlook))?.enough ?? 0)
}

/** The months that are looked at: a year after the running one. */
export function monthsAhead(outlook: Pick<Outlook, 'today'>): string[] {
  return Array.from({ length: MONTHS_AHEAD }, (_, i) => addMonths(nextMonth(outlook), i))
}

/** What is enough in each of these months; null where no target holds. */
export function enoughOf({ targets }: Pick<Outlook, 'targets'>, months: readonly string[]): (Minor | null)[] {
  return months.map((month) => targetOf(targets, month)?.enough ?? null)
}

/** Wages that something can be changed about, with what a month of each brings now. */
export function wagesOf(outlook: Outlook): { stream: number; name: string; level: Minor }[] {
  const { first } = outlook
  if (first === null) return []
  return outlook.streams.flatMap(({ stream, name, kind, archived, net }) =>
    kind === 'wage' && !archived ? [{ stream, name, level: streamParts({ kind, net }, first).recurring.at(-1) ?? 0 }] : [],
  )
}

/** What amounts and names in the address are told by. */
export function addressBase(outlook: Outlook, plans: Plans): AddressBase {
  const levels = new Map(wagesOf(outlook).map(({ stream, level }) => [stream, level]))
  const enough = targetOf(outlook.targets, nextMonth(outlook))?.enough
  return {
    gift: plans.gift ?? UNKNOWN,
    wageOf: (stream) => (stream === null ? enough : levels.get(stream)) || enough || UNKNOWN,
    patrons: plans.patrons.map(({ patron }) => patron),
  }
}
