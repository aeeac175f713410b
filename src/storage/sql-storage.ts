import { Kysely } from 'kysely'
import type { BookSettings } from '#domain/book.ts'
import type { RateTable } from '#domain/rate.ts'
import { bookFileLines } from './book-file.ts'
import { bookWriter, placeAnew } from './book-write.ts'
import { doubleReads } from './read-double.ts'
import { figureReads } from './read-figure.ts'
import { checkInReads } from './check-in-storage.ts'
import type { Driver } from './driver.ts'
import { migrate } from './migrations.ts'
import { books, imports, ownRates, streamRates, streamRoutes, streamsWithLines, targets, ventures } from './read-book.ts'
import { everyEntry, LedgerPages, oneEntry, mergedInto, payersSince } from './read-entries.ts'
import { hourImports, hourProjects, hours } from './read-hours.ts'
import { patronKinds, pledgeLinks, pledges, publications, ventureTargets } from './read-patronage.ts'
import { giftFees } from './read-gift-fees.ts'
import { giftsOfMonth, payerGross, payersOfMonth } from './read-patrons.ts'
import { patronPayments, paymentsOfPatrons, standingPayments, steadyPatrons } from './read-standing.ts'
import { coverage, linesByReference, payers, payingLines, paymentsSince } from './read-payments.ts'
import { KeptReads } from './kept-reads.ts'
import { countedSpan, dayNets, KeptMonths, netAfter, streamDays, streamNets } from './read-income.ts'
import { planReads } from './plan-storage.ts'
import { promises } from './promise-storage.ts'
import { targetFactReads } from './target-storage.ts'
import { renewalReads } from './read-renewals.ts'
import { estimateReads } from './estimate-reads.ts'
import { bookFileHead, restoreFacts } from './restore.ts'
import type { Schema } from './schema.ts'
import { beginSession, type Session } from './session.ts'
import { newestSnapshot } from './sights.ts'
import { inSnapshot } from './snapshot.ts'
import { vanished, vanishedCounts } from './vanished.ts'
import type { Book, BookWriter, Storage } from './storage.ts'

const BOOK_TABLES = [
  'income_month',
  'income_day',
  'income_total',
  'entry',
  'edit',
  'promise',
  'target_fact',
  'buffer',
  'scenario',
  'agreed_income',
  'hour_project',
  'check_in',
  'time_plan',
  'hour',
  'claim',
  'version',
  'import_source',
  'patron_sight',
  'import',
  'own_rate',
  'stream_rate',
  'stream_route',
  'stream_from_lists',
  'patron_kind',
  'double_decision',
  'double_rule',
  'pledge_link',
  'pledge',
  'publication',
  'venture_need',
  'target',
  'stream',
  'venture',
  'book',
] as const satisfies readonly (keyof Schema)[]

/** Thrown to leave a transaction without a trace. */
class Rollback extends Error {}

/** Opens the one SQL implementation over a driver; lines converted with an older rate table are converted anew. */
export async function openStorage(driver: Driver, rates: RateTable): Promise<Storage> {
  const db = new Kysely<Schema>({ dialect: driver.dialect })
  await migrate(db, driver)
  const storage = sqlStorage(db, driver, rates)
  const outdated = await db.selectFrom('book').select('book').where('rates_last', '<', rates.last).execute()
  for (const { book } of outdated) await inSession({ db, driver, rates, book }, placeAnew)
  return storage
}

interface Opened {
  db: Kysely<Schema>
  driver: Driver
  rates: RateTable
  book: string
}

/** Runs work in one transaction; without a change, or with `rollback`, nothing of it stays. */
async function inSession<T>({ db, driver, rates, book }: Opened, work: (session: Session) => Promise<T>, rollback = false): Promise<T> {
  let result: { value: T } | undefined
  try {
    await db.transaction().execute(async (transaction) => {
      const session = await beginSession({ transaction, driver, rates, book })
      result = { value: await work(session) }
      if (rollback || !session.changed) throw new Rollback()
    })
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
  }
  if (!result) throw new Error('Failed to write: the transaction ended without a result. Try again.')
  return result.value
}

function sqlStorage(db: Kysely<Schema>, driver: Driver, rates: RateTable): Storage {
  const pages = new LedgerPages(db)
  const reads = new KeptReads(db)
  const kept = new KeptMonths(db, reads)
  const forget = () => {
    pages.forget()
    reads.forget()
  }
  return {
    ...bookReads(db, { reads, kept }),
    ...ledgerReads(db, pages, { reads, kept }),
    ...patronageReads(db),
    ...doubleReads(db),
    ...figureReads(db, driver),
    ...planReads(db),
    ...renewalReads(db),
    ...checkInReads(db),
    hours: (book) => hours(db, book),
    hourImports: (book) => hourImports(db, book),
    hourProjects: (book) => hourProjects(db, book),
    promises: (book) => promises(db, book),
    ...targetFactReads(db),
    bookFile: (book) => inSnapshot({ db, driver }, (moment) => bookFileLines(moment, book)),
    allEntries: (book) => inSnapshot({ db, driver }, (moment) => everyEntry(moment, book)),
    async createBook(id, settings, example) {
      await insertBook({ db, driver, rates, book: id }, settings, example)
      forget()
      return foundBook(db, id)
    },
    async deleteBook(id) {
      await db.transaction().execute((transaction) => dropBook(transaction, id))
    },
    write: <T>(book: string, work: (writer: BookWriter) => Promise<T>, options?: { rollback?: boolean }) =>
      inSession({ db, driver, rates, book }, (session) => work(bookWriter(session)), options?.rollback),
    async restore(book, lines, options) {
      await restoreBook({ db, driver, rates, book }, lines, options?.replace)
      forget()
      return foundBook(db, book)
    },
    close: () => db.destroy(),
  }
}

interface Kept {
  reads: KeptReads
  kept: KeptMonths
}

function bookReads(db: Kysely<Schema>, { reads, kept }: Kept) {
  return {
    books: () => books(db),
    book: (id: string) => reads.read(id, 'book', async () => (await books(db, id))[0]),
    ventures: (book: string) => reads.read(book, 'ventures', () => ventures(db, book)),
    streams: (book: string) => reads.read(book, 'streams', () => streamsWithLines(db, kept, book)),
    targets: (book: string) => reads.read(book, 'targets', () => targets(db, book)),
    ownRates: (book: string) => ownRates(db, book),
    streamRates: (book: string) => streamRates(db, book),
    streamRoutes: (book: string) => streamRoutes(db, book),
    imports: (book: string) => imports(db, book),
    importByBatch: (book: string, batch: string) => imports(db, book, { batch }),
    vanishedCounts: (book: string) => vanishedCounts(db, book),
    vanished: (book: string, id: number) => vanished(db, book, id),
    async mappings(book: string) {
      const mapped = (await imports(db, book)).flatMap(({ mapping }) => (mapping ? [mapping] : []))
      return new Map(mapped.map(({ signature, columns }) => [signature, columns]))
    },
  } satisfies Partial<Storage>
}

function ledgerReads(db: Kysely<Schema>, pages: LedgerPages, { reads, kept }: Kept) {
  return {
    months: (book, lens, span = {}) => kept.cells(book, lens, span),
    monthNets: (book, lens, span) => kept.nets(book, lens, span),
    monthSeries: (book, lens) => kept.all(book, lens),
    netAfter: (book, lens, month) => netAfter(db, book, { lens, month }),
    days: (book, from, to) => dayNets(db, book, { from, to }),
    streamDays: (book, streams, days) => streamDays(db, book, { streams, ...days }),
    streamNets: (book, from, to) => streamNets(db, book, { from, to }),
    span: (book) => reads.read(book, 'span', () => countedSpan(db, book)),
    entries: (book, query) => pages.page(book, query),
    entry: (book, stream, key) => oneEntry(db, book, { stream, key }),
    patrons: (book, stream, since) => payersSince(db, book, { stream, since }),
    newestSnapshot: async (book, stream) => newestSnapshot(db, book, await mergedInto(db, book, stream)),
    ...estimateReads(db),
  } satisfies Partial<Storage>
}

function patronageReads(db: Kysely<Schema>) {
  return {
    ventureTargets: (book) => ventureTargets(db, book),
    publications: (book) => publications(db, book),
    pledges: (book) => pledges(db, book),
    pledgeLinks: (book) => pledgeLinks(db, book),
    patronKinds: (book) => patronKinds(db, book),
    coverage: (book) => coverage(db, book),
    payers: (book, streams, since) => payers(db, book, { streams, since }),
    payersOfMonth: (book, lens, month) => payersOfMonth(db, book, { lens, month }),
    giftsOfMonth: (book, asked) => giftsOfMonth(db, book, asked),
    payerGross: (book, lens, span) => payerGross(db, book, { lens, ...span }),
    giftFees: (book, asked) => giftFees(db, book, asked),
    patronPayments: (book, streams, since) => patronPayments(db, book, { streams, since }),
    paymentsOfPatrons: (book, asked) => paymentsOfPatrons(db, book, asked),
    steadyPatrons: (book, asked) => steadyPatrons(db, book, asked),
    standingPayments: (book, asked) => standingPayments(db, book, asked),
    linesByReference: (book, references) => linesByReference(db, book, references),
    payingLines: (book) => payingLines(db, book),
    paymentsSince: (book, since, limit) => paymentsSince(db, book, { since, limit }),
  } satisfies Partial<Storage>
}

async function foundBook(db: Kysely<Schema>, id: string): Promise<Book> {
  const [book] = await books(db, id)
  if (!book) throw new Error(`Failed to open the book "${id}": it was not kept. Try again.`)
  return book
}

async function insertBook({ db, rates, book }: Opened, settings: BookSettings, example: boolean): Promise<void> {
  const taken = await db.selectFrom('book').select('book').where('book', '=', book).execute()
  if (taken.length > 0) throw new Error(`Failed to create the book "${book}": there is one already. Open that one, or delete it first.`)
  const { name, homeCurrency: home, zone, locale } = settings
  await db
    .insertInto('book')
    .values({ book, name, home, zone, locale, revision: 1, example: example ? 1 : 0, next_id: 1, rates_last: rates.last })
    .execute()
}

async function dropBook(db: Kysely<Schema>, book: string): Promise<void> {
  for (const table of BOOK_TABLES) await db.deleteFrom(table).where('book', '=', book).execute()
}

/** All of it in one transaction: a book file that cannot be read leaves everything as it was. */
async function restoreBook(opened: Opened, lines: AsyncIterable<string>, replace = false): Promise<void> {
  const iterator = lines[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = bookFileHead(first.done ? '' : first.value)
  const rest = { [Symbol.asyncIterator]: () => iterator }
  await opened.db.transaction().execute(async (transaction) => {
    if (replace) await dropBook(transaction, opened.book)
    await insertBook({ ...opened, db: transaction }, head, false)
    await restoreFacts(await beginSession({ ...opened, transaction }), rest)
  })
}
