import type { BookSettings, OwnRate, Stream, Venture } from '#domain/book.ts'
import type { Edit, Sighting } from '#domain/entry.ts'
import type { Month } from '#domain/month.ts'
import type { Levels } from '#domain/target.ts'
import { checkInWrites } from './check-in-storage.ts'
import { factsText } from './facts.ts'
import { hourWrites } from './hours-write.ts'
import { beginImport } from './import-write.ts'
import { BY_HAND, resettle, resettleAll } from './ledger.ts'
import { convertPlans } from './home-currency.ts'
import { doubleWrites } from './double-write.ts'
import { besideTaken, tellsOwnAmounts } from './doubled-row.ts'
import type { LineEdit, LineWrites } from './line-kept.ts'
import { patronageWrites } from './patronage-write.ts'
import { planWrites } from './plan-storage.ts'
import { promiseWrites } from './promise-storage.ts'
import { targetFactWrites } from './target-storage.ts'
import { books, imports, streams, ventures } from './read-book.ts'
import { bookRow, placingOf, takeId, type Session } from './session.ts'
import { settle } from './settle.ts'
import { placeStreamAnew, streamRuleWrites } from './stream-rules.ts'
import { sleepingStream } from './sleeping-edits.ts'
import type { Book, BookWriter, ImportRecord } from './storage.ts'
import { undoImports } from './undo.ts'
import { vanished } from './vanished.ts'

/** Everything that can be written to a book within one transaction: see `BookWriter`. */
export function bookWriter(session: Session): BookWriter {
  return {
    ...settings(session),
    ...makings(session),
    ...memories(session),
    ...plans(session),
    ...streamRuleWrites(session),
    ...patronageWrites(session),
    ...doubleWrites(session),
    ...hourWrites(session),
    ...checkInWrites(session),
    ...promiseWrites(session),
    ...targetFactWrites(session),
    ...planWrites(session),
    ...lines(session),
    ...importing(session),
  }
}

function settings(session: Session): Pick<BookWriter, 'book' | 'changeBook'> {
  const { transaction, book } = session
  return {
    book: () => theBook(session),
    async changeBook(change: Partial<BookSettings>) {
      const before = await theBook(session)
      const { name, homeCurrency: home, zone, locale } = { ...before, ...change }
      await transaction.updateTable('book').set({ name, home, zone, locale }).where('book', '=', book).execute()
      session.changed = true
      if (home !== before.homeCurrency || zone !== before.zone) await placeAnew(session)
      if (home !== before.homeCurrency) await convertPlans(session, before.homeCurrency)
    },
  }
}

async function theBook(session: Session): Promise<Book> {
  const [found] = await books(session.transaction, session.book)
  if (!found) throw new Error(`Failed to read the book: there is none called "${session.book}". Create it first.`)
  return found
}

/** After a change of zone, home currency or rates: every line is placed and converted again, in this same transaction. */
export async function placeAnew(session: Session): Promise<void> {
  session.placing = await placingOf(session, await bookRow(session.transaction, session.book))
  session.listsSaid = true
  await resettleAll(session)
  await settle(session)
  await session.transaction.updateTable('book').set({ rates_last: session.rates.last }).where('book', '=', session.book).execute()
}

type Makings = 'ventures' | 'streams' | 'addVenture' | 'changeVenture' | 'addStream' | 'changeStream'
type Memories = 'sourceStream' | 'sources' | 'sleepingStream'

function makings(session: Session): Pick<BookWriter, Makings> {
  const { transaction, book } = session
  return {
    ventures: () => ventures(transaction, book),
    streams: () => streams(transaction, book),
    async addVenture({ name, work, automatic }): Promise<Venture> {
      const id = await takeId(session)
      await transaction
        .insertInto('venture')
        .values({ book, id, name, work, archived: 0, automatic: automatic ? 1 : 0 })
        .execute()
      return { id, name, work, archived: false, automatic }
    },
    async changeVenture(id, change) {
      const { archived, ...rest } = change
      const values = { ...rest, ...(archived === undefined ? {} : { archived: archived ? 1 : 0 }), automatic: 0 }
      await transaction.updateTable('venture').set(values).where('book', '=', book).where('id', '=', id).execute()
      session.changed = true
    },
    async addStream({ venture, name, platform, kind, automatic }): Promise<Stream> {
      const id = await takeId(session)
      const row = { book, id, venture, name, platform, kind, archived: 0, automatic: automatic ? 1 : 0, months: null }
      await transaction.insertInto('stream').values(row).execute()
      return { id, venture, name, platform, kind, archived: false, automatic }
    },
    async changeStream(id, change) {
      const { archived, ...rest } = change
      const values = { ...rest, ...(archived === undefined ? {} : { archived: archived ? 1 : 0 }), automatic: 0 }
      const [before] = (await streams(transaction, book)).filter((stream) => stream.id === id)
      await transaction.updateTable('stream').set(values).where('book', '=', book).where('id', '=', id).execute()
      session.changed = true
      if (change.months !== undefined && change.months !== (before?.months ?? null)) await placeStreamAnew(session, id)
    },
  }
}

function memories(session: Session): Pick<BookWriter, Memories> {
  const { transaction, book } = session
  return {
    async sourceStream(platform, account) {
      const row = await transaction
        .selectFrom('import_source')
        .select('stream')
        .where('book', '=', book)
        .where('platform', '=', platform)
        .where('account', '=', account)
        .orderBy('import', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.stream
    },
    sources() {
      const told = transaction.selectFrom('import_source').select(['platform', 'account', 'stream']).where('book', '=', book)
      return told.orderBy('import', 'desc').execute()
    },
    sleepingStream: (keys) => sleepingStream(session, keys),
  }
}

function plans(session: Session): Pick<BookWriter, 'setTarget' | 'removeTarget' | 'setOwnRate' | 'removeOwnRate'> {
  const { transaction, book } = session
  const dropTarget = (from: Month) => transaction.deleteFrom('target').where('book', '=', book).where('from_month', '=', from).execute()
  const dropRate = (rate: Pick<OwnRate, 'currency' | 'against' | 'from'>) =>
    transaction
      .deleteFrom('own_rate')
      .where('book', '=', book)
      .where('currency', '=', rate.currency)
      .where('against', '=', rate.against)
      .where('from_day', '=', rate.from)
      .execute()
  return {
    async setTarget(from: Month, { bare, enough, comfortable }: Levels) {
      await dropTarget(from)
      await transaction.insertInto('target').values({ book, from_month: from, bare, enough, comfortable }).execute()
      session.changed = true
    },
    async removeTarget(from) {
      await dropTarget(from)
      session.changed = true
    },
    async setOwnRate(rate) {
      await dropRate(rate)
      const { currency, against, from: from_day } = rate
      await transaction.insertInto('own_rate').values({ book, currency, against, from_day, rate: rate.rate }).execute()
      session.changed = true
      await placeAnew(session)
    },
    async removeOwnRate(rate) {
      await dropRate(rate)
      session.changed = true
      await placeAnew(session)
    },
  }
}

function lines(session: Session): LineWrites {
  const { transaction, book } = session
  return {
    async addByHand(stream: number, line: Omit<Sighting, 'key'>) {
      const key = `hand:${await takeId(session)}`
      const id = session.nextVersion++
      await transaction
        .insertInto('version')
        .values({ book, id, stream, key, facts: factsText(line) })
        .execute()
      await transaction.insertInto('claim').values({ book, version: id, import: BY_HAND }).execute()
      await resettle(session, stream, [key])
      await settle(session)
      return key
    },
    edit: (stream, key, edit) => editAll(session, [{ stream, key, edit }]),
    editAll: (edits) => editAll(session, edits),
  }
}

async function editAll(session: Session, edits: readonly LineEdit[]): Promise<void> {
  for (const edit of edits) await keepEdit(session, edit)
  const keys = Map.groupBy(edits, ({ stream }) => stream)
  for (const [stream, ofStream] of keys) await resettle(session, stream, [...new Set(ofStream.map(({ key }) => key))])
  await settle(session)
}

async function keepEdit(session: Session, { stream, key, edit }: LineEdit): Promise<void> {
  const { transaction, book } = session
  const at = await transaction
    .selectFrom('version')
    .select('id')
    .where('book', '=', book)
    .where('stream', '=', stream)
    .where('key', '=', key)
    .limit(1)
    .execute()
  if (at.length === 0) throw new Error(`Failed to edit the line "${key}": it is not in this stream. Reload the ledger.`)
  await transaction.deleteFrom('edit').where('book', '=', book).where('stream', '=', stream).where('key', '=', key).execute()
  if (edit && Object.keys(edit).length > 0) {
    await transaction
      .insertInto('edit')
      .values({ book, stream, key, changes: editText(await withShown(session, { stream, key, edit })) })
      .execute()
  }
  session.changed = true
}

/** An edit with the amounts that stood beside the ones it says, where those were a processor's. */
async function withShown({ transaction, book }: Session, { stream, key, edit }: LineEdit & { edit: Edit }): Promise<Edit> {
  if (!tellsOwnAmounts(edit)) return edit
  const row = await transaction
    .selectFrom('entry')
    .select(['currency', 'gross', 'fees', 'refunds', 'tax', 'doubled'])
    .where('book', '=', book)
    .where('stream', '=', stream)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? besideTaken(edit, row) : edit
}

/** An edit as JSON with its fields sorted, so that one edit has one text. */
export function editText(edit: Edit): string {
  return JSON.stringify(Object.fromEntries(Object.entries(edit).sort(([a], [b]) => (a < b ? -1 : 1))))
}

function importing(
  session: Session,
): Pick<BookWriter, 'importsOfFile' | 'beginImport' | 'vanished' | 'undo' | 'changedMonths' | 'changedNative'> {
  const { transaction, book } = session
  return {
    importsOfFile: (file): Promise<ImportRecord[]> => imports(transaction, book, { file }),
    beginImport: (asOf) => beginImport(session, asOf),
    vanished: (id) => vanished(transaction, book, id),
    undo: (ids) => undoImports(session, ids),
    async changedMonths() {
      const changes = session.rollups.changedMonths()
      const after = await monthNets(session)
      return [...changes]
        .map(([month, change]) => ({ month, before: (after.get(month) ?? 0) - change, after: after.get(month) ?? 0 }))
        .sort((a, b) => (a.month < b.month ? -1 : 1))
    },
    changedNative: () => session.rollups.changedNative(),
  }
}

async function monthNets({ transaction, book }: Session): Promise<Map<Month, number>> {
  const rows = await transaction
    .selectFrom('income_month')
    .select(({ fn }) => [
      'month',
      fn.sum<number>('h_gross').as('gross'),
      fn.sum<number>('h_fees').as('fees'),
      fn.sum<number>('h_refunds').as('refunds'),
    ])
    .where('book', '=', book)
    .where('lens', '=', 'cash')
    .groupBy('month')
    .execute()
  return new Map(rows.map(({ month, gross, fees, refunds }) => [month, Number(gross) - Number(fees) - Number(refunds)]))
}
