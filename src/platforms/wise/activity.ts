import type { Minor } from '#domain/money.ts'
import type { Column } from '../columns.ts'
import type { Fields } from '../fields.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'
import { Ordinals } from '../repeats.ts'
import { idOf, linesOf, type Movement } from './movement.ts'

const NAMES = {
  id: ['ID'],
  status: ['Status'],
  direction: ['Direction'],
  finished: ['Finished on'],
  created: ['Created on'],
  sourceFee: ['Source fee amount'],
  sourceFeeCurrency: ['Source fee currency'],
  targetFee: ['Target fee amount'],
  targetFeeCurrency: ['Target fee currency'],
  sourceName: ['Source name'],
  sourceAmount: ['Source amount (after fees)'],
  sourceCurrency: ['Source currency'],
  targetName: ['Target name'],
  targetAmount: ['Target amount (after fees)'],
  targetCurrency: ['Target currency'],
  reference: ['Reference'],
  note: ['Note'],
} as const

type Name = keyof typeof NAMES

const DONE = /^(completed|outgoing payment sent)$/
const UNDONE = /^(cancelled|canceled|refunded|funds refunded|bounced back|charged back)$/
const UNDER_WAY = /^(processing|pending|incoming payment waiting|incoming payment initiated|funds converted|scheduled)$/
const SENT = /^(TRANSFER|DEPOSIT|PAYMENT|PAYIN|REQUEST)/

function take(fields: Fields, found: Found<Name>): Movement | string {
  const text = (name: Name) => fields.text(found[name])
  const status = fields
    .needed(found.status)
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
  if (UNDONE.test(status)) return 'not carried out'
  if (UNDER_WAY.test(status)) return 'still under way'
  if (status !== '' && !DONE.test(status)) {
    fields.complain(found.status, `"${text('status')}" is no status that is known, so the row is not counted.`)
  }
  const direction = fields.needed(found.direction).toUpperCase()
  if (direction !== '' && !/^(IN|OUT|NEUTRAL)$/.test(direction)) {
    fields.complain(found.direction, `"${text('direction')}" is no direction that is known. It should be IN, OUT or NEUTRAL.`)
  }
  const isIn = direction === 'IN'
  const currency = fields.currency(isIn ? found.targetCurrency : found.sourceCurrency)
  const id = idOf(fields.needed(found.id))
  const isOwn = text('sourceName') === '' || text('sourceName').toLowerCase() === text('targetName').toLowerCase()
  const fees = feeOf(fields, found, { isIn, currency })
  const amount = fields.money(isIn ? found.targetAmount : found.sourceAmount, currency)
  if (amount === 0) return 'amount is 0'
  return {
    id,
    at: fields.moment(text('finished') === '' ? found.created : found.finished, 'utc'),
    currency,
    // What is sent leaves the balance together with its fee.
    amount: isIn ? amount : 0 - amount - fees,
    fees,
    // The statement tells fees that are left out here.
    yields: fees === 0,
    isPayment: isIn && SENT.test(id) && !isOwn,
    name: isIn ? text('sourceName') : text('targetName'),
    note: [text('reference'), text('note')].filter((part) => part !== '').join(', '),
  }
}

/** Wise's fee where it was taken in the currency of the amount. */
function feeOf(fields: Fields, found: Found<Name>, { isIn, currency }: { isIn: boolean; currency: string }): Minor {
  const taken = (column: Column, inCurrency: Column) =>
    fields.text(inCurrency).toUpperCase() === currency ? fields.moneyIfAny(column, currency) : 0
  return isIn ? taken(found.targetFee, found.targetFeeCurrency) : taken(found.sourceFee, found.sourceFeeCurrency)
}

export const wiseActivity = plainReader({
  layout: { id: 'wise-activity', platform: 'wise', name: 'Wise, transactions' },
  why: 'It has direction, source and target of each transaction, with amounts after fees.',
  names: NAMES,
  needed: ['id', 'status', 'direction', 'created', 'sourceAmount', 'sourceCurrency', 'targetAmount', 'targetCurrency'],
  again: 'Export it again from Transactions.',
  open(found) {
    const ordinals = new Ordinals()
    const rows = new PlainRows<Movement>({ take: (fields) => take(fields, found), lines: (movement) => linesOf(movement, ordinals) })
    return withFacts(rows, () => ({ style: { dates: 'ISO 8601, UTC', decimals: '.' } }))
  },
})
