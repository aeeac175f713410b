import { z } from 'zod'
import { About, Book, BookChange, BookId, NewBook, Restore } from './book.ts'
import { Carriers, Crowd, CrowdQuery, Leaving } from './crowd.ts'
import { DoubleDecision, DoubleOutcome, DoubleRuleDecision, Doubles, DoublesQuery } from './double.ts'
import { DeleteBody, EditBody, Entries, EntriesQuery, Entry, NewEntry } from './entry.ts'
import { Figure, FigureQuery } from './figure.ts'
import { Hours, ProjectChoice } from './hours.ts'
import { Complaint, FileId, Import, ImportRequest, Job, SpooledFile, Undone, Vanished, VanishedCounts } from './import.ts'
import { IncomeByMonth, MonthPage, MonthQuery, MonthsQuery, TotalRow, TotalsQuery } from './income.ts'
import { Currency, Day, ViewLens } from './money.ts'
import { MonthChange } from './month-change.ts'
import { MonthView, MonthViewQuery } from './month-view.ts'
import { Outlook, OutlookQuery } from './outlook.ts'
import type { RouteName } from './every-path.ts'
import { planRoutes } from './plan-routes.ts'
import { LinkDecision, Pledged, Pledges } from './pledge.ts'
import {
  Fill,
  Filled,
  Follow,
  FollowedAddress,
  KnownPatron,
  PatronKind,
  Publication,
  PublicationChange,
  PublicationDraft,
  PublicationPreview,
  Sharing,
  SiteChange,
} from './publication.ts'
import { OwnRate, OwnRates } from './rate.ts'
import { CountLists, Merge, NewStream, PatronLists, Split, Stream, StreamChange, StreamHistory, StreamRoute } from './stream.ts'
import { targetRoutes } from './target-routes.ts'
import { CheckIn, CheckInWeek, Time, TimePlan } from './time.ts'
import { NewVenture, Venture, VentureChange } from './venture.ts'

/** What one route takes and gives. `answer` null: 204 without a body; a text: a file of that media type. */
export interface RouteShape {
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  answer: z.ZodType | null | string
  /** Status of success where it is not 200 (or 204 without a body). */
  status?: 201 | 202
}

const book = { book: BookId }
const params = <T extends z.ZodRawShape>(more: T) => z.object({ ...book, ...more })
const ofBook = z.object(book)
const id = z.coerce.number().int()

/** Shapes of every route of `every-path.ts`, by its name: handlers, OpenAPI and the page's types come from here. */
export const routes = {
  about: { summary: 'The program, its rates, platforms and currencies', answer: About },
  books: { summary: 'All books kept here', answer: z.array(Book) },
  createBook: { summary: 'Begin a book', body: NewBook, answer: Book, status: 201 },
  createExample: {
    summary: 'Make the example book, or answer with it where it is there',
    body: NewBook.pick({ zone: true, locale: true }),
    answer: Book,
    status: 201,
  },
  restoreBook: { summary: 'Restore a book file that was spooled', body: Restore, answer: Book, status: 201 },
  book: { summary: 'One book', params: ofBook, answer: Book },
  changeBook: { summary: 'Change name, home currency, zone or locale', params: ofBook, body: BookChange, answer: Book },
  deleteBook: { summary: 'Delete a book with all it holds', params: ofBook, answer: null },
  month: { summary: 'One month against its target', params: ofBook, query: MonthQuery, answer: MonthPage },
  monthView: { summary: 'All figures of the Month page', params: ofBook, query: MonthViewQuery, answer: MonthView },
  incomeByMonth: { summary: 'Net by stream and month', params: ofBook, query: MonthsQuery, answer: IncomeByMonth },
  crowd: { summary: 'How broad, steady and loyal the crowd is', params: ofBook, query: CrowdQuery, answer: Crowd },
  carriers: { summary: 'How gifts share one month', params: ofBook, query: CrowdQuery, answer: Carriers },
  setLeaving: { summary: 'Say how many patrons are assumed to leave in a month', params: ofBook, body: Leaving, answer: Leaving },
  monthChange: { summary: 'Why a month brought more or less', params: ofBook, query: CrowdQuery, answer: MonthChange },
  totals: { summary: 'Totals by any grouping', params: ofBook, query: TotalsQuery, answer: z.array(TotalRow) },
  figure: { summary: 'What a figure is made of', params: ofBook, query: FigureQuery, answer: Figure },
  figureRows: { summary: 'The rows that sum to a figure, as CSV', params: ofBook, query: FigureQuery, answer: 'text/csv' },
  figureText: { summary: 'A figure in words, for beside an export', params: ofBook, query: FigureQuery, answer: 'text/plain' },
  outlook: { summary: 'What the months to come are drawn from', params: ofBook, query: OutlookQuery, answer: Outlook },
  ...planRoutes,
  ventures: { summary: 'All ventures', params: ofBook, answer: z.array(Venture) },
  createVenture: { summary: 'Add a venture', params: ofBook, body: NewVenture, answer: Venture, status: 201 },
  changeVenture: {
    summary: 'Rename, classify or archive a venture',
    params: params({ venture: id }),
    body: VentureChange,
    answer: Venture,
  },
  streams: { summary: 'All streams', params: ofBook, answer: z.array(Stream) },
  createStream: { summary: 'Add a stream', params: ofBook, body: NewStream, answer: Stream, status: 201 },
  stream: {
    summary: 'One stream with its history',
    params: params({ stream: id }),
    query: z.object({ lens: ViewLens.default('cash') }),
    answer: StreamHistory,
  },
  changeStream: {
    summary: 'Rename, move, classify or archive a stream',
    params: params({ stream: id }),
    body: StreamChange,
    answer: Stream,
  },
  streamRates: {
    summary: 'Rates of a stream’s own, which come before the book’s',
    params: params({ stream: id }),
    answer: z.array(OwnRate),
  },
  setStreamRates: {
    summary: 'Set rates of a stream’s own, each from a day on',
    params: params({ stream: id }),
    body: OwnRates,
    answer: z.array(OwnRate),
  },
  removeStreamRate: {
    summary: 'Remove a rate of a stream’s own',
    params: params({ stream: id, currency: Currency, against: Currency, from: Day }),
    answer: z.array(OwnRate),
  },
  patronLists: {
    summary: 'Lists of patrons that were imported into a stream, and whether they count as an estimate',
    params: params({ stream: id }),
    answer: PatronLists,
  },
  countPatronLists: {
    summary: 'Count what lists of patrons tell as an estimate while nothing else tells of the stream’s money, or no more',
    params: params({ stream: id }),
    body: CountLists,
    answer: PatronLists,
  },
  streamRoutes: { summary: 'Which streams are merged and split, oldest first', params: ofBook, answer: z.array(StreamRoute) },
  mergeStream: {
    summary: 'Count a stream in another, with all that is imported into it later',
    params: params({ stream: id }),
    body: Merge,
    answer: StreamRoute,
    status: 201,
  },
  splitStream: {
    summary: 'Count some lines of a stream in a new one, with such lines of later imports',
    params: params({ stream: id }),
    body: Split,
    answer: StreamRoute,
    status: 201,
  },
  removeStreamRoute: { summary: 'Take a merge or a split back', params: params({ route: id }), answer: z.array(StreamRoute) },
  entries: { summary: 'Ledger lines, searched, sorted and paged', params: ofBook, query: EntriesQuery, answer: Entries },
  addEntry: { summary: 'Type an income in', params: ofBook, body: NewEntry, answer: Entry, status: 201 },
  entry: { summary: 'One ledger line', params: params({ entry: z.string() }), answer: Entry },
  editEntry: {
    summary: 'Lay an edit over a line; null takes it back, deleted hides the line',
    params: params({ entry: z.string() }),
    body: EditBody,
    answer: Entry,
  },
  deleteEntries: {
    summary: 'Delete many lines at once, or bring them back; other edits of theirs stay',
    params: ofBook,
    body: DeleteBody,
    answer: z.object({ changed: z.int() }),
  },
  doubles: {
    summary: 'The same money in two streams: proposed, applied or refused, with the reasons',
    params: ofBook,
    query: DoublesQuery,
    answer: Doubles,
  },
  decideDouble: {
    summary: 'Say that it is the same money, or that it is not',
    params: params({ double: z.string() }),
    body: DoubleDecision,
    answer: DoubleOutcome,
  },
  undecideDouble: { summary: 'Take back what was said of a double', params: params({ double: z.string() }), answer: DoubleOutcome },
  decideDoubleRule: {
    summary: 'Say that everything of one stream is in another, or take that back',
    params: ofBook,
    body: DoubleRuleDecision,
    answer: DoubleOutcome,
  },
  ...targetRoutes,
  sharing: { summary: 'The public site, what is shared there, and whom it follows', params: ofBook, answer: Sharing },
  publication: { summary: 'What was said of one venture’s page', params: params({ venture: id }), answer: Publication },
  setPublication: {
    summary: 'Say it, and publish, change or withdraw the page',
    params: params({ venture: id }),
    body: PublicationChange,
    answer: Publication,
  },
  renewPublicationAddress: {
    summary: 'Give an unlisted page another secret address; the one before is gone at once',
    params: params({ venture: id }),
    answer: Publication,
  },
  previewPublication: {
    summary: 'The exact bytes that would be public, and what they reveal; nothing is written',
    params: params({ venture: id }),
    body: PublicationDraft,
    answer: PublicationPreview,
  },
  fillPublication: {
    summary: 'Read a funding.json, FUNDING.yml or enough.json to fill a page',
    params: params({ venture: id }),
    body: Fill,
    answer: Filled,
  },
  knownPatrons: {
    summary: 'Patrons of the last twelve months, the largest first',
    params: params({ venture: id }),
    answer: z.array(KnownPatron),
  },
  setPatronKind: { summary: 'Say whether patrons are people or organisations', params: ofBook, body: PatronKind, answer: null },
  pledges: { summary: 'Pledges and the payments that may belong to them', params: ofBook, answer: Pledges },
  pledged: { summary: 'What is pledged for the running month and not paid yet', params: ofBook, answer: Pledged },
  linkPledge: {
    summary: 'Say that a ledger line pays a pledge, or that it does not',
    params: params({ pledge: z.string(), entry: z.string() }),
    body: LinkDecision,
    answer: Pledges,
  },
  cancelPledge: { summary: 'End a pledge', params: params({ pledge: z.string() }), answer: Pledges },
  setSite: { summary: 'Set the public address and its name', body: SiteChange, answer: null },
  followAddress: {
    summary: 'Follow an address that offers enough.json or funding.json',
    body: Follow,
    answer: FollowedAddress,
    status: 201,
  },
  unfollowAddress: { summary: 'Follow it no longer', params: z.object({ followed: id }), answer: null },
  hours: { summary: 'Time by month, venture and kind, and by project', params: ofBook, answer: Hours },
  setProject: { summary: 'Say where the time of a project belongs', params: ofBook, body: ProjectChoice, answer: Hours },
  time: { summary: 'Time by week, and what hours bring', params: ofBook, answer: Time },
  setTimePlan: {
    summary: 'Set the floor of basic work and the hours that can be kept up',
    params: ofBook,
    body: TimePlan,
    answer: TimePlan,
  },
  checkIn: { summary: 'One week’s time, by the Monday that it begins on', params: params({ week: Day }), answer: CheckInWeek },
  setCheckIn: {
    summary: 'Say what a week was, in the place of what was imported for it',
    params: params({ week: Day }),
    body: CheckIn,
    answer: CheckInWeek,
  },
  removeCheckIn: { summary: 'Take back what was said of a week', params: params({ week: Day }), answer: CheckInWeek },
  ownRates: { summary: "The book's own rates", params: ofBook, answer: z.array(OwnRate) },
  setOwnRate: { summary: 'Set an own rate from a day on', params: ofBook, body: OwnRate, answer: z.array(OwnRate) },
  removeOwnRate: {
    summary: 'Remove an own rate',
    params: params({ currency: Currency, against: Currency, from: Day }),
    answer: z.array(OwnRate),
  },
  spoolFile: {
    summary: 'Put a raw file on the spool; the body is the file, `name` its name',
    query: z.object({ name: z.string().max(255).default('') }),
    answer: SpooledFile,
    status: 201,
  },
  forgetFile: { summary: 'Take a file off the spool', params: z.object({ file: FileId }), answer: null },
  previewImport: {
    summary: 'Say what an import would do; nothing is written',
    params: ofBook,
    body: ImportRequest,
    answer: Job,
    status: 202,
  },
  commitImport: { summary: 'Import files of the spool, all or nothing', params: ofBook, body: ImportRequest, answer: Job, status: 202 },
  imports: { summary: 'Live imports, newest first', params: ofBook, answer: z.array(Import) },
  importComplaints: {
    summary: 'Rows of a live import that could not be read',
    params: params({ import: id }),
    answer: z.array(Complaint),
  },
  vanishedCounts: { summary: 'How many earlier rows each live import leaves out', params: ofBook, answer: VanishedCounts },
  vanished: { summary: 'Earlier rows that a live import leaves out', params: params({ import: id }), answer: Vanished },
  undoImport: { summary: 'Undo one import', params: params({ import: id }), answer: Undone },
  undoBatch: { summary: 'Undo all imports of one drop', params: params({ batch: z.string() }), answer: Undone },
  job: { summary: 'How far a preview or import is, and its report', params: z.object({ job: z.string() }), answer: Job },
  cancelJob: { summary: 'End a preview or import; nothing of it stays', params: z.object({ job: z.string() }), answer: Job },
  bookFile: { summary: 'The book file: every fact, nothing derived', params: ofBook, answer: 'application/jsonl' },
  ledgerFile: { summary: 'The ledger as CSV, with home values', params: ofBook, answer: 'text/csv' },
} as const satisfies Record<RouteName, RouteShape>

export type Routes = typeof routes
type Shape<N extends RouteName, K extends string> = K extends keyof Routes[N] ? Routes[N][K] : undefined
type In<T> = T extends z.ZodType ? z.input<T> : Record<never, never>
/** What a caller gives in the address (path and query together). */
export type RouteParams<N extends RouteName> = In<Shape<N, 'params'>> & In<Shape<N, 'query'>>
/** What a caller gives as JSON body. */
export type RouteBody<N extends RouteName> = Shape<N, 'body'> extends z.ZodType ? z.input<Shape<N, 'body'>> : undefined
/** What a caller gets. */
export type RouteAnswer<N extends RouteName> = Shape<N, 'answer'> extends z.ZodType ? z.output<Shape<N, 'answer'>> : null
