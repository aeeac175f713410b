import { dependableMonth, type DependableMonth } from '#domain/dependable-month.ts'
import type { MonthCell } from '#domain/income.ts'
import { NOTHING } from '#domain/money.ts'
import { monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import { recalibrated, recordOf, type FrozenPromise } from '#domain/promise.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { fullMonths, netOf, type FullMonths } from './full-months.ts'
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
  promises: FrozenPromise[]
  told: Map<Month, ToldMonth | null>
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
    const full = await fullMonths(storage, book, today)
    const promises = (await storage.promises(book.id)).filter(({ currency }) => currency === book.homeCurrency)
    const told = stillTold(books.get(book.id), { full, promises })
    books.set(book.id, { full, promises, told, turn })
    const found: ToldMonth[] = []
    for (const month of full.first === null ? [] : monthRange(from > full.first ? from : full.first, to < running ? to : running)) {
      if (!told.has(month)) {
        told.set(month, tell({ full, promises }, month))
        // Other requests come in between: one month is drawn in some milliseconds, two years are not.
        await new Promise((done) => void setTimeout(done))
      }
      const one = told.get(month)
      if (one) found.push(one)
    }
    return found
  })
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

type Known = Pick<Drawn, 'full' | 'promises'>

function tell({ full, promises }: Known, month: Month): ToldMonth | null {
  const place = full.months.indexOf(month)
  const basis = place < 0 ? full.months.length : place
  const series = full.streams
    .map(({ stream, kind, net }) => ({ stream, kind, net: net.slice(0, basis) }))
    .filter(({ net }) => net.some((sum) => sum !== 0))
  const promise = promises.find((one) => one.month === month) ?? null
  const before = promises.filter((one) => one.month < month)
  const recalibration = promise?.recalibration ?? recalibrated(recordBefore(before, full, month))
  const streams = series.map(({ kind, net }) => ({ kind, net }))
  const told = dependableMonth({ streams, first: full.first ?? month, recalibration, promise })
  return told && { ...told, month, streams: series.map(({ stream }) => stream), basis, made: promise?.made ?? null, recalibration }
}

function recordBefore(promises: readonly FrozenPromise[], full: FullMonths, month: Month) {
  const [first] = promises
  return first ? recordOf(promises, { currency: first.currency, running: month, netOf: netOf(full) }) : []
}

/** Of what was drawn before, that which would be drawn again just so: months with the same months before them. */
function stillTold(before: Drawn | undefined, now: Known): Map<Month, ToldMonth | null> {
  if (!before || before.full.first !== now.full.first || JSON.stringify(before.promises) !== JSON.stringify(now.promises)) return new Map()
  const same = sameMonths(before.full, now.full)
  return new Map([...before.told].filter(([month]) => placeOf(now.full, month) <= same && placeOf(before.full, month) <= same))
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
