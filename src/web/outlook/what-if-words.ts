import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { ViewLens } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import type { Year } from '#domain/outlook.ts'
import type { Change } from '#domain/what-if.ts'
import type { Format } from '#web/ui/format.ts'
import { capital, plural } from '#web/ui/number-words.ts'
import { frequency, lossText } from './chance-words.ts'
import { nextMonth } from './count-on-words.ts'

/** What changes are named by. */
export interface Names {
  outlook: Pick<Outlook, 'streams' | 'today'>
  plans: Pick<Plans, 'ventures' | 'patrons' | 'fees'>
  format: Format
}

/** A change in a few words, as it stands within a sentence. */
export function changeText(change: Change, { outlook, plans, format }: Names): string {
  switch (change.kind) {
    case 'venture':
      return `without ${plans.ventures.find(({ venture }) => venture === change.venture)?.name ?? 'a venture that is not here'}`
    case 'patron':
      return `without ${plans.patrons.find(({ patron }) => patron === change.patron)?.name ?? 'a patron who is not here'}`
    case 'patrons':
      return `with ${plural(change.count, 'more patron', { written: format.count(change.count) })} of ${format.money(change.each)}`
    case 'job': {
      const job = outlook.streams.find(({ stream }) => stream === change.stream)?.name
      if (change.monthly === 0) return `with the end of ${job ?? 'the day job'} before ${format.month(change.from)}`
      return `with ${job ?? 'a day job'} of ${format.money(change.monthly)} from ${format.month(change.from)}`
    }
    case 'fee': {
      const name = plans.fees.find(({ platform }) => platform === change.platform)?.name ?? change.platform
      return `with ${name} keeping ${format.share(change.share * 10)}`
    }
    case 'days':
      return `with ${plural(change.days, 'day', { written: format.count(change.days) })} off`
  }
}

/** Several changes as one name: "Without Zine shop and with 5 more patrons of €5". */
export function changesText(changes: readonly Change[], names: Names): string {
  return capital(names.format.list(changes.map((change) => changeText(change, names))))
}

/** The year as it is and as it is imagined. */
export interface TwoYears {
  real: Year
  other: Year
}

export interface Outcome extends TwoYears {
  /** The lens of the two. */
  lens: ViewLens
  /** The same two in cash: pay is taken out of an account. */
  cash: TwoYears
}

/** What the imagined year is against the real one, in sentences. */
export function outcomeSentences({ real, other, lens, cash }: Outcome, names: Names): string[] {
  const { format, outlook } = names
  const [now, then] = [real.ahead[0], other.ahead[0]]
  if (!now || !then) return []
  const down = (amount: number) => format.money(amount, { round: 'down' })
  const instead = (a: string, b: string, rest = '') => (a === b ? `${a}${rest} as before` : `${a} instead of ${b}${rest}`)
  const month = format.longMonth(nextMonth(outlook))
  const [here, there] = [real.ofTen[0], other.ofTen[0]]
  const enough =
    here === undefined || there === undefined || lens === 'dependable' ? [] : [`Enough in ${instead(frequency(there), frequency(here))}.`]
  return [
    countedSentence([then.low, now.low], { month, instead }, format),
    ...enough,
    `Steady pay${lens === 'cash' ? '' : ', in cash,'} ${instead(down(cash.other.pay.pay), down(cash.real.pay.pay), ' a month')}.`,
    yearSentence({ real, other, lens }, format),
  ]
}

/** The low end of a month as it would be and as it is. */
function countedSentence(
  [then, now]: [Minor, Minor],
  { month, instead }: { month: string; instead: (a: string, b: string, rest?: string) => string },
  format: Format,
): string {
  const words = (low: Minor) => (low < 0 ? `a loss of ${lossText(low, format)}` : format.money(low, { round: 'down' }))
  if (then >= 0 && now >= 0) return `Count on ${instead(words(then), words(now), ` in ${month}`)}.`
  return `In 1 of 10 cases ${month} brings less than ${instead(words(then), words(now))}.`
}

function yearSentence({ real, other, lens }: Omit<Outcome, 'cash'>, format: Format): string {
  const more = gained({ real, other }, lens)
  const how = lens === 'dependable' ? '' : 'likely '
  const end = lens === 'dependable' ? ' to count on' : ''
  if (more === 0) return `Over the twelve months ${how}as much${end} as before.`
  return `Over the twelve months ${how}${format.money(Math.abs(more))} ${more > 0 ? 'more' : 'less'}${end}.`
}

/** By how much all months together differ: in the middle of the draws, or at the low end that can be counted on. */
export function gained({ real, other }: TwoYears, lens: ViewLens): number {
  const of = lens === 'dependable' ? 'low' : 'middle'
  return other.sum[of] - real.sum[of]
}
