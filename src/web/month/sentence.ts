import type { MonthPage } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, daysInMonth, lastDay, monthOf, type Month } from '#domain/month.ts'
import type { Format } from '#web/ui/format.ts'
import { dependableHero, dependableLead } from './dependable-words.ts'

/** The first sentence of the page: `strong` is what it comes to, and `enough` says whether it may be green. */
export interface Hero {
  before: string
  strong: string
  enough: boolean
}

type Told = Pick<
  MonthPage,
  'month' | 'today' | 'running' | 'total' | 'target' | 'pace' | 'likely' | 'lens' | 'paidForLater' | 'undated' | 'dependable'
>

/** "November", or "November 2024" for a month of another year than today's. */
export function monthName(month: string, today: string, format: Format): string {
  return month.slice(0, 4) === today.slice(0, 4) ? format.longMonth(month) : format.month(month)
}

/** Whether the month has not begun: only an address leads there. */
export function isAhead({ month, today }: Pick<Told, 'month' | 'today'>): boolean {
  return month > monthOf(today)
}

/** What came, rounded; down where rounding would write a month that lacks a few cents as if it had enough. */
function amountText({ total, target }: Told, format: Format): string {
  const nearest = format.money(total.net)
  return target && total.net < target.enough && nearest === format.money(target.enough)
    ? format.money(total.net, { round: 'down' })
    : nearest
}

/** Answers "is it enough?" in words made of the data. */
export function heroSentence(page: Told, format: Format): Hero {
  const { total, target, running } = page
  const name = monthName(page.month, page.today, format)
  const reached = target !== null && total.net >= target.enough
  const amount = amountText(page, format)
  const since = page.pace?.reachedOn
  if (isAhead(page)) return { before: `${name} has not begun.`, strong: '', enough: false }
  if (page.lens === 'dependable') return dependableHero(page, name, format)
  if (running && reached) {
    return { before: 'You have ', strong: since ? `enough, since the ${format.ordinal(since)}.` : 'enough.', enough: true }
  }
  if (running && target) {
    const missing = format.money(target.enough - total.net, { round: 'rest' })
    if (page.likely?.safe) return { before: `${amount} so far, ${missing} to go: `, strong: 'you can count on enough.', enough: false }
    return { before: `${amount} so far, `, strong: `${missing} to go.`, enough: false }
  }
  if (running) return { before: `${amount} so far.`, strong: '', enough: false }
  if (reached) {
    return { before: `${name} was `, strong: since ? `enough, from the ${format.ordinal(since)} on.` : 'enough.', enough: true }
  }
  if (total.net < 0) return { before: `${name} brought ${amount}: `, strong: 'more went back than came.', enough: false }
  if (target) {
    const enough = format.money(target.enough)
    return { before: `${name} brought ${amount} `, strong: `of the ${enough} that is enough.`, enough: false }
  }
  return { before: `${name} brought ${amount}.`, strong: '', enough: false }
}

/** Where the total stands between the levels, in the words of METRICS 19: more than enough, enough, or the basics are covered. */
function levelSentence({ total, target, running }: Told, format: Format): string | undefined {
  if (!target) return undefined
  const net = total.net
  if (net >= target.enough) {
    const amount = format.money(net)
    if (net === target.enough) return `Exactly ${amount}.`
    const over = format.money(net - target.enough)
    return net >= target.comfortable ? `${amount}: more than enough, by ${over}.` : `${amount}: enough and ${over} over.`
  }
  if (target.bare > 0 && net >= target.bare) return running ? 'The basics are covered.' : 'It covered the basics.'
  return undefined
}

/** When enough is usually reached from here; months with fewer than six full ones behind them say so. */
function paceSentence({ month, running, total, target, pace, lens }: Told, format: Format): string | undefined {
  if (!running || !target || total.net >= target.enough || lens !== 'cash') return undefined
  if (!pace || pace.basis === 0) return undefined
  if (pace.basis < 6) return 'After six full months this line says on which day enough is usually reached.'
  if (pace.reachDay) return `At the usual pace, enough is reached on the ${format.ordinal(pace.reachDay)}.`
  return `At the usual pace, part of it is still to go on the ${format.ordinal(lastDay(month))}.`
}

/**
 * How many of such months are enough. The ends are told as chances: a short past is never taken to be surer than 1 or 9 of 10, so
 * there they count no months. Beside a band whose end lies on the other side of enough they stand for themselves, as in `frequency`.
 */
function reachSentence(ofTen: number, { low, high, enough }: { low: Minor; high: Minor; enough: Minor }): string {
  if (ofTen <= 1) return `Unlikely to get there from here: ${high >= enough ? 'about 1 chance in 10' : '1 chance in 10 or less'}.`
  if (ofTen >= 9) return `Likely to get there from here: ${low < enough ? 'about 9 chances in 10' : '9 chances in 10 or more'}.`
  return `${ofTen} of 10 similar months got there from here.`
}

/** What the month will likely come to, and how often such a month is enough (FEATURES N1). */
function likelySentences({ month, running, total, target, likely }: Told, format: Format): string[] {
  if (!running || !likely) return []
  const high = format.money(likely.high)
  const low = likely.low === likely.high ? high : format.money(likely.low, { round: 'down' })
  const range = low === high ? low : `${low} to ${high}`
  const band = `Likely ${range} by the ${format.ordinal(lastDay(month))} (8 in 10).`
  if (!target || likely.ofTen === null || total.net >= target.enough) return [band]
  return [reachSentence(likely.ofTen, { ...likely, enough: target.enough }), band]
}

/** The sentences below the first, each from the data; those that do not apply are left out. */
export function leadSentences(page: Told, format: Format): string[] {
  if (isAhead(page)) return []
  if (page.lens === 'dependable') return dependableLead(page, format)
  const undated =
    page.undated !== 0 && page.lens === 'cash'
      ? `${format.money(page.undated)} came as monthly sums without a day: counted in the month, not in its pace.`
      : undefined
  const later =
    page.lens === 'smoothed' && page.paidForLater > 0 ? `${format.money(page.paidForLater)} is already paid for later months.` : undefined
  return [levelSentence(page, format), ...likelySentences(page, format), paceSentence(page, format), undated, later].filter(
    (sentence) => sentence !== undefined,
  )
}

/** "day 22 of 30" of a running month. */
export function dayTag({ month, today }: Pick<Told, 'month' | 'today'>): string {
  return `day ${Number(today.slice(8, 10))} of ${daysInMonth(month)}`
}

const BASES: Record<MonthPage['lens'], string> = {
  cash: 'Cash: net, after fees and refunds, on the day it was paid; before income tax.',
  smoothed: 'Smoothed: net, after fees and refunds, spread over the months it pays for; before income tax.',
  dependable: 'Dependable: net, before income tax; what the months before it let expect in 9 of 10 cases, and no later month.',
}

/** The basis of every figure on the page, so that no two bases are mixed. */
export function basisOf(lens: MonthPage['lens']): string {
  return BASES[lens]
}

/** Months back in which a stream that lives brings something. */
const ASLEEP = 6

/** Whether a stream brought nothing in its month and in the months before it, oldest first. */
export function isAsleep(history: readonly number[]): boolean {
  return history.slice(-1 - ASLEEP).every((net) => net === 0)
}

/** What stands beside a stream that sleeps, in place of how far it is from its usual; one that was not known half a year ago is new. */
export function asleepText(
  { history, before }: Pick<MonthPage['streams'][number], 'history' | 'before'>,
  month: Month,
  format: Format,
): string {
  const last = history.findLastIndex((net) => net !== 0)
  if (last < 0 && before.length === 0) return 'nothing yet'
  return last < 0
    ? `nothing in ${format.count(history.length)} months`
    : `nothing since ${format.shortMonth(addMonths(month, last + 1 - history.length))}`
}

/** How far a stream stands from its usual: "+6 %", "as usual", "new", or where nothing is usual, the amount. */
export function changeText(net: number, usual: number | null, format: Format): string {
  if (usual === null) return net === 0 ? '' : 'new'
  if (net === usual) return 'as usual'
  if (usual <= 0) return `usually ${format.money(usual)}`
  const share = (net - usual) / usual
  if (Math.abs(share) < 0.005) return 'as usual'
  // A loss is no share of what usually comes, and far more of it is none to be read.
  if (net < 0 || share > 9.99) return `usually ${format.money(usual)}`
  return `${share > 0 ? '\u2191' : '\u2193'} ${format.percent(share, true)}`
}
