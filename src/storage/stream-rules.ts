import type { OwnRate, StreamRate } from '#domain/book.ts'
import { resettleStream } from './ledger.ts'
import { streamRates } from './read-book.ts'
import { bookRow, placingOf, type Session } from './session.ts'
import { settle } from './settle.ts'
import type { BookWriter } from './storage.ts'

/** Writes one rate of a stream's own; its place must be free. */
export async function keepStreamRate({ transaction, book }: Session, { from, ...rate }: StreamRate): Promise<void> {
  await transaction
    .insertInto('stream_rate')
    .values({ book, from_day: from, ...rate })
    .execute()
}

type Writes = 'streamRates' | 'setStreamRates' | 'removeStreamRate'

/** What can be written of streams' own rates. */
export function streamRuleWrites(session: Session): Pick<BookWriter, Writes> {
  const { transaction, book } = session
  const drop = (stream: number, { currency, against, from }: Pick<OwnRate, 'currency' | 'against' | 'from'>) =>
    transaction
      .deleteFrom('stream_rate')
      .where('book', '=', book)
      .where('stream', '=', stream)
      .where('currency', '=', currency)
      .where('against', '=', against)
      .where('from_day', '=', from)
      .execute()
  return {
    streamRates: () => streamRates(transaction, book),
    async setStreamRates(stream, rates) {
      for (const rate of rates) {
        await drop(stream, rate)
        await keepStreamRate(session, { ...rate, stream })
      }
      await placeStreamAnew(session, stream)
    },
    async removeStreamRate(stream, rate) {
      await drop(stream, rate)
      await placeStreamAnew(session, stream)
    },
  }
}

/** After a rule of a stream changed: its lines are placed and converted again, in this same transaction. */
export async function placeStreamAnew(session: Session, stream: number): Promise<void> {
  session.changed = true
  session.placing = await placingOf(session, await bookRow(session.transaction, session.book))
  await resettleStream(session, stream)
  await settle(session)
}
