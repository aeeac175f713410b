import type { OwnRate } from '#contract/rate.ts'
import { isDay } from '#domain/month.ts'
import { readRate } from '#web/settings/own-rate.ts'

/**
 * Reads rates as they are typed or copied from a table: a day such as 2026-05-03 and a number on each line. Answers the rates, or
 * what is wrong with the first line that is none.
 */
export function readRateLines(text: string, pair: Pick<OwnRate, 'currency' | 'against'>, locale: string): OwnRate[] | string {
  const rates: OwnRate[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [from = '', number = '', ...rest] = line.trim().split(/[\s;]+/)
    const rate = readRate(number, locale) ?? (/^\d+\.\d+$/.test(number) ? readRate(number, 'en') : undefined)
    if (rest.length > 0 || !isDay(from) || rate === undefined) {
      return `Line ${i + 1} should be a day and a number above 0, as in 2026-05-03 0.92.`
    }
    rates.push({ ...pair, from, rate })
  }
  return rates.length > 0 ? rates : 'Write a day and a rate on each line.'
}
