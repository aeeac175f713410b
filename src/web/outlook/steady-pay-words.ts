import type { Outlook } from '#contract/outlook.ts'
import type { KeptBuffer } from '#contract/plan.ts'
import { LEAST_MONTHS } from '#domain/foretell.ts'
import type { Minor } from '#domain/money.ts'
import { BAND_MONTHS } from '#domain/forecast.ts'
import type { Year } from '#domain/outlook.ts'
import type { Format } from '#web/ui/format.ts'

/** "9 in 10", or "95 in 100" where tens do not tell it. */
export function certaintyText(certainty: number): string {
  return certainty % 10 === 0 ? `${certainty / 10} in 10` : `${certainty} in 100`
}

/** How probable something is, in thousandths, as so many in a hundred. */
export function inHundred(thousandths: number, format: Format): string {
  if (thousandths === 0) return 'in none of 2,000 draws'
  return thousandths < 10 ? 'in fewer than 1 of 100 cases' : `in ${format.count(Math.trunc((thousandths + 5) / 10))} of 100 cases`
}

interface PayFacts {
  year: Year
  certainty: number
  /** What is enough in the first of the months; null without a target. */
  enough: Minor | null
  months: readonly string[]
  /** What is kept, where that was said. */
  buffer: Pick<KeptBuffer, 'amount' | 'least'> | null
  /** What of such a pay is put aside for income tax; null where no share is said. */
  aside: Minor | null
}

/** What pay can be, in one sentence: the answer. */
export function paySentence({ year: { pay }, certainty }: Pick<PayFacts, 'year' | 'certainty'>, format: Format): string {
  const sure = certaintyText(certainty)
  if (pay.pay === 0) return `Nothing can be paid every month for a year (${sure}).`
  return `You can pay yourself ${format.money(pay.pay, { round: 'down' })} every month for a year (${sure}).`
}

/** What that is beside enough, what of it is for tax, what it takes from the buffer, and when that is lowest. */
export function payDetails({ year, enough, months, buffer, aside }: Omit<PayFacts, 'certainty'>, format: Format): string[] {
  const { pay, enoughShort } = year
  const lowest = pay.lowest === null || pay.pay === 0 ? undefined : months[pay.lowest]
  const left = hasBuffer(buffer) ? 'The buffer' : 'What is left over from better months'
  return [
    ...(enough === null ? [] : [besideEnough(pay.pay, enough, format)]),
    ...(aside === null || pay.pay === 0 ? [] : [`It is before income tax, for which ${format.money(aside)} of it is put aside.`]),
    ...(pay.pay === 0 ? [] : spends(buffer, format)),
    ...(enoughShort === null ? [] : [`Paying yourself enough would run dry ${inHundred(enoughShort, format)}.`]),
    ...drySentence(pay, buffer, format),
    ...(lowest === undefined ? [] : [`${left} is lowest most often in ${format.month(lowest)}.`]),
  ]
}

/** In how many cases the pay is not there some month, in words that also hold where the buffer begins under what must stay of it. */
function drySentence({ pay, shortfall }: Year['pay'], buffer: PayFacts['buffer'], format: Format): string[] {
  if (pay === 0 && shortfall === 0) return []
  if (pay > 0) return [`This pay runs dry ${inHundred(shortfall, format)}.`]
  if (buffer !== null && buffer.amount < buffer.least)
    return [`The buffer is ${format.money(buffer.least - buffer.amount, { round: 'up' })} under what must stay of it from the beginning.`]
  return [`Even with no pay it runs dry ${inHundred(shortfall, format)}.`]
}

/** Whether there is a buffer to speak of. */
export function hasBuffer(buffer: PayFacts['buffer']): boolean {
  return buffer !== null && buffer.amount > 0
}

/** That a buffer is used up for the pay, as far as it may be. */
function spends(buffer: PayFacts['buffer'], format: Format): string[] {
  if (buffer === null || buffer.amount <= buffer.least) return []
  const end = buffer.least === 0 ? 'all of it' : `down to the ${format.money(buffer.least)} that must stay`
  return [`For it your buffer is spent where months are poor, ${end} if need be.`]
}

/** Pay is told rounded down, so what is over is as well, and what is to go is rounded up: the two make enough together. */
function besideEnough(pay: Minor, enough: Minor, format: Format): string {
  if (pay >= enough)
    return pay === enough ? 'That is just enough.' : `That is enough and ${format.money(pay - enough, { round: 'down' })} over.`
  return `${format.money(enough - pay, { round: 'up' })} to go to enough, ${format.money(enough)}.`
}

/** What is said of pay while there are too few months for draws: the lowest known month. */
export function earlyPay(outlook: Outlook, format: Format): string {
  const months = outlook.streams[0]?.net.length ?? 0
  if (months < LEAST_MONTHS) return `Steady pay takes ${LEAST_MONTHS} full months at least, and is drawn from ${BAND_MONTHS} on.`
  const totals = Array.from({ length: months }, (_, i) => outlook.streams.reduce((sum, { net }) => sum + (net[i] ?? 0), 0))
  const lowest = format.money(Math.max(0, Math.min(...totals)), { round: 'down' })
  return `${lowest} a month is what the poorest of ${format.count(months)} full months brought: no more can be said before there are ${BAND_MONTHS}.`
}
