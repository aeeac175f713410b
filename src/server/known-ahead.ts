import { drawnStreams } from '#domain/drawn-streams.ts'
import type { KnownItem } from '#domain/known-items.ts'
import type { Minor } from '#domain/money.ts'
import { monthOf, type Day, type Month } from '#domain/month.ts'
import type { PromiseQuestion } from '#domain/promise.ts'
import { longByMonth, renewals, type LongPayment, type Renewals } from '#domain/renewal.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { FullMonths, StreamSeries } from './full-months.ts'
import { keepAnswers } from './kept-answers.ts'
import { longPayments, lookedBackTo } from './long-payments.ts'

/** What is known of the months ahead, in the order of the streams of the full months. */
export interface KnownAhead {
  /** Of each stream what its long payments brought by month: known, and so not drawn. */
  yearly: Minor[][]
  /** What is due of streams that are open; `stream` is the place in the full months. */
  known: (KnownItem & { patron: string | null; covers: number })[]
  record: Renewals['record']
}

/**
 * What is due again in the months from the running one on (METRICS 9, step 5): payments of patrons that cover more than a month.
 * Taken from the months before it alone, as everything that is drawn.
 */
export async function knownAhead(storage: Storage, book: Book, asked: Ahead): Promise<KnownAhead> {
  const answer = async () => {
    const patronage = asked.full.streams.some(({ kind }) => kind === 'patronage')
    return knownFrom(patronage ? await longPayments(storage, book, monthOf(asked.today)) : [], asked)
  }
  return kept(storage, book, { question: questionOf(asked), answer })
}

/** Long payments are many in a large book. */
const kept = keepAnswers<KnownAhead>()

/** For what is known ahead. */
export interface Ahead {
  /** Those before the month of the day, in the lens that is asked for. */
  full: FullMonths
  today: Day
  horizon: number
}

/** All that what is known ahead hangs on besides the book: its full months follow from the day. */
export function questionOf({ today, horizon }: Ahead): string {
  return `${monthOf(today)} ${horizon}`
}

/** The same out of long payments that are at hand; of other streams than patronage, those of which as much is said. */
export function knownFrom(
  read: readonly LongPayment[],
  { full, today, horizon }: Ahead,
  renews: (stream: StreamSeries) => boolean = ({ kind }) => kind === 'patronage',
): KnownAhead {
  const running = monthOf(today)
  const since = lookedBackTo(running)
  const places = new Map(full.streams.flatMap((stream, i) => (renews(stream) ? [[stream.stream, i] as const] : [])))
  const payments = read.filter(({ stream, day }) => places.has(stream) && day >= since)
  const sums = longByMonth(payments, full.months)
  const { record, due } = renewals(payments, { running, horizon })
  return {
    yearly: full.streams.map(({ stream, net }) => sums.get(stream) ?? net.map(() => 0)),
    known: due
      .map(({ stream, patron, ahead, amount, chance, covers }) => {
        return { stream: places.get(stream) ?? 0, patron, ahead, amount, chance, covers }
      })
      .filter(({ stream }) => !full.streams[stream]?.archived),
    record,
  }
}

/** What the engine is asked for the month after the full ones: the same words have the same draws, so they are written once. */
export function promiseQuestion(
  first: Month,
  { full, ahead, recalibration }: { full: FullMonths; ahead: KnownAhead; recalibration: number },
): PromiseQuestion {
  const known = ahead.known.map(({ stream, amount, chance }) => ({ stream, ahead: 0, amount, chance }))
  const streams = drawnStreams(full.streams.map((stream, i) => ({ ...stream, yearly: ahead.yearly[i] ?? [] })))
  return { streams, first, recalibration, ...(known.length > 0 && { known }) }
}
