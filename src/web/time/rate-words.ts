import type { Time } from '#contract/time.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'
import { numberWord, plural } from '#web/ui/number-words.ts'

type Rate = NonNullable<Time['ventures'][number]['rate']>

/** "€24 to €38"; empty where the least is the most. */
export function spanWords({ range }: Rate, format: Format): string {
  return range && range.low !== range.high ? `${format.money(range.low)} to ${format.money(range.high)}` : ''
}

/** Which months, and through which lens. */
export function ratesTag({ month, knownMonths }: Pick<Time, 'month' | 'knownMonths'>, format: Format): string {
  if (month === null) return ''
  return `${plural(knownMonths, 'month', { written: numberWord(knownMonths) })} to ${format.month(month)}, smoothed, net`
}

/** Which venture's hour brings most, and which least. */
export function rateSentence({ ventures, knownMonths, month }: Pick<Time, 'ventures' | 'knownMonths' | 'month'>, format: Format): string {
  const rated = ventures.flatMap(({ name, rate }) => (rate ? [{ name, rate }] : [])).toSorted((a, b) => b.rate.rate - a.rate.rate)
  const [best, worst] = [rated[0], rated.at(-1)]
  if (best && worst) {
    const first = `An hour of ${isolated(best.name)} brings ${format.money(best.rate.rate)}`
    return best === worst ? `${first}.` : `${first}, one of ${isolated(worst.name)} ${format.money(worst.rate.rate)}.`
  }
  if (month === null) return 'What an hour brings takes full months of money, and their hours.'
  if (knownMonths < 3) {
    return `What an hour brings takes three of the last six months with all their weeks known; so far ${knownMonths === 0 ? 'none is' : knownMonths === 1 ? 'one is' : 'two are'}.`
  }
  return 'What an hour brings takes hours by venture: check in with “By venture”.'
}
