import type { Minor } from '#domain/money.ts'
import { monthOf, monthsBetween, type Day } from '#domain/month.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { FullMonths } from './full-months.ts'
import type { KnownAhead } from './known-ahead.ts'
import { longParts } from './long-payments.ts'

interface Asked {
  /** The full months in the smoothed lens. */
  full: FullMonths
  ahead: KnownAhead
  today: Day
}

/**
 * What is known ahead in the smoothed lens. Payments of patrons that cover more than a month stand in each of their months: those
 * that are over are not drawn, and what is already paid for the others is sure, whoever stops. It belongs to no stream's future.
 */
export async function spreadAhead(storage: Storage, book: Book, { full, ahead, today }: Asked): Promise<KnownAhead> {
  const running = monthOf(today)
  const places = new Map(full.streams.flatMap(({ stream, kind }, i) => (kind === 'patronage' ? [[stream, i] as const] : [])))
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
