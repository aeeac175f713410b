import { monthOf, type Day } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'

/** Where 100 % stands on a bar, as a share of its width: what goes beyond enough still has room. */
export const ENOUGH_AT = 0.9

/** How much of a bar's width a percentage takes, 0 to 1. */
export function barShare(percent: number): number {
  return Math.min(1, Math.max(0, (percent / 100) * ENOUGH_AT))
}

/** One piece of a bar, in percents of enough. `faint` claims nothing any more, `hatched` has not come yet. */
export interface BarPart {
  key: string
  percent: number
  fill: 'ink' | 'faint' | 'hatched' | 'people' | 'organisations'
}

/** Where each piece begins and how wide it is, as shares of the bar: one behind the other, and none beyond its end. */
export function barPieces(parts: readonly BarPart[]): (BarPart & { start: number; width: number })[] {
  return parts.map((part, i) => {
    const before = parts.slice(0, i).reduce((sum, { percent }) => sum + percent, 0)
    const start = barShare(before)
    return { ...part, start, width: barShare(before + part.percent) - start }
  })
}

/** "31 % of enough", and the month it was where it claims nothing any more: "31 % of enough as of October 2026". */
export function percentWords({ percent, asOf, current }: { percent: number; asOf: Day; current: boolean }, format: Format): string {
  const words = `${format.percent(percent / 100)} of enough`
  return current ? words : `${words} as of ${format.month(monthOf(asOf))}`
}

/** Tenths of a percent with one decimal, as the locale writes them: 319 is "31.9 %". */
export function tenthsWords(tenths: number, { locale }: Format): string {
  return new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths / 1000)
}
