import { exponentOf } from '#domain/currency.ts'
import { parseAmount, type Minor } from '#domain/money.ts'
import { lineOf } from '../line.ts'
import { isoMoment } from '../moments.ts'
import type { Account, RowOutcome } from '../read.ts'
import type { Ordinals } from '../repeats.ts'

/** One payment as GitHub tells it in any layout: texts as they stand there, empty where it tells nothing. */
export interface Payment {
  row: number
  raw: string
  handle: string
  name: string
  source: string
  id: string
  tier: string
  tierAmount: string
  amount: string
  prorated: string
  yearly: string
  status: string
  date: string
}

/** How a layout names the fields, for complaints. */
export type Names = Record<Exclude<keyof Payment, 'row' | 'raw'>, string>

/** What stands around one file's payments. */
export interface PaymentContext {
  names: Names
  account: Account
  ordinals: Ordinals
}

const LARGEST: Minor = 10_000_000_000_000

interface Money {
  amount: Minor
  currency: string
}

/**
 * GitHub pays in US dollars and writes `$5.00`, `$-0.53`, `$1,200.00`. A code beside the number is taken at its word; any other
 * sign could be of several currencies and is refused. Undefined for what is no such amount.
 */
export function readMoney(text: string): Money | undefined {
  const [code = 'USD'] = /[A-Z]{3}/.exec(text) ?? []
  const rest = text.replace(code, '').replace('$', '').trim()
  const exponent = exponentOf(code)
  if (exponent === undefined || /[^\d.,\s−-]/.test(rest)) return undefined
  if (text.includes('$') && code !== 'USD') return undefined
  const amount = parseAmount(rest, exponent)
  return amount === undefined || Math.abs(amount) > LARGEST ? undefined : { amount, currency: code }
}

function isYes(text: string): boolean {
  return /^(true|yes|1|y)$/i.test(text)
}

/** Twelve months only where the flag says so and the amount agrees: the flag alone also stands on monthly payments. */
function monthsOf(payment: Payment, { amount, currency }: Money): number {
  const monthly = readMoney(payment.tierAmount)
  const isYearly = isYes(payment.yearly) && monthly?.currency === currency && monthly.amount > 0 && amount >= 2 * monthly.amount
  return isYearly ? 12 : 1
}

/** What one payment is for the ledger. Keys and lines are the same from every layout. */
export function paymentOutcome(payment: Payment, context: PaymentContext): RowOutcome {
  const { row, raw } = payment
  const complain = (field: keyof Names, reason: string): RowOutcome => {
    const text = payment[field].slice(0, 500)
    return { outcome: 'complaint', row, field: context.names[field], text, reason, raw: raw.slice(0, 500) }
  }
  if (payment.id === '' && payment.amount === '') {
    const isLinked = payment.source.toLowerCase() === 'patreon'
    return {
      outcome: 'non-row',
      row,
      reason: isLinked ? 'sponsorship paid through Patreon, told by Patreon' : 'sponsorship without a payment',
    }
  }
  if (payment.id === '') return complain('id', 'The transaction has no id, so it could not be told apart from others.')
  const money = readMoney(payment.amount)
  if (!money) return complain('amount', `"${payment.amount}" is no amount in US dollars such as $5.00.`)
  const at = isoMoment(payment.date, 'wall')
  if (at === undefined) return complain('date', `"${payment.date}" is no date that exists. It should look like 2024-06-30 10:38:06 +0200.`)
  if (payment.status.toLowerCase() !== 'settled') {
    const earlier = 'What an earlier export told of the payment still counts until you remove it.'
    return complain('status', `The status "${payment.status}" is not "settled", so this row is not counted. ${earlier}`)
  }
  const key = context.ordinals.next(`${payment.id}:${payment.tier}:${money.amount}`)
  const isTransfer = payment.source.toLowerCase() === 'patreon'
  const isCredit = money.amount < 0
  const line = lineOf({
    key,
    at,
    kind: isTransfer ? 'transfer' : isCredit ? 'adjustment' : 'payment',
    currency: money.currency,
    gross: money.amount,
    months: isTransfer || isCredit ? 1 : monthsOf(payment, money),
    patron: payment.handle,
    name: payment.name || payment.handle,
    note: isYes(payment.prorated) ? `${payment.tier}, prorated` : payment.tier,
  })
  return { outcome: isTransfer ? 'transfer' : 'lines', row, lines: [line], account: context.account }
}

/** The export is named `<account>-sponsorships-all-time.csv`: good enough to name a venture, not to tell accounts apart. */
export function accountOf(fileName: string): Account {
  const [, name = ''] = /^([a-z\d](?:[a-z\d-]{0,38}))-sponsorships\b/i.exec(fileName) ?? []
  return { id: '', name }
}
