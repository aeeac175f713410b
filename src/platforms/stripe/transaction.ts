import type { Sighting } from '#domain/entry.ts'
import type { RowOutcome } from '../read.ts'
import { roleOf } from './categories.ts'
import { fromStripe } from '#domain/stripe-units.ts'
import { linesOf } from './movement.ts'
import { idsIn, quotedDescription, Ties } from './ties.ts'

/** What an import of balance transactions is called: no file tells of it. */
export const STRIPE_SYNC = { id: 'stripe-sync', name: 'Stripe, card payments of pledges' } as const

/** A balance transaction as Stripe's API tells it. https://docs.stripe.com/api/balance_transactions/object */
export interface Transaction {
  id: string
  /** Stripe's minor units of `currency`; see `stripe-units.ts`. */
  amount: number
  fee: number
  net: number
  /** Lower case. */
  currency: string
  /** Seconds since 1970. */
  created: number
  reporting_category: string
  description: string | null
  /** Id of the charge, refund or dispute behind it. */
  source: string | null
  /** The charge behind it, where there is one. */
  charge: { id: string; paymentIntent: string | null; customer: string | null; name: string | null } | null
}

/**
 * The ledger lines of a charge's balance transactions: the very lines, under the very keys, that the itemised balance report writes
 * for them, so that a report imported later or earlier changes nothing. A category that is not known is left to the report, where it
 * is shown as a complaint.
 */
export function linesOfTransactions(transactions: readonly Transaction[]): Sighting[] {
  const ties = new Ties()
  const told: RowOutcome[] = []
  for (const transaction of transactions.toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))) {
    const { lines, charges, description } = read(transaction)
    const [main] = lines
    const outcome = { outcome: 'lines', row: 0, lines } as const
    const clues = { ids: [...charges, ...idsIn(description)], description: quotedDescription(description) }
    if (main?.kind === 'payment')
      told.push(outcome, ...ties.know(main, { ids: charges, description, isNamed: transaction.charge !== null }))
    else if (main?.kind === 'refund' || main?.kind === 'chargeback') told.push(...ties.tie(outcome, clues))
    else told.push(outcome)
  }
  const all = [...told, ...ties.end()].flatMap((outcome) => ('lines' in outcome ? outcome.lines : []))
  return all.map(withPlatform)
}

function read(transaction: Transaction): { lines: Sighting[]; charges: string[]; description: string } {
  const { id, charge, created, reporting_category: category } = transaction
  const currency = transaction.currency.toUpperCase()
  const amount = (value: number) => fromStripe(value, currency)
  const [description, source] = [transaction.description?.trim() ?? '', transaction.source ?? '']
  const net = amount(transaction.net)
  const role = roleOf(category, { net, description, source })
  const charges = [charge?.id ?? '', ...idsIn(source), charge?.paymentIntent ?? ''].filter((one) => one !== '')
  if (role === undefined) return { lines: [], charges, description }
  const at = `${new Date(created * 1000).toISOString().slice(0, 19)}Z`
  const money = { currency, gross: amount(transaction.amount), fees: amount(transaction.fee), net }
  const who = { patron: charge?.customer ?? '', name: charge?.name ?? '' }
  const isCharge = /^(charge|payment)$/i.test(category)
  return { lines: linesOf({ id, at, role, isCharge, ...money, description, charges, ...who }), charges, description }
}

/** The keys of an import carry its platform, so that no two platforms can meet in one stream. */
function withPlatform(line: Sighting): Sighting {
  const tie = line.tie === undefined ? {} : { tie: `stripe:${line.tie}` }
  return { ...line, key: `stripe:${line.key}`, ...tie }
}
