import { searchText } from './entry-row.ts'
import { resettle } from './ledger.ts'
import type { Session } from './session.ts'

/** How many lines are placed at once. */
const PAGE = 1000

/** Where lines of a stream are split, fees and refunds count where the payment does to which they are tied. */
export async function settleRoutes(session: Session, stream: number): Promise<void> {
  const { placing } = session
  if (!placing.routes.splits(stream)) return
  for (let after: string | undefined = ''; after !== undefined;) {
    const tied = await tiedLines(session, { stream, after })
    const moving = new Map<string, number>()
    for (const line of tied) {
      const place = await placeOf(session, line)
      if (place !== line.counts_in) moving.set(line.key, place)
    }
    if (moving.size > 0) {
      session.placing = { ...placing, moving }
      await resettle(session, stream, [...moving.keys()])
      session.placing = placing
    }
    after = tied.length < PAGE ? undefined : tied.at(-1)?.key
  }
}

type TiedLine = Awaited<ReturnType<typeof tiedLines>>[number]

/** Tied lines by key, each with where its payment counts and to what that is tied itself; or one of them, by its key. */
async function tiedLines({ transaction, book }: Session, { stream, after, key }: { stream: number; after?: string; key?: string }) {
  return transaction
    .selectFrom('entry as c')
    .leftJoin('entry as p', (join) => join.onRef('p.book', '=', 'c.book').onRef('p.stream', '=', 'c.stream').onRef('p.key', '=', 'c.tie'))
    .select(['c.stream', 'c.key', 'c.tie', 'c.counts_in', 'c.day', 'c.currency', 'c.kind', 'c.name', 'c.patron', 'c.note'])
    .select(['p.counts_in as paidIn', 'p.tie as paidTie'])
    .where('c.book', '=', book)
    .where('c.stream', '=', stream)
    .where('c.tie', 'is not', null)
    .$if(after !== undefined, (query) => query.where('c.key', '>', after ?? ''))
    .$if(key !== undefined, (query) => query.where('c.key', '=', key ?? ''))
    .orderBy('c.key')
    .limit(PAGE)
    .execute()
}

/** A line may be tied to one that is tied itself; where ties go round in a circle, a line counts where it would by itself. */
async function placeOf(session: Session, line: TiedLine): Promise<number> {
  const seen = new Set([line.key])
  let last = line
  while (last.paidTie !== null && last.tie !== null && !seen.has(last.tie)) {
    seen.add(last.tie)
    const [payment] = await tiedLines(session, { stream: line.stream, key: last.tie })
    if (!payment) break
    last = payment
  }
  const paidIn = last.paidTie === null ? last.paidIn : null
  return paidIn ?? session.placing.routes.of(line.stream, () => ({ key: last.key, text: searchText(last) }))
}
