import type { StreamKind } from '#domain/book.ts'
import type { Lens, MonthNet } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import type { Book, Storage } from '#storage/storage.ts'

/** A stream with its net by month, in one lens. */
export interface StreamSeries {
  stream: number
  name: string
  ventureName: string
  kind: StreamKind
  archived: boolean
  net: Minor[]
}

export interface FullMonths {
  /** The first full month; null where there is none. */
  first: Month | null
  months: Month[]
  /** The streams that brought anything in them. */
  streams: StreamSeries[]
}

/** Full months by the series that they are made of, and by the last of them: what hangs on one revision of a book is kept with it. */
const made = new WeakMap<readonly MonthNet[], Map<Month, FullMonths>>()

/** The full months of a book in cash before the one of a day, out of month roll-ups alone: the cost does not grow with the ledger. */
export function fullMonths(storage: Storage, book: Book, today: Day): Promise<FullMonths> {
  return lensMonths(storage, book, { today, lens: 'cash' })
}

/** The same in either lens of the ledger; both begin with the first month in which anything was paid. */
export async function lensMonths(storage: Storage, book: Book, { today, lens }: { today: Day; lens: Lens }): Promise<FullMonths> {
  const last = addMonths(monthOf(today), -1)
  const series = await storage.monthSeries(book.id, lens)
  const kept = made.get(series) ?? new Map<Month, FullMonths>()
  const known = kept.get(last)
  if (known) return known
  const full = await monthsUpTo(storage, book, { last, series })
  if (series.length > 0) made.set(series, kept.set(last, full))
  return full
}

async function monthsUpTo(
  storage: Storage,
  book: Book,
  { last, series }: { last: Month; series: readonly MonthNet[] },
): Promise<FullMonths> {
  const since = (await storage.span(book.id))?.from ?? null
  if (since === null || since > last) return { first: null, months: [], streams: [] }
  const months = monthRange(since, last)
  const place = new Map(months.map((month, i) => [month, i]))
  const nets = new Map<number, Minor[]>()
  for (const { stream, month, net } of series) {
    const at = place.get(month)
    if (at === undefined) continue
    const row = nets.get(stream) ?? months.map(() => 0)
    nets.set(stream, row)
    row[at] = net
  }
  const ventures = new Map((await storage.ventures(book.id)).map(({ id, name }) => [id, name]))
  const streams = (await storage.streams(book.id)).flatMap(({ id, name, venture, kind, archived }) => {
    const net = nets.get(id)
    return net?.some((sum) => sum !== 0) ? [{ stream: id, name, ventureName: ventures.get(venture) ?? '', kind, archived, net }] : []
  })
  return { first: since, months, streams }
}

/** What all streams brought in a month; 0 for one that is not full. */
export function netOf({ months, streams }: FullMonths): (month: Month) => Minor {
  const place = new Map(months.map((month, i) => [month, i]))
  return (month) => streams.reduce((sum, { net }) => sum + (net[place.get(month) ?? -1] ?? 0), 0)
}
