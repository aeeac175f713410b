import type { Outlook } from '#contract/outlook.ts'
import { allot } from '#domain/allotment.ts'
import { exponentOf } from '#domain/currency.ts'
import { drawnStreams } from '#domain/drawn-streams.ts'
import { BAND_MONTHS } from '#domain/forecast.ts'
import { itemOf } from '#domain/known-items.ts'
import { LEAST_MONTHS, type Foretold, type ForetellQuestion } from '#domain/foretell.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthOf, type Month } from '#domain/month.ts'
import { targetOf } from '#domain/target.ts'
import type { Format } from '#web/ui/format.ts'
import { frequency, unsureText, type Beside } from './chance-words.ts'

/** A year after the running month. */
export const MONTHS_AHEAD = 12
/** From so many units on an amount is told without what is less than one. */
const WHOLE_FROM = 100
/** Streams that are named. */
const NAMED = 3

/** The month that is asked for: the one after the running one. */
export function nextMonth({ today }: Pick<Outlook, 'today'>): Month {
  return addMonths(monthOf(today), 1)
}

/** What the engine is asked for a book; undefined where there is no full month. */
export function questionOf({ first, streams, known, today, targets, recalibration }: Outlook): ForetellQuestion | undefined {
  if (first === null) return undefined
  return {
    streams: drawnStreams(streams),
    first,
    known: known.map(itemOf),
    enough: targetOf(targets, nextMonth({ today }))?.enough ?? null,
    recalibration,
    horizon: 1 + MONTHS_AHEAD,
  }
}

/** What can be counted on, in sentences; the first is the answer. */
export function countOnSentences(told: Foretold, outlook: Outlook, format: Format): string[] {
  const months = monthsText(told.months, format)
  if (told.say === 'nothing') {
    return [
      `Too early to say: ${months} so far.`,
      `After ${LEAST_MONTHS} it says what they brought, after ${BAND_MONTHS} what you can count on.`,
    ]
  }
  if (told.say === 'range') {
    const range = rangeText(told, format)
    return [`Too early to say: in ${months} a month brought ${range}.`, `After ${BAND_MONTHS} it says what you can count on.`]
  }
  const month = format.longMonth(nextMonth(outlook))
  const { low } = told.next
  const answer =
    low > 0
      ? `At least ${format.money(low, { round: 'down' })} in ${month}, in 9 of 10 cases.`
      : `Nothing is sure in ${month}: ${unsureText(low, format)}.`
  const enough = told.ofTen === null ? [] : [`Enough in ${frequency(told.ofTen, besideOf(told, outlook))}.`]
  return [answer, `Likely ${rangeText(told.next, format)} (8 in 10).`, ...enough]
}

function monthsText(months: number, format: Format): string {
  if (months === 0) return 'no full month'
  return months === 1 ? '1 full month' : `${format.count(months)} full months`
}

function rangeText({ low, high }: { low: number; high: number }, format: Format): string {
  const least = format.money(low, { round: 'down' })
  return low === high ? least : `${least} to ${format.money(high)}`
}

/** The band of the month that is asked for, and what is enough in it. */
export function besideOf(told: Extract<Foretold, { say: 'band' }>, outlook: Outlook): Beside {
  return { band: told.next, enough: targetOf(outlook.targets, nextMonth(outlook))?.enough ?? null }
}

/** Whom it comes from: the streams that bring most of what can be counted on; undefined where nothing can. */
export function fromWhom(told: Foretold, outlook: Outlook, format: Format): string | undefined {
  if (told.say !== 'band') return undefined
  const parts = outlook.streams
    .map(({ name }, i) => ({ name, part: told.next.byStream[i] ?? 0 }))
    .filter(({ part }) => part > 0)
    .toSorted((a, b) => b.part - a.part)
  if (parts.length === 0) return undefined
  const rest = parts.slice(NAMED).reduce((sum, { part }) => sum + part, 0)
  const named = [...parts.slice(0, NAMED), ...(rest > 0 ? [{ name: 'others', part: rest }] : [])]
  const amounts = addingUp(
    named.map(({ part }) => part),
    format,
  )
  const texts = named.flatMap(({ name }, i) => (amounts[i] === 0 ? [] : [`${name} ${format.money(amounts[i] ?? 0)}`]))
  return texts.length === 0 ? undefined : `From ${format.list(texts)}.`
}

/** Parts as they are written: of a sum that is told in whole units, rounded down, whole units that add up to it. */
function addingUp(parts: readonly Minor[], format: Format): Minor[] {
  const unit = 10 ** (exponentOf(format.currency) ?? 2)
  const whole = Math.floor(parts.reduce((sum, part) => sum + part, 0) / unit)
  return whole < WHOLE_FROM ? [...parts] : allot(whole, parts).map((part) => part * unit)
}

/** What it is taken from, and what is not in it. */
export function basisText(told: Foretold, format: Format): string {
  return `Dependable: net, on the day it was paid, before income tax; drawn from ${monthsText(told.months, format)}, without what this month has brought so far.`
}
