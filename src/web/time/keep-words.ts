import type { Time } from '#contract/time.ts'
import type { KeepOrDrop, VentureStanding } from '#domain/keep-or-drop.ts'
import { frequency } from '#web/outlook/chance-words.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'
import { numberWord, plural } from '#web/ui/number-words.ts'
import { ratesTag } from './rate-words.ts'
import { hourWords } from './words.ts'

/** One venture with all that is told of it. */
export interface KeepRow extends VentureStanding {
  name: string
  joy: number | null
  /** What an hour brings, in minor units; null where it is not known. */
  rate: number | null
  /** Minutes of a mean known month. */
  minutes: number
}

/** Ventures that brought anything, with their hours, the one that brings most first. */
export function keepRows({ ventures }: KeepOrDrop, time: Pick<Time, 'ventures'>): KeepRow[] {
  const told = new Map(time.ventures.map((one) => [one.venture, one]))
  return ventures
    .flatMap((standing) => {
      const one = told.get(standing.venture)
      return one ? [{ ...standing, name: one.name, joy: one.joy, rate: one.rate?.rate ?? null, minutes: one.minutes }] : []
    })
    .toSorted((a, b) => b.net - a.net || a.venture - b.venture)
}

/** What an hour of all rated ventures together brings; null where none is rated. */
export function overallRate(time: Pick<Time, 'ventures'>): number | null {
  const rated = time.ventures.flatMap(({ rate }) => (rate ? [rate] : []))
  const minutes = rated.reduce((sum, rate) => sum + rate.minutes, 0)
  return minutes === 0 ? null : Math.round(rated.reduce((sum, { rate, minutes: own }) => sum + rate * own, 0) / minutes)
}

/** A share from which a venture can be counted on rather than not. */
export const HALF = 0.5

/** What one venture is like, in one sentence. */
export function likeSentence({ name, rate, dependable }: KeepRow, format: Format): string {
  const hour = rate === null ? 'what an hour brings is not known' : `an hour brings ${format.money(rate)}`
  const counted = countedWords(dependable, format)
  return `${isolated(name)}: ${hour}, and ${counted}.`
}

function countedWords(dependable: number | null, format: Format): string {
  if (dependable === null) return 'how far it can be counted on is not known yet'
  return dependable === 0 ? 'no month of it can be counted on' : `${format.percent(dependable)} of its usual month comes in 9 of 10`
}

/** How the book would stand without it. Of what it would do to the others nothing is said: that is not known. */
export function stopSentence(
  { name, without, minutes }: KeepRow,
  { all, months }: Pick<KeepOrDrop, 'all' | 'months'>,
  format: Format,
): string {
  const mean = months === 1 ? 'the one full month' : `a mean month of ${numberWord(months)}`
  const parts = [`${mean} holds ${format.money(without.net)} instead of ${format.money(all.net)} (cash, net)`]
  if (without.ofTen !== null && all.ofTen !== null) {
    const [now, then] = [frequency(all.ofTen), frequency(without.ofTen)]
    parts.push(now === then ? `the next month is enough in ${then} as before` : `the next month is enough in ${then} instead of ${now}`)
  }
  parts.push(minutes > 0 ? `${hourWords(minutes, format)} of a mean known month are free` : 'no hours that are known are freed')
  if (without.swing !== null && all.swing !== null) {
    const [now, then] = [format.percent(all.swing), format.percent(without.swing)]
    parts.push(now === then ? `months swing by ${then} as before` : `months swing by ${then} instead of ${now}`)
  }
  return `Without ${isolated(name)} ${format.list(parts)}.`
}

/** Of which months hours and money are, and through which lens: those of an hour and of hours are not those of a mean month. */
export function keepTag(time: Pick<Time, 'month' | 'knownMonths'>, { months }: Pick<KeepOrDrop, 'months'>, format: Format): string {
  return `hours and what one brings: ${ratesTag(time, format)}; a mean month: ${plural(months, 'full month', { written: numberWord(months) })}, cash, net`
}

/** What keeps the picture from being drawn, or undefined. */
export function keepTrouble(rows: readonly KeepRow[], { months }: Pick<KeepOrDrop, 'months'>): string | undefined {
  if (months === 0) return 'Keep or drop takes full months of money; there is none yet.'
  if (rows.length < 2) return 'Keep or drop takes two ventures that brought anything.'
  if (rows.every(({ dependable }) => dependable === null))
    return 'Keep or drop takes six full months of money to tell what can be counted on.'
  if (rows.every(({ rate }) => rate === null)) return 'Keep or drop takes hours by venture over three full months.'
  return undefined
}
