import { awaited, graceful, type DueItem } from '#domain/due-now.ts'
import type { Minor } from '#domain/money.ts'
import { monthOf, monthsBetween, type Day } from '#domain/month.ts'
import { converter } from '#domain/rate.ts'
import { MONTHS_OF } from '#domain/pledge.ts'
import { pledgeDues } from '#domain/pledge-ahead.ts'
import { UNPROVEN } from '#domain/renewal.ts'
import type { Book, StoredEntry } from '#storage/storage.ts'
import type { FullMonths } from './full-months.ts'
import type { KnownAhead } from './known-ahead.ts'
import type { Parts } from './parts.ts'
import { pledgeFacts, type StandingPledge } from './pledge-facts.ts'

interface Asked {
  full: FullMonths
  ahead: KnownAhead
  today: Day
  horizon: number
}

/** A pledge of which something is due in months ahead, 0 for the running one. */
interface DuePledge extends StandingPledge {
  dues: number[]
  /** Minor units of the home currency. */
  amount: Minor
}

/** Pledges of several months, and those that nobody has paid yet, as far as something of them is due. */
async function duePledges(parts: Parts, book: Book, { today, horizon }: Pick<Asked, 'today' | 'horizon'>): Promise<DuePledge[]> {
  const { standing } = await pledgeFacts(parts, book)
  if (standing.length === 0) return []
  const rates = converter({ home: book.homeCurrency, table: parts.rates, own: await parts.storage.ownRates(book.id) })
  return standing.flatMap((one) => {
    const { pledge, payments, standing: stands } = one
    const known = { rhythm: pledge.rhythm, standing: stands, paidFor: payments.at(-1)?.months ?? null }
    const dues = pledgeDues(known, { running: monthOf(today), horizon })
    const amount = rates.rate(pledge.currency, today, false)?.convert(pledge.amount)
    return dues.length === 0 || !amount ? [] : [{ ...one, dues, amount }]
  })
}

/** What pledges make known of the running month. */
export interface PledgedNow {
  due: DueItem[]
  /** Their own payments so far: known too, and so no part of what is usual. */
  payments: StoredEntry[]
}

/** The same of the running month alone, with the days on which each is awaited. */
export async function pledgedNow(parts: Parts, book: Book, { today, horizon }: Pick<Asked, 'today' | 'horizon'>): Promise<PledgedNow> {
  const running = monthOf(today)
  const pledges = await duePledges(parts, book, { today, horizon })
  return {
    due: pledges.flatMap(({ pledge, made, payments, standing, dues, amount }): DueItem[] => {
      if (!dues.includes(0)) return []
      const days = awaited(running, { until: graceful(standing.due ?? today), since: made })
      return [{ stream: payments.at(-1)?.countsIn ?? null, patron: pledge.patron.name || null, amount, chance: UNPROVEN, ...days }]
    }),
    payments: pledges.flatMap(({ payments }) => payments),
  }
}

/**
 * What is known ahead with what is pledged beside it: pledges of several months, and those that nobody has paid yet. Their own
 * payments of past months are known too, and so not drawn. A pledge is counted as it was made, before fees.
 */
export async function withPledges(parts: Parts, book: Book, { full, ahead, today, horizon }: Asked): Promise<KnownAhead> {
  const first = full.first
  const pledges = first === null ? [] : await duePledges(parts, book, { today, horizon })
  if (first === null || pledges.length === 0) return ahead
  const places = new Map(full.streams.map(({ stream }, i) => [stream, i]))
  const yearly = ahead.yearly.map((row) => [...row])
  const known = [...ahead.known]
  for (const { pledge, payments, dues, amount } of pledges) {
    const last = payments.at(-1)
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
