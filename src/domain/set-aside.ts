import { shareOf, type BasisPoints } from './basis-points.ts'
import type { Minor } from './money.ts'
import { addMonths, dayOfMonth, monthOf, type Day, type Month } from './month.ts'

/** A stretch of the tax year: from its month on until the next one's, with the day by which its tax is due. */
export interface TaxPeriodRule {
  /** 1 for January. */
  start: number
  dueMonth: number
  dueDay: number
}

/** What is to be put aside for income tax, from a month on, until the next rule. */
export interface TaxRule {
  from: Month
  /** Of the net of every stream that has no rate of its own. */
  rate: BasisPoints
  streams: { stream: number; rate: BasisPoints }[]
  /** In the order of their months; one at least. */
  periods: readonly TaxPeriodRule[]
  /** Which preset the numbers began as. */
  preset: string
}

/** What was put aside, or paid already, for the period that a month belongs to. */
export interface PutAside {
  month: Month
  amount: Minor
}

/** Net and income tax withheld at the source of one stream in one month, in the home currency, as it was paid. */
export interface TaxedNet {
  stream: number
  month: Month
  net: Minor
  withheld: Minor
}

/** One period of tax, as it stands. */
export interface TaxPeriod {
  from: Month
  to: Month
  due: Day
  net: Minor
  aside: Minor
  withheld: Minor
  put: Minor
  /** What is still to be put aside; never under 0. */
  rest: Minor
}

/** The rule in force in a month, or undefined before the first one. The list may stand in any order. */
export function taxRuleOf(rules: readonly TaxRule[], month: Month): TaxRule | undefined {
  let best: TaxRule | undefined
  for (const rule of rules) if (rule.from <= month && (!best || rule.from > best.from)) best = rule
  return best
}

/** What is set aside of one stream's net of one month: net × τ, rounded half to even (METRICS 18); nothing before the first rule. */
export function setAside(rules: readonly TaxRule[], { stream, month, net }: Omit<TaxedNet, 'withheld'>): Minor {
  const rule = taxRuleOf(rules, month)
  if (!rule) return 0
  return shareOf(net, rule.streams.find((own) => own.stream === stream)?.rate ?? rule.rate)
}

/** What is set aside of each month over all streams, never under 0; `nets` by stream and month. Null without any rule. */
export function asideByMonth(
  rules: readonly TaxRule[],
  months: readonly Month[],
  nets: ReadonlyMap<number, readonly Minor[]>,
): Minor[] | null {
  if (rules.length === 0) return null
  return months.map((month, i) => {
    const sum = [...nets].reduce((total, [stream, row]) => total + setAside(rules, { stream, month, net: row[i] ?? 0 }), 0)
    return Math.max(0, sum)
  })
}

/** The period that a month belongs to, by a rule's calendar. Days that fall on a weekend stay where they are. */
export function taxPeriodOf(periods: readonly TaxPeriodRule[], month: Month): { from: Month; to: Month; due: Day } {
  const number = Number(month.slice(5))
  const ordered = periods.toSorted((a, b) => a.start - b.start)
  const at = ordered.findLastIndex(({ start }) => start <= number)
  // Before the first start of a year the last one of the year before goes on.
  const period = ordered.at(at)
  const next = ordered[(at + 1) % ordered.length]
  if (!period || !next) throw new RangeError('Failed to find a period of tax: the calendar is empty.')
  const from = addMonths(month, -((number - period.start + 12) % 12))
  const length = (next.start - period.start + 12) % 12 || 12
  const dueIn = (period.dueMonth - period.start + 12) % 12
  return { from, to: addMonths(from, length - 1), due: dayOfMonth(addMonths(from, dueIn), period.dueDay) }
}

/**
 * What is to be put aside by period, the newest first, from the first rule to the running month: Σ net × τ of the streams, less
 * what was withheld at the source and what is put aside already. METRICS 18.
 */
export function taxPeriods(
  rules: readonly TaxRule[],
  { nets, put, today }: { nets: readonly TaxedNet[]; put: readonly PutAside[]; today: Day },
): TaxPeriod[] {
  const running = monthOf(today)
  const first = rules.reduce<Month | undefined>((least, { from }) => (least === undefined || from < least ? from : least), undefined)
  const found: TaxPeriod[] = []
  if (first === undefined) return found
  const ends = rules.map(({ from }) => addMonths(from, -1))
  for (let month = running; month >= first;) {
    const rule = taxRuleOf(rules, month)
    if (!rule) break
    const { from, to, due } = taxPeriodOf(rule.periods, month)
    const begin = [from, first, rule.from].reduce((most, one) => (one > most ? one : most))
    const end = [to, ...ends.filter((one) => one >= month)].reduce((least, one) => (one < least ? one : least))
    const own = nets.filter((one) => one.month >= begin && one.month <= end)
    const aside = own.reduce((sum, one) => sum + setAside(rules, one), 0)
    const withheld = own.reduce((sum, one) => sum + one.withheld, 0)
    const already = put.filter((one) => one.month >= begin && one.month <= end).reduce((sum, { amount }) => sum + amount, 0)
    const net = own.reduce((sum, one) => sum + one.net, 0)
    found.push({ from: begin, to: end, due, net, aside, withheld, put: already, rest: Math.max(0, aside - withheld - already) })
    month = addMonths(begin, -1)
  }
  return found
}
