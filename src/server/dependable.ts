import { dependableMonth, type DependableMonth } from '#domain/dependable-month.ts'
import type { MonthCell, MonthNet } from '#domain/income.ts'
import { NOTHING } from '#domain/money.ts'
import { dayOfMonth, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import { recalibrated, recordOf, type FrozenPromise } from '#domain/promise.ts'
import type { LongPayment } from '#domain/renewal.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { fullMonths, netOf, type FullMonths } from './full-months.ts'
import { knownFrom, promiseQuestion } from './known-ahead.ts'
import { lookedBackTo } from './long-payments.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'
import { createTurn, type Turn } from './turn.ts'

/** What could be counted on in one month, and what it is drawn from. */
export interface ToldMonth extends DependableMonth {
  month: Month
  /** The streams of `byStream`. */
  streams: number[]
  /** Full months before it. */
  basis: number
  /** The day on which it was frozen as the month's promise, or null. */
  made: Day | null
  recalibration: number
}

/** What was drawn of a book, and of which data. A month's draws take tenths of a second in sum, so they are made once. */
interface Drawn {
  full: FullMonths
  /** Payments that cover more than a month, by day: what of them is due again is known, and so not drawn. */
  long: LongPayment[]
  promises: FrozenPromise[]
  told: Map<Month, ToldMonth | null>
  /** What it was read of: the same list is the same state of the book. */
  series: readonly MonthNet[]
  running: Month
  turn: Turn
}

const drawn = new WeakMap<Storage, Map<string, Drawn>>()

/**
 * What could be counted on in the months from..to, up to the running one; months of which nothing can be told are absent. Drawn
 * months are kept as long as the months before them and the promises are the same, whatever else the book learns.
 */
export async function dependableMonths(
  parts: Pick<Parts, 'storage' | 'clock'>,
  book: Book,
  { from, to }: { from: Month; to: Month },
): Promise<ToldMonth[]> {
  const { storage, clock } = parts
  const today = todayOf(book, clock)
  const running = monthOf(today)
  const books = drawn.get(storage) ?? new Map<string, Drawn>()
  drawn.set(storage, books)
  const turn = books.get(book.id)?.turn ?? createTurn()
  return turn(async () => {
    const known = await drawnSoFar(storage, book, { books, today, turn })
    const { full, told } = known
    const found: ToldMonth[] = []
    for (const month of full.first === null ? [] : monthRange(from > full.first ? from : full.first, to < running ? to : running)) {
      if (!told.has(month)) {
        told.set(month, tell(known, month))
        // Other requests come in between: one month is drawn in some milliseconds, two years are not.
        await new Promise((done) => void setTimeout(done))
      }
      const one = told.get(month)
      if (one) found.push(one)
    }
    return found
  })
}

/** What was drawn of a book as it is now. Reads nothing where the book is as it was. */
async function drawnSoFar(
  storage: Storage,
  book: Book,
  { books, today, turn }: { books: Map<string, Drawn>; today: Day; turn: Turn },
): Promise<Drawn> {
  const [series, running, before] = [await storage.monthSeries(book.id, 'cash'), monthOf(today), books.get(book.id)]
  if (before?.series === series && before.running === running) return before
  const full = await fullMonths(storage, book, today)
  const promises = (await storage.promises(book.id)).filter(({ currency }) => currency === book.homeCurrency)
  const long = await storage.longPayments(book.id, lookedBackTo(full.first ?? running))
  const now = { full, promises, long, told: stillTold(before, { full, promises, long }), series, running, turn }
  books.set(book.id, now)
  return now
}

/** The same as roll-up cells, so that they are summed as those of the other lenses are. */
export function cellsOfTold(months: readonly ToldMonth[], currency: string): MonthCell[] {
  return months.flatMap(({ month, streams, byStream }) =>
    streams.flatMap((stream, i): MonthCell[] => {
      const home = { ...NOTHING, gross: byStream[i] ?? 0 }
      return home.gross === 0 ? [] : [{ stream, month, currency, native: { ...home, entries: 0 }, home, estimated: 0 }]
    }),
  )
}

type Known = Pick<Drawn, 'full' | 'promises' | 'long'>

function tell({ full, promises, long }: Known, month: Month): ToldMonth | null {
  const basis = placeOf(full, month)
  const before = { ...full, months: full.months.slice(0, basis), streams: seriesBefore(full, basis, month) }
  const ahead = knownFrom(long, { full: before, today: dayOfMonth(month, 1), horizon: 1 })
  const promise = promises.find((one) => one.month === month) ?? null
  const recalibration = promise?.recalibration ?? recalibrated(recordBefore(promises, full, month))
  const told = dependableMonth({ ...promiseQuestion(full.first ?? month, { full: before, ahead, recalibration }), promise })
  return told && { ...told, month, streams: before.streams.map(({ stream }) => stream), basis, made: promise?.made ?? null, recalibration }
}

/**
 * The streams that brought anything in the first months. Nobody says when one was archived: past months are told as if it still had
 * been open.
 */
function seriesBefore({ months, streams }: FullMonths, basis: number, month: Month): FullMonths['streams'] {
  const over = months.includes(month)
  return streams
    .map((one) => ({ ...one, archived: one.archived && !over, net: one.net.slice(0, basis) }))
    .filter(({ net }) => net.some((sum) => sum !== 0))
}

function recordBefore(all: readonly FrozenPromise[], full: FullMonths, month: Month) {
  const promises = all.filter((one) => one.month < month)
  const [first] = promises
  return first ? recordOf(promises, { currency: first.currency, running: month, netOf: netOf(full) }) : []
}

/** Of what was drawn before, that which would be drawn again just so: months with the same months before them. */
function stillTold(before: Drawn | undefined, now: Known): Map<Month, ToldMonth | null> {
  if (!before || before.full.first !== now.full.first || JSON.stringify(before.promises) !== JSON.stringify(now.promises)) return new Map()
  const same = sameMonths(before.full, now.full)
  const until = samePayments(before.long, now.long)
  const sameOpen = (month: Month) => notDrawn(before.full, month) === notDrawn(now.full, month)
  const stays = (month: Month) =>
    sameOpen(month) && month <= until && placeOf(now.full, month) <= same && placeOf(before.full, month) <= same
  return new Map([...before.told].filter(([month]) => stays(month)))
}

/** The archived streams that a month is drawn without, as a text. */
function notDrawn({ months, streams }: FullMonths, month: Month): string {
  return months.includes(month) ? '' : streams.flatMap(({ stream, archived }) => (archived ? [stream] : [])).join(' ')
}

/** The last month before which the long payments are the same. */
function samePayments(a: readonly LongPayment[], b: readonly LongPayment[]): Month {
  const differs = a.findIndex((payment, i) => JSON.stringify(payment) !== JSON.stringify(b[i]))
  const at = differs < 0 ? a.length : differs
  const days = [a[at], b[at]].flatMap((payment) => (payment ? [payment.day] : []))
  return monthOf(days.sort()[0] ?? '9999-12-31')
}

/** Months before a month. */
function placeOf({ months }: FullMonths, month: Month): number {
  const place = months.indexOf(month)
  return place < 0 ? months.length : place
}

/** In how many months from the first every stream brought the same. */
function sameMonths(a: FullMonths, b: FullMonths): number {
  const other = new Map(b.streams.map((stream) => [stream.stream, stream]))
  const length = Math.min(a.months.length, b.months.length)
  const nothing: readonly number[] = []
  let same = length
  for (const id of new Set([...a.streams, ...b.streams].map(({ stream }) => stream))) {
    const [one, two] = [a.streams.find(({ stream }) => stream === id), other.get(id)]
    if (one && two && one.kind !== two.kind) return 0
    const [left, right] = [one?.net ?? nothing, two?.net ?? nothing]
    for (let i = 0; i < same; i += 1) if ((left[i] ?? 0) !== (right[i] ?? 0)) same = i
  }
  return same
}
