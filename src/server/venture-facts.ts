import { coveredMonth } from '#domain/coverage.ts'
import type { Standing, VentureFacts } from '#domain/disclosure.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthOf, type Day, type Month } from '#domain/month.ts'
import type { VentureTarget } from '#domain/need.ts'
import type { PeerSite } from '#domain/overflow.ts'
import type { PatronShare } from '#domain/patron-groups.ts'
import type { Publication } from '#domain/publication.ts'
import type { Book, StreamWithLines } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import { todayOf, yearUpTo } from './today.ts'
import { patronWords, type PatronWords } from './venture-pledges.ts'

/** More than the two years that a page may show, which end with the last covered month. */
const YEARS_READ = 3

export type FactParts = Pick<Parts, 'storage' | 'clock' | 'square'>

/** What a book tells of all its ventures, read once for those that are published. */
export interface BookFacts {
  book: Book
  today: Day
  work: Map<number, VentureFacts['work']>
  patronage: StreamWithLines[]
  /** Streams that imports feed, with the last day that these reach. */
  reached: Map<number, Day>
  targets: VentureTarget[]
  words: (venture: number) => PatronWords
}

/** Reads what bears on more than one venture of a book. */
export async function bookFacts(parts: FactParts, book: Book): Promise<BookFacts> {
  const { storage, clock } = parts
  const today = todayOf(book, clock)
  const [ventures, streams] = [await storage.ventures(book.id), await storage.streams(book.id)]
  const fed = new Set((await storage.imports(book.id)).flatMap(({ sources }) => sources.map(({ stream }) => stream)))
  const coverage = await storage.coverage(book.id)
  const estimated = await storage.estimatedStreams(book.id)
  return {
    book,
    today,
    work: new Map(ventures.map(({ id, work }) => [id, work])),
    // What is told in public has arrived: an estimate has not.
    patronage: streams.filter(({ id, kind, entries }) => kind === 'patronage' && entries > 0 && !estimated.has(id)),
    reached: new Map([...coverage].filter(([stream]) => fed.has(stream))),
    targets: await storage.ventureTargets(book.id),
    words: await patronWords(parts, book, today),
  }
}

interface Asked {
  publication: Publication
  /** The percentage that stands published. */
  before: Standing | null
  site: PeerSite
}

/** Gathers what decides of one venture's page; what its publication does not tell is not even read where reading costs. */
export async function ventureFacts({ storage, square }: FactParts, base: BookFacts, asked: Asked): Promise<VentureFacts> {
  const { book, today, reached } = base
  const { publication, before, site } = asked
  const streams = base.patronage.filter(({ venture }) => venture === publication.venture)
  const ids = new Set(streams.map(({ id }) => id))
  // An archived stream brings no more files; what it brought once is complete.
  const awaited = streams.filter(({ id, archived }) => !archived && reached.has(id))
  const ends = awaited.map(({ id }) => reached.get(id) ?? today)
  const from = addMonths(monthOf(ends.reduce((least, end) => (end < least ? end : least), today)), -YEARS_READ * 12)
  const months = await monthsOf(storage, book.id, { ids, from, to: monthOf(today) })
  const told = months.filter(({ month }) => month < monthOf(today)).at(-1)?.month ?? null
  const covered = coveredMonth({ today, first: firstMonth(streams), reached: ends, told })
  const { names, pledged } = base.words(publication.venture)
  return {
    today,
    work: base.work.get(publication.venture) ?? 'basic',
    currency: book.homeCurrency,
    months,
    covered,
    unconverted: covered === null ? [] : await unconvertedOf(storage, book.id, { ids, from: covered, to: covered }),
    targets: base.targets,
    patrons: publication.shows.patrons || publication.shows.split ? await patronsOf(storage, book.id, { ids, since: yearUpTo(today) }) : [],
    names,
    pledged,
    before,
    cards: square.stripe !== undefined,
    site,
  }
}

function firstMonth(streams: readonly StreamWithLines[]): Month | null {
  const first = streams.flatMap(({ firstDay }) => firstDay ?? []).toSorted()[0]
  return first === undefined ? null : monthOf(first)
}

interface Span {
  ids: ReadonlySet<number>
  from: Month
  to: Month
}

/** Smoothed net of some streams together, by month; money without a rate is left out, so that nothing is claimed of it. */
async function monthsOf(storage: Parts['storage'], book: string, { ids, from, to }: Span): Promise<VentureFacts['months']> {
  const nets = new Map<Month, Minor>()
  for (const { stream, month, net } of await storage.monthNets(book, 'smoothed', { from, to })) {
    if (ids.has(stream)) nets.set(month, (nets.get(month) ?? 0) + net)
  }
  return [...nets].map(([month, net]) => ({ month, net })).toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** Currencies without a rate among the smoothed money of some streams. */
async function unconvertedOf(storage: Parts['storage'], book: string, { ids, ...span }: Span): Promise<string[]> {
  const cells = await storage.months(book, 'smoothed', span)
  return [...new Set(cells.flatMap(({ stream, home, currency }) => (home === null && ids.has(stream) ? currency : [])))].sort()
}

async function patronsOf(storage: Parts['storage'], book: string, paid: { ids: ReadonlySet<number>; since: Day }): Promise<PatronShare[]> {
  const kinds = await storage.patronKinds(book)
  const payers = await storage.payers(book, [...paid.ids], paid.since)
  return payers.map(({ patron, net }) => ({ kind: kinds.get(patron) ?? 'unknown', net }))
}
