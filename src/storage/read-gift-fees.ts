import { sql, type Kysely } from 'kysely'
import { dayOfMonth, lastDay } from '#domain/month.ts'
import type { GiftFee, GiftsAsked } from './patron-reads.ts'
import { counted, OWN_PAYER, ownFees } from './read-standing.ts'
import type { Schema } from './schema.ts'

/** Named payments of a month whose fee is known; see `PatronReads`. A fee of its own is added to its payment's. */
export async function giftFees(db: Kysely<Schema>, book: string, { streams, month }: Omit<GiftsAsked, 'lens'>): Promise<GiftFee[]> {
  const since = dayOfMonth(month, 1)
  const fees = await ownFees(db, book, { streams, since })
  const rows = await counted(db, book, { streams, since })
    .where('day', '<=', lastDay(month))
    .where('kind', '=', 'payment')
    .where('gross', '>', 0)
    .where(OWN_PAYER, 'is not', null)
    .select([OWN_PAYER.as('patron'), 'counts_in as stream', 'months', 'currency', 'gross', 'fees'])
    .select([sql<number>`h_gross`.as('homeGross'), sql<number>`h_fees`.as('homeFees'), 'entry.stream as keptIn', 'key'])
    .orderBy('day')
    .orderBy('entry.stream')
    .orderBy('key')
    .execute()
  return rows
    .map(({ keptIn, key, ...gift }): GiftFee => {
      const own = fees.get(`${keptIn} ${gift.currency} ${key}`)
      return { ...gift, fees: gift.fees + (own?.native ?? 0), homeFees: gift.homeFees + (own?.home ?? 0) }
    })
    .filter((gift) => gift.fees > 0)
}
