import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import { lineOf } from '../line.ts'
import type { Fields } from '../fields.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'
import { Ordinals } from '../repeats.ts'
import { currencyOf, transactionLines, type Role, type Transaction } from './transaction.ts'

const NAMES = {
  created: ['Created At'],
  type: ['Type'],
  product: ['Product'],
  gross: ['Gross'],
  fees: ['Fees'],
  tax: ['Tax'],
  net: ['Net'],
  currency: ['Currency'],
  status: ['Status'],
} as const

type Income = Transaction & { gap: Minor }

/** By type; the sign of the net tells a sale from what was given back of it. */
function roleOf(type: string, net: Minor): Role | undefined {
  switch (type) {
    case 'subscription':
    case 'purchase':
    case 'reward':
    case 'pledge':
      return net < 0 ? 'refund' : 'payment'
    case 'payment':
      return 'payment'
    case 'refund':
    case 'refund_reversal':
      return 'refund'
    case 'dispute':
    case 'dispute_reversal':
      return 'chargeback'
    case 'payout':
    case 'payout_reversal':
      return 'transfer'
    case 'processor_fee':
      return 'fee'
    case 'balance':
      return net < 0 ? 'fee' : undefined
    default:
      return undefined
  }
}

function take(fields: Fields, found: Found<keyof typeof NAMES>): Income | string {
  const text = (name: keyof typeof NAMES) => fields.text(found[name])
  const currency = currencyOf(fields, found.currency)
  const net = fields.money(found.net, currency)
  const type = fields.needed(found.type)
  const role = roleOf(type.toLowerCase().replace(/[\s-]+/g, '_'), net)
  if (role === undefined) fields.complain(found.type, `"${type}" is no type of transaction that is known, so it is not counted.`)
  const status = fields.needed(found.status)
  if (!/^(paid_out|available|pending|)$/.test(status.toLowerCase())) {
    fields.complain(found.status, `"${status}" is no status that is known, so the row is not counted.`)
  }
  // Fees and tax are written with the minus by which they are taken off.
  const fees = 0 - fields.moneyIfAny(found.fees, currency)
  const amount = net + fees
  const isSale = role === 'payment' && text('gross') !== ''
  const price = isSale ? fields.money(found.gross, currency) + fields.moneyIfAny(found.tax, currency) : amount
  const at = fields.moment(found.created, 'wall')
  return { at, role: role ?? 'transfer', currency, amount, fees, gap: amount - price, note: text('product') || type }
}

/** Where gross less tax is not what came to the balance, the net wins and the gap is shown. */
function linesOf(income: Income, ordinals: Ordinals): Sighting[] {
  const { at, currency, gap } = income
  const lines = transactionLines(income, ordinals)
  const [main] = lines
  if (gap === 0 || main === undefined) return lines
  const note = 'The net that Polar states is not gross less tax and fees.'
  return [{ ...main, gross: main.gross - gap }, lineOf({ key: `${main.key}:gap`, at, kind: 'adjustment', currency, gross: gap, note })]
}

export const polarIncome = plainReader({
  layout: { id: 'polar-income', platform: 'polar', name: 'Polar, income' },
  why: 'It has gross, fees, tax and net of each transaction, and when it was paid out.',
  names: NAMES,
  needed: ['created', 'type', 'gross', 'fees', 'tax', 'net', 'currency', 'status'],
  is: (columns) => columns.has('Paid Out At'),
  again: 'Export it again from Finance, Income.',
  open(found) {
    const ordinals = new Ordinals()
    const rows = new PlainRows<Income>({ take: (fields) => take(fields, found), lines: (income) => linesOf(income, ordinals) })
    // It lists every transaction of its days, so orders of the same days are told here already.
    return withFacts(rows, () => ({ covers: { refs: [] }, style: { dates: 'ISO 8601, with offset', decimals: '.' } }))
  },
})
