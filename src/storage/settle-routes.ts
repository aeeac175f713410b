import { searchText } from './entry-row.ts'
import { resettle } from './ledger.ts'
import type { Session } from './session.ts'

/** Where lines of a stream are split, fees and refunds count where the payment does to which they are tied. */
export async function settleRoutes(session: Session, stream: number): Promise<void> {
  const { placing } = session
  if (!placing.routes.splits(stream)) return
  const tied = await session.transaction
    .selectFrom('entry as c')
    .leftJoin('entry as p', (join) => join.onRef('p.book', '=', 'c.book').onRef('p.stream', '=', 'c.stream').onRef('p.key', '=', 'c.tie'))
    .selectAll('c')
    .select('p.counts_in as paidIn')
    .where('c.book', '=', session.book)
    .where('c.stream', '=', stream)
    .where('c.tie', 'is not', null)
    .execute()
  const byKey = new Map(tied.map((row) => [row.key, row]))
  const placeOf = (row: (typeof tied)[number], seen: ReadonlySet<string>): number => {
    const payment = byKey.get(row.tie ?? '')
    // A line may be tied to one that is tied itself; where ties go round in a circle, a line counts where it would by itself.
    if (payment && !seen.has(payment.key)) return placeOf(payment, new Set(seen).add(payment.key))
    const paidIn = payment ? null : row.paidIn
    return paidIn ?? placing.routes.of(stream, () => ({ key: row.key, text: searchText(row) }))
  }
  const moving = new Map<string, number>()
  for (const row of tied) {
    const place = placeOf(row, new Set([row.key]))
    if (place !== row.counts_in) moving.set(row.key, place)
  }
  if (moving.size === 0) return
  session.placing = { ...placing, moving }
  await resettle(session, stream, [...moving.keys()])
  session.placing = placing
}
