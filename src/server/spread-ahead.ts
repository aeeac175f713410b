import type { Minor } from '#domain/money.ts'
import { monthOf, monthsBetween } from '#domain/month.ts'
import type { LongPayment } from '#domain/renewal.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { StreamSeries } from './full-months.ts'
import { keepAnswers } from './kept-answers.ts'
import { knownFrom, questionOf, type Ahead, type KnownAhead } from './known-ahead.ts'
import { longParts, longPayments } from './long-payments.ts'

/** A payment for more months than these comes too seldom for the months that are drawn to tell whether it comes again. */
const SELDOM = 6

/**
 * What is known ahead in the smoothed lens, of full months in it. Payments of patrons that cover more than a month stand in each of
 * their months: those that are over are not drawn, and what is already paid for the others is sure, whoever stops. It belongs to no
 * stream's future. So it is with whatever else brings payments for more than half a year alone: its months are all the same, and drawn
 * from them a grant would be as sure as a wage.
 */
export function spreadAhead(storage: Storage, book: Book, asked: Ahead): Promise<KnownAhead> {
  return kept(storage, book, { question: questionOf(asked), answer: () => spreadOf(storage, book, asked) })
}

const kept = keepAnswers<KnownAhead>()

async function spreadOf(storage: Storage, book: Book, asked: Ahead): Promise<KnownAhead> {
  const { full, today } = asked
  const running = monthOf(today)
  const payments = await longPayments(storage, book, running)
  const renews = renewingStreams(payments)
  const ahead = knownFrom(payments, asked, renews)
  const places = new Map(full.streams.flatMap((stream, i) => (renews(stream) ? [[stream.stream, i] as const] : [])))
  if (full.first === null || places.size === 0) return ahead
  const months = new Map(full.months.map((month, i) => [month, i]))
  const yearly = full.streams.map(({ net }) => net.map(() => 0))
  const paid = new Map<number, Minor>()
  for (const { stream, month, net } of await longParts(storage, book, running)) {
    const row = yearly[places.get(stream) ?? -1]
    const at = months.get(month)
    if (row && at !== undefined) row[at] = (row[at] ?? 0) + net
    const later = monthsBetween(running, month)
    if (row && later >= 0) paid.set(later, (paid.get(later) ?? 0) + net)
  }
  const sure = [...paid].flatMap(([later, amount]) =>
    amount === 0 ? [] : [{ stream: -1, patron: null, ahead: later, amount, chance: 1_000, covers: 1 }],
  )
  return { ...ahead, yearly, known: [...sure.toSorted((a, b) => a.ahead - b.ahead), ...ahead.known] }
}

/** Whether a stream's long payments are known ahead, and not drawn. */
function renewingStreams(payments: readonly LongPayment[]): (stream: StreamSeries) => boolean {
  const lengths = Map.groupBy(payments, ({ stream }) => stream)
  return ({ kind, stream }) => kind === 'patronage' || (lengths.get(stream)?.every(({ months }) => months > SELDOM) ?? false)
}
