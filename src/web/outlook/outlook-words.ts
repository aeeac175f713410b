import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { BAND_MONTHS } from '#domain/forecast.ts'
import type { OutlookAnswer, Year } from '#domain/outlook.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, numberWord, plural } from '#web/ui/number-words.ts'

/** What is told of the year at the head of the page. */
export function outlookLead(outlook: Outlook, years: OutlookAnswer | undefined, format: Format): string {
  if (outlook.first !== null && !years) return 'Drawing what may come.'
  if (!years?.real) return 'What may come, what you can pay yourself, and what would be if something were otherwise.'
  const { low, high } = years.real.sum
  return `The twelve months after this one likely bring ${format.money(low, { round: 'down' })} to ${format.money(high)} together (8 in 10).`
}

/** What is said while there are too few months to draw from. */
export function tooEarly(months: number, format: Format): string {
  return `Too early to say: ${plural(months, 'full month', { written: format.count(months) })} so far, and the year ahead is drawn from ${BAND_MONTHS} on.`
}

/** What the months bring, and how often each is enough. */
export function yearSentence({ ahead, ofTen }: Year, months: readonly string[], format: Format): string {
  const lows = ahead.map(({ low }) => low)
  const least = Math.min(...lows)
  const poorest = format.month(months[lows.indexOf(least)] ?? '')
  const count = lows.every((low) => low === 0)
    ? 'Nothing is sure in any of the twelve (9 in 10).'
    : least === 0
      ? `Nothing is sure in ${poorest}, the poorest of the twelve (9 in 10).`
      : `Count on ${format.money(least, { round: 'down' })} even in ${poorest}, the poorest of the twelve (9 in 10).`
  if (ofTen.length === 0) return count
  const safe = ofTen.filter((one) => one >= 8).length
  return `${count} ${howMany(safe, ofTen.length)} enough in 8 of 10 draws or more.`
}

function howMany(safe: number, of: number): string {
  if (safe === 0) return 'None of the twelve is'
  if (safe === of) return 'Each of the twelve is'
  return `${capital(numberWord(safe))} of the twelve ${safe === 1 ? 'is' : 'are'}`
}

/** What is known beside the draws: what is due again, and what is already paid for later months. */
export function knownSentences({ known, renewed }: Outlook, { paidAhead }: Pick<Plans, 'paidAhead'>, format: Format): string[] {
  const due = known.filter(({ ahead }) => ahead > 0)
  const sum = due.reduce((all, { amount, chance }) => all + Math.round((amount * chance) / 1_000), 0)
  const record =
    renewed.due === 0
      ? 'three of four are taken to come, until your own tell'
      : `${format.count(renewed.renewed)} of ${format.count(renewed.due)} came again so far`
  return [
    ...(due.length === 0
      ? []
      : [
          `${plural(due.length, 'longer payment', { written: format.count(due.length) })} will be due again, likely ${format.money(sum)} in all: ${record}.`,
        ]),
    ...(paidAhead > 0 ? [`${format.money(paidAhead)} is already paid for months to come: it arrived, so it does not come again.`] : []),
  ]
}

/** What the drawing rests on. */
export function yearBasis({ months }: OutlookAnswer, format: Format): string {
  return `Net, on the day it was paid, before income tax; drawn from ${plural(months, 'full month', { written: format.count(months) })}, without what this month has brought so far.`
}
