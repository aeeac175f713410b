import type { KnownItem } from '#domain/known-items.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, dayOfMonth, monthOf, type Day } from '#domain/month.ts'
import { longByMonth, renewals, type Renewals } from '#domain/renewal.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { FullMonths, StreamSeries } from './full-months.ts'

/** Months back in which long payments are looked for: who renewed for three years tells how many do. */
const LOOKED_BACK = 40

/** What is known of the months ahead, in the order of the streams of the full months. */
export interface KnownAhead {
  /** Of each stream what its long payments brought by month: known, and so not drawn. */
  yearly: Minor[][]
  /** What is due; `stream` is the place in the full months. */
  known: (KnownItem & { patron: string | null })[]
  record: Renewals['record']
}

/**
 * What is due again in the months from the running one on (METRICS 9, step 5): payments of patrons that cover more than a month.
 * Taken from the months before it alone, as everything that is drawn.
 */
export async function knownAhead(
  storage: Storage,
  book: Book,
  { full, today, horizon }: { full: FullMonths; today: Day; horizon: number },
): Promise<KnownAhead> {
  const running = monthOf(today)
  const patronage = new Map(full.streams.flatMap(({ stream, kind }, i) => (kind === 'patronage' ? [[stream, i] as const] : [])))
  const read = patronage.size > 0 ? await storage.longPayments(book.id, dayOfMonth(addMonths(running, -LOOKED_BACK), 1)) : []
  const payments = read.filter(({ stream }) => patronage.has(stream))
  const sums = longByMonth(payments, full.months)
  const { record, due } = renewals(payments, { running, horizon })
  return {
    yearly: full.streams.map(({ stream, net }) => sums.get(stream) ?? net.map(() => 0)),
    known: due.map(({ stream, ...item }) => ({ ...item, stream: patronage.get(stream) ?? 0 })),
    record,
  }
}

/** Streams as they are drawn: without what is known. */
export function drawnStreams(
  streams: readonly StreamSeries[],
  yearly: readonly (readonly Minor[])[],
): Pick<StreamSeries, 'kind' | 'net'>[] {
  return streams.map(({ kind, net }, s) => ({ kind, net: net.map((sum, i) => sum - (yearly[s]?.[i] ?? 0)) }))
}
