import { exponentOf } from '#domain/currency.ts'
import { decimalText, type Minor } from '#domain/money.ts'
import { monthOf, type Day, type Month } from '#domain/month.ts'
import { hasEnough, isCurrent, type Carried, type PublicNeed, type PublicVenture } from '#domain/public-venture.ts'

/** What is published as text is the same whoever reads it and wherever it is made, so its language is fixed. */
const LOCALE = 'en'

const monthFormat = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const moneyFormats = new Map<string, Intl.NumberFormat>()

/** "October 2026" */
export function monthText(month: Month): string {
  return monthFormat.format(new Date(`${month}-01T00:00:00Z`))
}

/** "October 31, 2026" */
export function dayText(day: Day): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`))
}

/** "€611", "€2.50" */
export function moneyText(amount: Minor, currency: string): string {
  const known = moneyFormats.get(currency)
  const format = known ?? new Intl.NumberFormat(LOCALE, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  if (!known) moneyFormats.set(currency, format)
  // A decimal text is formatted digit by digit; TypeScript knows only texts that are literals.
  return format.format(decimalText(amount, exponentOf(currency) ?? 2) as Intl.StringNumericLiteral)
}

/** "65 % of enough, smoothed"; what is no longer current only says of when it was: "as of October 2026". "open to patrons" where nothing is told. */
export function badgeText({ carried }: Pick<PublicVenture, 'carried'>, today: Day): string {
  if (!carried) return 'open to patrons'
  return isCurrent(carried, today) ? `${carried.percent} % of enough, smoothed` : `as of ${monthText(monthOf(carried.asOf))}`
}

/** How far it is carried, as a sentence. */
export function carriedText(venture: Pick<PublicVenture, 'carried' | 'currency'>, today: Day): string {
  const { carried } = venture
  if (!carried) return 'Open to patrons.'
  const month = monthText(monthOf(carried.asOf))
  if (!isCurrent(carried, today)) return `As of ${month}: nothing newer is known.`
  const told = `${month} carried it to ${carried.percent} % of enough, smoothed${amountsText(carried, venture.currency)}.`
  return hasEnough(venture, today) ? `It has enough. ${told}` : told
}

function amountsText({ net, enough }: Carried, currency: string): string {
  return net === undefined || enough === undefined ? '' : `: ${moneyText(net, currency)} of ${moneyText(enough, currency)} a month`
}

/** "€640", "71 %", or nothing where money is hidden. */
export function needText({ amount, percent }: PublicNeed, currency: string): string {
  if (amount !== undefined) return moneyText(amount, currency)
  return percent === undefined ? '' : `${percent} %`
}
