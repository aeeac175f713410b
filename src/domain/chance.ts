import { BAND_MONTHS, monthTotals, type Paths } from './forecast.ts'
import { midChance } from './mid-quantile.ts'
import type { Minor } from './money.ts'

/** Full months from which a share is told as it is; under them the ends are not to be trusted (METRICS 9). */
const TRUSTED_ENDS = 24
/** At so few months the share of past months counts as much as the draws; its weight falls with their square. */
const EVEN = BAND_MONTHS ** 2

/** Thousandths as so many of 10, half up. */
export function ofTen(chance: number): number {
  return Math.trunc((chance + 50) / 100)
}

/** The share of outcomes, in any order, that reach an amount, in thousandths; between 100 and 900 under 24 full months. */
export function chanceOf(outcomes: ArrayLike<number>, enough: Minor, months: number): number {
  return told(shareOf(outcomes, enough), months)
}

function shareOf(outcomes: ArrayLike<number>, enough: Minor): number {
  let reached = 0
  for (let i = 0; i < outcomes.length; i += 1) if ((outcomes[i] ?? 0) >= enough) reached += 1
  return outcomes.length === 0 ? 0 : reached / outcomes.length
}

/**
 * P(enough) of a month ahead, in thousandths (METRICS 9): the share of stretched draws that reach it, leaning on the share of past
 * months that did, (k + 1)/(n + 2), with a weight of 36 against n². A short past tells its draws too surely: alone they are no
 * better than that share at six months (docs/decisions/019-a-band-that-was-tried.md). What is known or imagined beside the draws
 * is added to the past months too. Between 100 and 900 under 24 full months.
 */
export function chanceAhead(paths: Paths, ahead: number, enough: Minor): number {
  const months = paths.past.length
  const beside = paths.beside[ahead] ?? 0
  const reached = paths.past.filter((total) => total + beside >= enough).length
  const totals = monthTotals(paths, ahead)
  const drawn = paths.still[ahead] ? shareOf(totals, enough) : midChance(totals, enough)
  return told((months ** 2 * drawn + (EVEN * (reached + 1)) / (months + 2)) / (months ** 2 + EVEN), months)
}

function told(share: number, months: number): number {
  const chance = Math.trunc(share * 1_000)
  return months < TRUSTED_ENDS ? Math.min(900, Math.max(100, chance)) : chance
}
