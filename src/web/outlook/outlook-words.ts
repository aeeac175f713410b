import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import { BAND_MONTHS } from '#domain/forecast.ts'
import type { ViewLens } from '#domain/income.ts'
import { addMonths, monthOf } from '#domain/month.ts'
import type { Minor } from '#domain/money.ts'
import type { OutlookAnswer, Year } from '#domain/outlook.ts'
import { lensTag } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, numberWord, plural } from '#web/ui/number-words.ts'
import { lossText } from './chance-words.ts'
import { MONTHS_AHEAD } from './count-on-words.ts'

/** A year as it is told. */
export interface ToldYear {
  years: OutlookAnswer
  lens: ViewLens
}

/** What is told of the year at the head of the page. */
export function outlookLead(outlook: Pick<Outlook, 'first'>, told: ToldYear | undefined, format: Format): string {
  // As long as what will stand there, so that nothing below it moves.
  if (outlook.first !== null && !told)
    return 'Drawing what the twelve months after this one may bring together, from the months before them.'
  if (!told?.years.real) return 'What may come, what you can pay yourself, and what would be if something were otherwise.'
  const { low, high } = told.years.real.sum
  const [least, tag] = [format.money(low, { round: 'down' }), lensTag(told.lens)]
  if (told.lens !== 'dependable') {
    const both =
      high < 0 ? `lose ${rangeText(lossText(high, format), lossText(low, format))}` : `bring ${rangeText(least, format.money(high))}`
    return `The twelve months after this one likely ${both} together (8 in 10; ${tag}).`
  }
  if (low > 0) return `Count on ${least} over the twelve months after this one together (9 in 10; ${tag}).`
  const loss =
    low < 0 ? `in 1 of 10 cases they lose ${lossText(low, format)} or more together` : 'in 1 of 10 cases or more they bring nothing'
  return `Nothing is sure over the twelve months after this one: ${loss} (${tag}).`
}

function rangeText(least: string, most: string): string {
  return least === most ? least : `${least} to ${most}`
}

/** What is said while there are too few months to draw from. */
export function tooEarly(months: number, format: Format): string {
  return `Too early to say: ${plural(months, 'full month', { written: format.count(months) })} so far, and the year ahead is drawn from ${BAND_MONTHS} on.`
}

interface YearFacts {
  year: Year
  months: readonly string[]
  /** What is enough in each of the months. */
  enough: readonly (Minor | null)[]
  lens: ViewLens
}

/** What the months bring, and how often each is enough. */
export function yearSentence({ year: { ahead, ofTen }, months, enough, lens }: YearFacts, format: Format): string {
  const lows = ahead.map(({ low }) => low)
  const least = Math.min(...lows)
  const poorest = format.month(months[lows.indexOf(least)] ?? '')
  const none = lows.every((low) => low <= 0)
  const loss = `in 1 of 10 cases ${none ? `${poorest}, the poorest,` : 'it'} loses ${lossText(least, format)} or more`
  const count =
    least > 0
      ? `Count on ${format.money(least, { round: 'down' })} even in ${poorest}, the poorest of the twelve (9 in 10).`
      : `Nothing is sure in ${none ? 'any of the twelve' : `${poorest}, the poorest of the twelve`}${least < 0 ? `: ${loss}` : ' (9 in 10)'}.`
  if (ofTen.length === 0) return count
  if (lens === 'dependable') {
    const reached = ahead.filter(({ low }, i) => low >= (enough[i] ?? Infinity)).length
    return `${count} ${howMany(reached, ahead.length)} enough by what can be counted on alone.`
  }
  const safe = ofTen.filter((one) => one >= 8).length
  return `${count} ${howMany(safe, ofTen.length)} enough in 8 of 10 draws or more.`
}

function howMany(safe: number, of: number): string {
  if (safe === 0) return 'None of the twelve is'
  if (safe === of) return 'Each of the twelve is'
  return `${capital(numberWord(safe))} of the twelve ${safe === 1 ? 'is' : 'are'}`
}

/** What of the months ahead is already paid in the smoothed lens: it is known, and in no draw. */
export function paidInYear({ lens, known }: Pick<Outlook, 'lens' | 'known'>): Minor {
  if (lens === 'cash') return 0
  return known.filter((item) => isPaid(item) && item.ahead > 0 && item.ahead <= MONTHS_AHEAD).reduce((sum, { amount }) => sum + amount, 0)
}

/** What is sure was paid; what is due again never is. */
function isPaid({ chance }: Outlook['known'][number]): boolean {
  return chance === 1_000
}

/** What an item comes to on the whole: its amount by how probable it is. */
export function likelyOf({ amount, chance }: Pick<Outlook['known'][number], 'amount' | 'chance'>): Minor {
  return Math.round((amount * chance) / 1_000)
}

/** What is known beside the draws: what is due again, what is agreed, and what is already paid for later months. */
export function knownSentences(outlook: Outlook, { paidAhead }: Pick<Plans, 'paidAhead'>, format: Format): string[] {
  const { lens, known, renewed, today } = outlook
  const later = known.filter((item) => item.ahead > 0 && !isPaid(item))
  const [due, agreed] = [later.filter((item) => !item.agreed), later.filter((item) => item.agreed)]
  const likely = (items: Outlook['known']) => format.money(items.reduce((all, item) => all + likelyOf(item), 0))
  const record =
    renewed.due === 0
      ? 'three of four are taken to come, until your own tell'
      : `${format.count(renewed.renewed)} of ${format.count(renewed.due)} came again so far`
  return [
    ...(due.length === 0
      ? []
      : [
          `${plural(due.length, 'longer payment', { written: format.count(due.length) })} will be due again, likely ${likely(due)} in all${lens === 'smoothed' ? ', each spread over its months' : ''}: ${record}.`,
        ]),
    ...(agreed.length === 0
      ? []
      : [
          `${plural(agreed.length, 'agreed payment is', { written: format.count(agreed.length), many: 'agreed payments are' })} in it, likely ${likely(agreed)} in all: in place of single payments that are drawn of the same stream and month, up to the amount.`,
        ]),
    ...(lens === 'smoothed' ? paidSentence(paidInYear(outlook), addMonths(monthOf(today), -1), format) : []),
    ...(lens === 'cash' && paidAhead > 0
      ? [`${format.money(paidAhead)} is already paid for months to come: it arrived, so it does not come again.`]
      : []),
  ]
}

function paidSentence(paid: Minor, until: string, format: Format): string[] {
  return paid === 0 ? [] : [`${format.money(paid)} of these months was already paid by the end of ${format.month(until)}: it is sure.`]
}

/** What the drawing rests on. */
export function yearBasis({ years: { months }, lens }: ToldYear, format: Format): string {
  const how = lens === 'smoothed' ? 'each payment in the months it is for' : 'on the day it was paid'
  return `${capital(lensTag(lens))}, ${how}, before income tax; drawn from ${plural(months, 'full month', { written: format.count(months) })}, without what this month has brought so far.`
}
