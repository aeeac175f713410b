import type { Amounts, Minor } from './money.ts'
import type { Day, Month } from './month.ts'
import type { Moment } from './zone.ts'

export const ENTRY_KINDS = ['payment', 'refund', 'chargeback', 'fee', 'adjustment', 'summary', 'transfer'] as const
/** What a ledger line is; a transfer only moves money and is never counted. */
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** To whom a line yields: `true` to lines that yield to none, 2 also to lines that yield themselves. */
export type Yielding = boolean | 2

/**
 * One ledger line as one source tells it: the facts, before the book's zone, rates and edits.
 * `key` is the source's own name of the line, stable from export to export, unique within its stream.
 */
export interface Sighting extends Amounts {
  key: string
  at: Moment
  kind: EntryKind
  /** ISO 4217 code of the four amounts. */
  currency: string
  /** Months that the money covers, counted from the month it was paid in; at least 1. */
  months: number
  /** Key of the payment that this fee, refund or chargeback belongs to. */
  tie?: string
  /** The platform's own name of who paid: a handle or an address, stable over renames. */
  patron?: string
  /** Who paid, as shown. */
  name?: string
  note?: string
  /** The platform's reference of the payment behind the line (Stripe's charge id), shared by its several reports. */
  ref?: string
  /** Told by a report that yields to a fuller one of the same stream: kept, and counted only where the fuller one is silent. */
  yields?: Yielding
}

/** Where a home value came from. `estimated`: the table ends before the day, its last rate stands in. `stream`: a rate of the stream's own. */
export type RateSource = 'home' | 'ecb' | 'estimated' | 'own' | 'stream' | 'none'

/** What the user changed on a line; laid over whatever version of the line survives. */
export interface Edit extends Partial<
  Pick<Sighting, 'at' | 'kind' | 'currency' | 'gross' | 'fees' | 'refunds' | 'tax' | 'months' | 'name' | 'note'>
> {
  deleted?: boolean
}

/** Why a line does not count. `covered`: a fuller report of the same stream tells it. `double`: a line of another stream tells it. */
export type Uncounted = 'transfer' | 'covered' | 'deleted' | 'double'

/** A ledger line of the book: the winning sighting with its edits, placed on a day and converted. */
export interface Entry extends Sighting {
  /** Id of the stream, unique in the book. */
  stream: number
  day: Day
  month: Month
  /** The four amounts in the book's home currency, or null where there is no rate. */
  home: Amounts | null
  rate: RateSource
  /** Day of the rate that was used, where one was. */
  rateDay?: Day
  uncounted?: Uncounted
  edited: boolean
}

/** Whether the kind is one that counts towards income. */
export function isIncome(kind: EntryKind): boolean {
  return kind !== 'transfer'
}

/** A line with the user's edit laid over it; the facts below stay as they are. */
export function withEdit(sighting: Sighting, edit: Edit | undefined): Sighting {
  if (!edit) return sighting
  const { deleted: _, ...changes } = edit
  return { ...sighting, ...changes }
}

/**
 * The parts of a line that a kind may carry, from one signed amount as a person types it:
 * a refund of 5 is refunds 5, a fee of 5 is fees 5, everything else is gross.
 */
export function amountsOfKind(kind: EntryKind, amount: Minor): Amounts {
  const parts: Amounts = { gross: 0, fees: 0, refunds: 0, tax: 0 }
  if (kind === 'refund' || kind === 'chargeback') parts.refunds = amount
  else if (kind === 'fee') parts.fees = amount
  else parts.gross = amount
  return parts
}
