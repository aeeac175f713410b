import type { Band } from '#domain/forecast.ts'
import type { Minor } from '#domain/money.ts'
import type { Format } from '#web/ui/format.ts'

/** A band that stands beside a chance, and what is enough in its month. */
export interface Beside {
  band: Pick<Band, 'low' | 'high'>
  enough: Minor | null
}

/**
 * "6 of 10". The ends stand for all beyond them, as a short past tells no chance nearer to none or to all. Beside a band whose end lies
 * on the other side of enough they stand for themselves: that end is passed in 1 of 10, too.
 */
export function frequency(ofTen: number, beside?: Beside): string {
  const { low = Infinity, high = -Infinity } = beside?.band ?? {}
  const enough = beside?.enough ?? 0
  if (ofTen <= 1) return beside && high >= enough ? '1 of 10' : '1 of 10 or fewer'
  if (ofTen >= 9) return beside && low < enough ? '9 of 10' : '9 of 10 or more'
  return `${ofTen} of 10`
}

/** What is sure of a month whose low end is nothing or less: where rounding leaves 0, more than 1 of 10 may come to it. */
export function unsureText(low: Minor, format: Format): string {
  return low < 0 ? `in 1 of 10 cases it loses ${lossText(low, format)} or more` : 'in 1 of 10 cases or more nothing comes'
}

/** What may be lost, of a low end under nothing; rounded away from nothing, as what can be counted on is rounded down. */
export function lossText(low: Minor, format: Format): string {
  return format.money(-low, { round: 'up' })
}

/** What stands over low ends: none is counted on where one is a loss. */
export function lowHeading(lows: readonly Minor[]): string {
  return lows.some((low) => low < 0) ? '1 in 10 is less' : 'Count on'
}

/** A low end within a sentence: "count on €1,420 in December", or what may be lost. */
export function lowText(low: Minor, month: string, format: Format): string {
  if (low < 0) return `in 1 of 10 cases ${month} loses ${lossText(low, format)} or more`
  return low === 0 ? `nothing is sure in ${month}` : `count on ${format.money(low, { round: 'down' })} in ${month}`
}
