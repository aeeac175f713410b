import { referencesIn } from '#domain/creditor-reference.ts'
import { paymentIdIn } from '#domain/double.ts'
import { withEdit, type Edit, type Entry, type Sighting } from '#domain/entry.ts'
import { net, type Amounts, type Minor } from '#domain/money.ts'
import { monthOf, type Day } from '#domain/month.ts'
import { converted, type Converter, type Rate } from '#domain/rate.ts'
import type { Routes } from '#domain/stream-route.ts'
import { dayOf, isWholeMonth, type Zone } from '#domain/zone.ts'
import { doubleOf, doubledText, tellsOwnAmounts, type Doubled } from './doubled-row.ts'
import type { Value } from './driver.ts'
import { standingOf, yieldingOf } from './facts.ts'
import { WORKED_OUT } from './read-estimates.ts'
import { editFrom, type EntryTable } from './schema.ts'
import type { StoredEntry } from './storage.ts'

export type EntryRow = EntryTable

/** The row's columns, in the order in which they are written. */
export const ENTRY_COLUMNS = [
  'book',
  'stream',
  'key',
  'version',
  'day',
  'month',
  'at',
  'kind',
  'currency',
  'gross',
  'fees',
  'refunds',
  'tax',
  'h_gross',
  'h_fees',
  'h_refunds',
  'h_tax',
  'rate',
  'rate_day',
  'months',
  'tie',
  'patron',
  'name',
  'note',
  'ref',
  'yields',
  'uncounted',
  'edited',
  'by_hand',
  'revision',
  'spread',
  'reference',
  'counts_in',
  'proof',
  'doubled',
] as const satisfies readonly (keyof EntryRow)[]

/** Where a line stands and how it is told: what makes a row of a sighting. */
export interface Placing {
  book: string
  revision: number
  /** The home currency. */
  home: string
  zone: Zone
  /** How the book's money is converted. */
  converter: Converter
  /** How money of a stream is converted: by its own rates first. */
  converterOf(stream: number): Converter
  /** How many months the payments of a stream cover, where the user said so of all of them. */
  monthsOf(stream: number): number | undefined
  /** Streams of which the user said that what lists of patrons tell counts as an estimate. */
  fromLists: ReadonlySet<number>
  /** Where lines of a stream count. */
  routes: Routes
  /** While tied lines of one stream are led after their payments: where each goes, by its key. */
  moving?: ReadonlyMap<string, number>
}

export interface Winner {
  stream: number
  version: number
  sighting: Sighting
  edit: Edit | undefined
  byHand: boolean
  /** Day of the file's as-of: a running month's summary stands on it. */
  asOf: Day | undefined
  /** Whether a fuller report covered the line when it was last settled. */
  covered: boolean
  /** Where the line counted when it was last settled. */
  countedIn?: number | undefined
  /** The line's part in a double, where it has one. */
  doubled?: Doubled | null
}

/** Places the winning sighting of a key, with its edit, on a day and converts it. */
export function placed(placing: Placing, winner: Winner): EntryRow {
  const told = withEdit(winner.sighting, winner.edit)
  const { doubled = null } = winner
  const taken = doubled?.role === 'counts' && !tellsOwnAmounts(winner.edit) ? doubled.amounts : undefined
  const day = dayOf(told.at, placing.zone, winner.asOf)
  const place = placeOf(placing, { winner, line: taken ? { ...told, ...taken } : told, day })
  const own = ruled(told, winner, placing.monthsOf(place))
  const line = taken ? { ...own, ...taken } : own
  const rateOf = (currency: string) => placing.converterOf(place).rate(currency, day, isWholeMonth(line.at))
  const rate = rateOf(line.currency)
  const home = rate && converted(line, rate)
  return {
    book: placing.book,
    stream: winner.stream,
    key: line.key,
    version: winner.version,
    day,
    month: monthOf(day),
    at: line.at,
    kind: line.kind,
    currency: line.currency,
    gross: line.gross,
    fees: line.fees,
    refunds: line.refunds,
    tax: line.tax,
    h_gross: home ? home.gross : null,
    h_fees: home ? home.fees : null,
    h_refunds: home ? home.refunds : null,
    h_tax: home ? home.tax : null,
    rate: home && rate ? rate.source : 'none',
    rate_day: (home && rate?.day) ?? null,
    months: (doubled?.role === 'covered' && doubled.months) || line.months,
    tie: line.tie ?? null,
    patron: line.patron ?? null,
    name: line.name ?? null,
    note: line.note ?? null,
    ref: line.ref ?? null,
    yields: standingOf(line),
    uncounted: uncounted(line, winner),
    edited: winner.edit ? 1 : 0,
    by_hand: winner.byHand ? 1 : 0,
    revision: placing.revision,
    spread: null,
    counts_in: place,
    reference: referencesOf(winner.edit ? [winner.sighting, line] : [line]),
    proof: line.kind === 'payment' ? (paymentIdIn(winner.sighting) ?? null) : null,
    doubled: doubled && doubledText(doubled, taken && { ...own, home: homeNet(own, rateOf(own.currency)) }),
  }
}

/** The net of amounts at home, or null where there is no rate. */
function homeNet(amounts: Amounts, rate: Rate | null): Minor | null {
  const home = rate && converted(amounts, rate)
  return home && net(home)
}

/**
 * A line with what was said of its whole stream, below what was said of itself. A line typed in keeps the months that were typed:
 * only where those are the one that is offered does the stream's rule say more.
 */
function ruled(line: Sighting, { sighting, edit, byHand }: Winner, months: number | undefined): Sighting {
  const isOpen = line.kind === 'payment' && edit?.months === undefined && (!byHand || sighting.months === 1)
  return months === undefined || !isOpen ? line : { ...line, months }
}

/** A tied line counts where its payment does, which is settled later: until then it stays where it was. */
function placeOf({ routes, moving }: Placing, { winner, line, day }: { winner: Winner; line: Sighting; day: Day }): number {
  const { stream, countedIn } = winner
  const payments = moving?.get(line.key)
  if (payments !== undefined) return payments
  if (line.tie !== undefined && countedIn !== undefined && routes.splits(stream)) return countedIn
  return routes.of(stream, () => ({ key: line.key, text: searchText({ ...line, day }) }))
}

/** All texts by which a line can be searched: those that the ledger's search looks at. */
export function searchText({ day, key, currency, kind, name, patron, note }: SearchedLine): string {
  return [day, key, currency, kind, name ?? '', patron ?? '', note ?? ''].join(' ')
}

type SearchedLine = { day: Day } & Pick<Sighting, 'key' | 'currency' | 'kind'> & {
    [text in 'name' | 'patron' | 'note']?: string | null | undefined
  }

/** An R and an F that may begin a reference: most lines have none, and are spared the search for one. */
const MAY_BEGIN = /r[^a-z0-9]*f/i

/** The creditor references in the texts of a line, as its source told it and as it was edited: to tidy a note unlinks no payment. */
function referencesOf(lines: readonly Sighting[]): string | null {
  let found: Set<string> | undefined
  for (const { name, note, ref } of lines) {
    for (const text of [name, note, ref]) {
      if (text === undefined || !MAY_BEGIN.test(text)) continue
      for (const reference of referencesIn(text)) (found ??= new Set()).add(reference)
    }
  }
  return found ? [...found].sort().join(' ') : null
}

function uncounted(line: Sighting, winner: Winner): EntryRow['uncounted'] {
  if (winner.edit?.deleted) return 'deleted'
  if (line.kind === 'transfer') return 'transfer'
  if (winner.covered && line.yields) return 'covered'
  return winner.doubled?.role === 'covered' ? 'double' : null
}

/** Whether two rows say the same, whenever they were written. */
export function sameRow(a: EntryRow, b: EntryRow): boolean {
  return ENTRY_COLUMNS.every((column) => column === 'revision' || column === 'spread' || a[column] === b[column])
}

/** The row's values in the order of `ENTRY_COLUMNS`. */
export function rowValues(row: EntryRow): Value[] {
  return ENTRY_COLUMNS.map((column) => row[column])
}

/** The four native amounts of a row. */
export function nativeOf(row: Pick<EntryRow, 'gross' | 'fees' | 'refunds' | 'tax'>): Amounts {
  return { gross: row.gross, fees: row.fees, refunds: row.refunds, tax: row.tax }
}

/** The four home amounts of a row, or null where it has no rate: all four are null together. */
export function homeOf(row: Pick<EntryRow, 'h_gross' | 'h_fees' | 'h_refunds' | 'h_tax'>): Amounts | null {
  const { h_gross: gross, h_fees: fees, h_refunds: refunds, h_tax: tax } = row
  return gross === null || fees === null || refunds === null || tax === null ? null : { gross, fees, refunds, tax }
}

/** A row as the domain knows it. */
export function entryFrom(row: EntryRow & { changes: string | null }): StoredEntry {
  const entry: Entry = {
    key: row.key,
    stream: row.stream,
    at: row.at,
    day: row.day,
    month: row.month,
    kind: row.kind,
    currency: row.currency,
    ...nativeOf(row),
    months: row.months,
    home: homeOf(row),
    rate: row.rate,
    edited: row.edited === 1,
  }
  if (row.rate_day !== null) entry.rateDay = row.rate_day
  if (row.tie !== null) entry.tie = row.tie
  if (row.patron !== null) entry.patron = row.patron
  if (row.name !== null) entry.name = row.name
  if (row.note !== null) entry.note = row.note
  if (row.ref !== null) entry.ref = row.ref
  if (row.yields > 0) entry.yields = yieldingOf(row.yields)
  if (row.uncounted !== null) entry.uncounted = row.uncounted
  const isEstimate = row.version === WORKED_OUT && row.doubled === null
  const part = row.doubled === null ? {} : { double: doubleOf(row.doubled) }
  return {
    ...entry,
    edit: row.changes === null ? null : editFrom(row.changes),
    byHand: row.by_hand === 1,
    countsIn: row.counts_in,
    ...part,
    ...(isEstimate && { estimate: true }),
  }
}
