import { monthOf, monthsBetween, type Day } from '#domain/month.ts'
import { converter } from '#domain/rate.ts'
import { MONTHS_OF } from '#domain/pledge.ts'
import { pledgeDues } from '#domain/pledge-ahead.ts'
import { UNPROVEN } from '#domain/renewal.ts'
import type { Book } from '#storage/storage.ts'
import type { FullMonths } from './full-months.ts'
import type { KnownAhead } from './known-ahead.ts'
import type { Parts } from './parts.ts'
import { pledgeFacts } from './pledge-facts.ts'

interface Asked {
  full: FullMonths
  ahead: KnownAhead
  today: Day
  horizon: number
}

/**
 * What is known ahead with what is pledged beside it: pledges of several months, and those that nobody has paid yet. Their own
 * payments of past months are known too, and so not drawn. A pledge is counted as it was made, before fees.
 */
export async function withPledges(parts: Parts, book: Book, { full, ahead, today, horizon }: Asked): Promise<KnownAhead> {
  const { storage } = parts
  const { standing } = await pledgeFacts(parts, book)
  if (standing.length === 0 || full.first === null) return ahead
  const first = full.first
  const rates = converter({ home: book.homeCurrency, table: parts.rates, own: await storage.ownRates(book.id) })
  const places = new Map(full.streams.map(({ stream }, i) => [stream, i]))
  const yearly = ahead.yearly.map((row) => [...row])
  const known = [...ahead.known]
  for (const { pledge, payments, standing: stands } of standing) {
    const last = payments.at(-1)
    const dues = pledgeDues(
      { rhythm: pledge.rhythm, standing: stands, paidFor: last?.months ?? null },
      { running: monthOf(today), horizon },
    )
    const amount = rates.rate(pledge.currency, today, false)?.convert(pledge.amount)
    if (dues.length === 0 || !amount) continue
    const stream = last ? (places.get(last.countsIn) ?? -1) : -1
    const covers = last?.months ?? MONTHS_OF[pledge.rhythm] ?? Math.max(1, pledge.months)
    known.push(...dues.map((month) => ({ stream, patron: pledge.patron.name || null, ahead: month, amount, chance: UNPROVEN, covers })))
    for (const { countsIn, day, home } of payments) {
      const row = yearly[places.get(countsIn) ?? -1]
      const at = monthsBetween(first, monthOf(day))
      if (row && home && at >= 0 && at < row.length) row[at] = (row[at] ?? 0) + home.gross - home.fees - home.refunds
    }
  }
  return { ...ahead, yearly, known }
}
