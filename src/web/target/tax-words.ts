import type { Tax } from '#contract/tax.ts'
import type { TargetPlan } from '#domain/target-plan.ts'
import type { Format } from '#web/ui/format.ts'

type Period = Tax['periods'][number]

/** The months of a period: "October to December 2026", or the one. */
export function periodText({ from, to }: Pick<Period, 'from' | 'to'>, format: Format): string {
  if (from === to) return format.month(from)
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${format.longMonth(from)} to ${format.month(to)}`
    : `${format.month(from)} to ${format.month(to)}`
}

/** What of the money is not one's own, and by when it is due. */
export function taxSentence({ periods, today }: Pick<Tax, 'periods' | 'today'>, format: Format): string {
  const open = periods.filter(({ rest }) => rest > 0)
  const sum = open.reduce((total, { rest }) => total + rest, 0)
  if (periods.every(({ aside }) => aside === 0)) return 'Nothing has come in yet that tax is put aside of.'
  if (sum === 0) return 'All of it is put aside.'
  const late = open.filter(({ due }) => due < today)
  const next = open.filter(({ due }) => due >= today).toSorted((a, b) => (a.due < b.due ? -1 : 1))[0]
  const whole = `${format.money(sum)} of what came in is for tax and not put aside yet`
  if (next && next.rest === sum) return `${whole}; it is due by ${format.day(next.due)}.`
  const parts = [`${whole}.`]
  if (next) parts.push(`${format.money(next.rest)} of it is due by ${format.day(next.due)}.`)
  if (late.length > 0) {
    const past = late.reduce((total, { rest }) => total + rest, 0)
    parts.push(`The day of ${format.money(past)} has passed: say what you paid, if you did.`)
  }
  return parts.join(' ')
}

/** Where the target reckons with another share than what is put aside; undefined where they agree. */
export function differsSentence(plan: TargetPlan | undefined, rate: number | undefined, format: Format): string | undefined {
  const planned = plan?.kind === 'needs' ? plan.model.tax : plan?.tax
  // The US shape adds self-employment tax by itself, so the two shares are not the same thing.
  if (planned === undefined || rate === undefined || planned === rate || (plan?.kind === 'needs' && plan.model.shape === 'us'))
    return undefined
  return `Your target reckons with ${format.share(planned)} tax, and ${format.share(rate)} is put aside.`
}
