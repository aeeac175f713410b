import type { MonthPage } from '#contract/income.ts'
import { enoughCount, enoughMonths, type EnoughMonth } from '#domain/enough-months.ts'
import { ofTen } from '#domain/chance.ts'
import { groupCells, median, NO_SUMS, type DayNet, type MonthCell, type ViewLens } from '#domain/income.ts'
import { likely, type LikelyQuestion } from '#domain/likely.ts'
import { net, type Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, lastDay, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import { pace } from '#domain/pace.ts'
import { targetOf } from '#domain/target.ts'
import { platformName } from '#platforms/registry.ts'
import type { Book, Storage, StreamWithLines } from '#storage/storage.ts'
import type { ToldMonth } from './dependable.ts'
import { dueNow } from './due-now.ts'
import { keepAnswers } from './kept-answers.ts'
import { lensCells, lensNets } from './lens-cells.ts'
import { daysOfOpen } from './looked-back.ts'
import type { Parts } from './parts.ts'
import { estimatedAnswer, sumsAnswer, unconvertedAnswer } from './sums.ts'
import { todayOf } from './today.ts'

/** Months shown beside a stream's figure. */
const HISTORY = 24
/** Months that a stream's usual figure is taken from. */
const USUAL = 6
/** Full months that the pace looks back on. */
const PACE = 12

interface Asked {
  month: Month
  lens: ViewLens
}

/** Everything that the Month page says, from roll-ups alone: its cost does not grow with the ledger. */
export async function monthPage(parts: Parts, book: Book, { month, lens }: Asked): Promise<MonthPage> {
  const { storage, clock } = parts
  const today = todayOf(book, clock)
  const { cells, told } = await lensCells(parts, book, { lens, from: month, to: month })
  const target = targetOf(await storage.targets(book.id), month)
  const back = dayOfMonth(addMonths(month, -PACE), 1)
  const days = await storage.days(book.id, back, lastDay(month))
  const since = (await storage.span(book.id))?.from ?? null
  const streams = await storage.streams(book.id)
  const open = await daysOfOpen(storage, book, { month, today, days, streams, since: back })
  const asked = { days: open, month, today, since, enough: target?.enough ?? null }
  const { soFar, usual, reachedOn, reachDay, more, basis } = pace(asked)
  const ownDays = days.filter(({ day }) => monthOf(day) === month)
  const cash = lens === 'cash' ? cells : await storage.months(book.id, 'cash', { from: month, to: month })
  const undated = homeNet(cash) - ownDays.reduce((sum, day) => sum + day.net, 0)
  const year = await yearOf(storage, book, { month, today, since, days })
  return {
    month,
    today,
    running: monthOf(today) === month,
    lens,
    currency: book.homeCurrency,
    total: sumsAnswer(groupCells(cells, { by: [], home: book.homeCurrency }).find((group) => !group.unconverted)?.sums ?? NO_SUMS),
    dependable: dependableAnswer(told?.[0]),
    target,
    streams: await streamFigures(parts, book, { month, lens, today, streams }),
    days: soFar,
    usualDays: usual,
    // The pace is one of money as it arrives; the smoothed month has no days.
    pace: target && lens === 'cash' ? { reachedOn, reachDay, more, basis } : null,
    likely: lens === 'cash' && month === monthOf(today) ? await likelyOf(parts, book, { ...asked, undated, streams }) : null,
    year,
    enoughCount: enoughCount(year),
    buffer: await storage.buffer(book.id),
    undated,
    paidForLater: lens === 'smoothed' ? await laterMoney(storage, book, month) : 0,
    unconverted: unconvertedAnswer(cells),
    estimated: estimatedAnswer(cells, parts),
  }
}

/** Full months that stand beside the month. */
const YEAR = 12

interface Year {
  month: Month
  today: Day
  since: Month | null
  /** Cash net by day, from twelve months before the month on. */
  days: readonly DayNet[]
}

/** The full months up to one, from the first in which the book knows anything. */
async function yearOf(storage: Storage, book: Book, { month, today, since, days }: Year): Promise<EnoughMonth[]> {
  const to = month < monthOf(today) ? month : addMonths(monthOf(today), -1)
  const first = addMonths(to, 1 - YEAR)
  if (since === null || since > to) return []
  const from = since > first ? since : first
  const span = { from, to }
  return enoughMonths({
    months: monthRange(from, to),
    days,
    cash: await storage.monthNets(book.id, 'cash', span),
    smoothed: await storage.monthNets(book.id, 'smoothed', span),
    targets: await storage.targets(book.id),
  })
}

function dependableAnswer(told: ToldMonth | undefined): MonthPage['dependable'] {
  if (!told) return null
  const { low, middle, high, basis, made, recalibration } = told
  return { low, middle, high, basis, made, recalibration }
}

/** Where the running month will likely end: what is known to be due stands beside what is usual, not in it. */
async function likelyOf(
  parts: Parts,
  book: Book,
  { streams, ...asked }: LikelyQuestion & { streams: readonly StreamWithLines[] },
): Promise<MonthPage['likely']> {
  const since = dayOfMonth(addMonths(asked.month, -PACE), 1)
  const { due, taken } = await dueNow(parts, book, { today: asked.today, streams, since })
  const told = likely({ ...asked, due, days: [...asked.days, ...taken] })
  if (!told) return null
  const { chance, ...rest } = told
  const awaiting = told.due.map(({ patron, amount, chance: sure }) => ({ patron, amount, chance: sure }))
  return { ...rest, due: awaiting, ofTen: chance === null ? null : ofTen(chance) }
}

function homeNet(cells: readonly MonthCell[]): Minor {
  return cells.reduce((sum, { home }) => sum + (home ? net(home) : 0), 0)
}

/**
 * What is paid up to this month for the months after it: what stands on them smoothed, less what is only paid in them. Over all
 * months both lenses sum to the same, so this is also what was paid until now less what was used up until now.
 */
export async function laterMoney(storage: Storage, book: Book, month: Month): Promise<Minor> {
  return (await storage.netAfter(book.id, 'smoothed', month)) - (await storage.netAfter(book.id, 'cash', month))
}

interface Figures extends Asked {
  today: Day
  streams: readonly StreamWithLines[]
}

async function streamFigures(parts: Parts, book: Book, asked: Figures): Promise<MonthPage['streams']> {
  const { storage } = parts
  const { month, lens, streams } = asked
  const months = monthRange(addMonths(month, 1 - HISTORY), month)
  const place = new Map(months.map((one, i) => [one, i]))
  const nets = new Map<number, Minor[]>()
  for (const one of await lensNets(parts, book, { lens, from: addMonths(month, 1 - HISTORY), to: month })) {
    const row = nets.get(one.stream) ?? months.map(() => 0)
    nets.set(one.stream, row)
    const at = place.get(one.month)
    if (at !== undefined) row[at] = one.net
  }
  const before = await beforeOf(storage, book, asked)
  const ventureNames = new Map((await storage.ventures(book.id)).map(({ id, name }) => [id, name]))
  return streams
    .filter(({ id, archived }) => !archived || nets.get(id)?.some((sum) => sum !== 0))
    .map((stream) => {
      const { id, name, platform, venture, kind } = stream
      const own = nets.get(id) ?? months.map(() => 0)
      const names = { name, platformName: platformName(platform), ventureName: ventureNames.get(venture) ?? '' }
      const six = before(stream, own)
      const usual = median(six.map(({ net: sum }) => sum))
      return { stream: id, ...names, venture, kind, net: own.at(-1) ?? 0, history: own, usual, before: six }
    })
}

type Before = MonthPage['streams'][number]['before']

/**
 * A stream's six months before, of which its usual is the median: up to the same day while the month runs, else whole. A running month
 * is never held against full ones, and the smoothed lens knows no days, so there nothing is said until the month is over.
 */
async function beforeOf(
  storage: Storage,
  book: Book,
  { month, lens, today }: Figures,
): Promise<(stream: StreamWithLines, own: readonly Minor[]) => Before> {
  const six = monthRange(addMonths(month, -USUAL), addMonths(month, -1))
  const knownLongEnough = ({ firstDay }: StreamWithLines): boolean => firstDay !== null && monthOf(firstDay) <= addMonths(month, -USUAL)
  if (monthOf(today) > month) {
    const whole = (own: readonly Minor[]) => six.map((one, i) => ({ month: one, net: own.at(i - 1 - USUAL) ?? 0 }))
    return (stream, own) => (knownLongEnough(stream) ? whole(own) : [])
  }
  if (monthOf(today) < month || lens !== 'cash') return () => []
  const nets = await partsUpTo(storage, book, { months: six, day: Number(today.slice(8)) })
  return (stream) => (knownLongEnough(stream) ? six.map((one, i) => ({ month: one, net: nets[i]?.get(stream.id) ?? 0 })) : [])
}

/** Days of roll-ups are many more than months. */
const keptParts = keepAnswers<readonly ReadonlyMap<number, Minor>[]>()

/** What each stream brought in each of some months in a row up to a day of it. */
function partsUpTo(storage: Storage, book: Book, { months, day }: { months: readonly Month[]; day: number }) {
  const answer = async () => {
    const nets: Map<number, Minor>[] = []
    for (const month of months) {
      const rows = await storage.streamNets(book.id, dayOfMonth(month, 1), dayOfMonth(month, day))
      nets.push(new Map(rows.map(({ stream, net: sum }) => [stream, sum])))
    }
    return nets
  }
  return keptParts(storage, book, { question: `${months[0]} ${day}`, answer })
}
