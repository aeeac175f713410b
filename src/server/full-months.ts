import type { StreamKind } from '#domain/book.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthOf, monthRange, type Day, type Month } from '#domain/month.ts'
import type { Book, Storage } from '#storage/storage.ts'

/** A stream with its cash net by month. */
export interface StreamSeries {
  stream: number
  name: string
  ventureName: string
  kind: StreamKind
  net: Minor[]
}

export interface FullMonths {
  /** The first full month; null where there is none. */
  first: Month | null
  months: Month[]
  /** The streams that brought anything in them. */
  streams: StreamSeries[]
}

/** The full months of a book before the one of a day, out of month roll-ups alone: the cost does not grow with the ledger. */
export async function fullMonths(storage: Storage, book: Book, today: Day): Promise<FullMonths> {
  const last = addMonths(monthOf(today), -1)
  const since = (await storage.span(book.id))?.from ?? null
  if (since === null || since > last) return { first: null, months: [], streams: [] }
  const months = monthRange(since, last)
  const place = new Map(months.map((month, i) => [month, i]))
  const nets = new Map<number, Minor[]>()
  for (const { stream, month, net } of await storage.monthNets(book.id, 'cash', { from: since, to: last })) {
    const row = nets.get(stream) ?? months.map(() => 0)
    nets.set(stream, row)
    const at = place.get(month)
    if (at !== undefined) row[at] = net
  }
  const ventures = new Map((await storage.ventures(book.id)).map(({ id, name }) => [id, name]))
  const streams = (await storage.streams(book.id)).flatMap(({ id, name, venture, kind }) => {
    const net = nets.get(id)
    return net?.some((sum) => sum !== 0) ? [{ stream: id, name, ventureName: ventures.get(venture) ?? '', kind, net }] : []
  })
  return { first: since, months, streams }
}

/** What all streams brought in a month; 0 for one that is not full. */
export function netOf({ months, streams }: FullMonths): (month: Month) => Minor {
  const place = new Map(months.map((month, i) => [month, i]))
  return (month) => streams.reduce((sum, { net }) => sum + (net[place.get(month) ?? -1] ?? 0), 0)
}
