import { exponentOf } from '#domain/currency.ts'
import type { Sighting, Yielding } from '#domain/entry.ts'
import { parseAmount, type DecimalMark, type Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { complaint, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { Account, RowOutcome } from '../read.ts'
import type { Ordinals } from '../repeats.ts'

/** Beyond this many minor units an amount is a misread number. */
const LARGEST: Minor = 10_000_000_000_000

/** One entry of a bank statement as its file writes it. */
export interface BankEntry {
  row: number
  raw: string
  account: Account
  /** The bank's own id of it; empty where it has none. */
  id: string
  /** Undefined where `date` could not be read. */
  at: Moment | undefined
  date: string
  currency: string
  /** What it moved, in parts where the bank tells several payments at once; without a sign. */
  parts: readonly BankPart[]
  /** A refund takes back what came in; what is spent, or comes back from that, is a transfer. */
  kind: 'payment' | 'refund' | 'transfer'
  /** Whether the account gained by it. */
  isCredit: boolean
  mark: DecimalMark
  /** How layouts stand where a statement of the same account is there in several: CAMT tells most, then OFX, then QIF. */
  yields: Yielding
}

export interface BankPart {
  /** The bank's own id of this part; empty where it has none. */
  id: string
  amount: string
  name: string
  note: string
}

/** What becomes of an entry: one line for each part. Spending is a transfer, since a book tells of what comes in. */
export function entryOutcome(entry: BankEntry, ordinals: Ordinals): RowOutcome {
  const { row, raw, at, account, kind } = entry
  const bad = (field: string, text: string, reason: string) => complaint({ number: row, raw }, { field, text, reason })
  const exponent = exponentOf(entry.currency)
  if (exponent === undefined) return bad('currency', entry.currency, `"${entry.currency}" is no currency that is known.`)
  if (at === undefined) return bad('date', entry.date, `"${entry.date}" is no date that exists.`)
  const lines: Sighting[] = []
  for (const part of entry.parts) {
    const amount = parseAmount(part.amount, exponent, entry.mark)
    if (amount === undefined || Math.abs(amount) > LARGEST)
      return bad('amount', part.amount, `"${part.amount}" is not an amount of ${entry.currency}.`)
    if (amount !== 0) lines.push(lineOfPart({ entry, part, at, amount }, ordinals))
  }
  if (lines.length === 0) return nonRow(row, 'amount is 0')
  return { outcome: kind === 'transfer' ? 'transfer' : 'lines', row, lines, account }
}

interface ReadPart {
  entry: BankEntry
  part: BankPart
  at: Moment
  amount: Minor
}

function lineOfPart({ entry, part, at, amount }: ReadPart, ordinals: Ordinals): Sighting {
  const { currency, kind } = entry
  const signed = entry.isCredit ? amount : 0 - amount
  // Some banks give an id to many entries, so an id alone proves nothing; without one, what is said has to do.
  const told = part.id || entry.id || [part.name, part.note].join('|')
  const key = ordinals.next([told, at.slice(0, 10), currency, signed].join('|'))
  const facts = { key, at, kind, currency, name: part.name, note: part.note }
  if (kind === 'transfer') return lineOf({ ...facts, gross: signed })
  const ref = sightOf({ account: entry.account.id, booked: [at.slice(0, 10), currency, signed].join('|') }, ordinals)
  return lineOf({
    ...facts,
    ref,
    yields: entry.yields,
    ...(kind === 'payment' ? { gross: amount } : { refunds: amount }),
    patron: part.name,
  })
}

/**
 * What all layouts tell alike of an entry: the day, the currency and the amount, and which of those that are equal
 * it is in its account. The ids of one layout stand in no other.
 */
function sightOf({ account, booked }: { account: string; booked: string }, ordinals: Ordinals): string {
  const before = `booked in ${account}|`
  return ordinals.next(before + booked).slice(before.length)
}

/** An account by its number or IBAN; named by its end alone, as banks do. */
export function bankAccount(number: string): Account {
  const id = number.replace(/\s+/g, '').toUpperCase()
  return { id, name: id === '' ? '' : `Account …${id.slice(-4)}` }
}
