import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { currencyIn } from '../any-csv/amounts.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'
import { Ordinals } from '../repeats.ts'

/** No header is published: these are the names that are told of it, and their likely variants. */
const NAMES = {
  id: ['id', 'purchase_id'],
  date: ['created_at', 'purchased_at', 'date'],
  item: ['object_name', 'game_title', 'title'],
  amount: ['amount'],
  currency: ['currency', 'currency_code'],
  itchFee: ['marketplace_fee', 'itch_fee', 'itchio_fee'],
  sourceFee: ['source_fee', 'processor_fee', 'payment_fee'],
  tax: ['tax_added', 'tax'],
  withheld: ['tax_withheld', 'withholding', 'us_withholding'],
  email: ['email'],
  name: ['full_name', 'billing_name', 'first_name'],
  source: ['source'],
  sourceId: ['source_id', 'transaction_id'],
  refunded: ['refunded', 'status'],
} as const

/** Ids by which Stripe and PayPal know a payment. */
const PROVIDER_ID = /^((ch|py|pi|txn)_\w+|[0-9A-Z]{17})$/

interface Purchase {
  id: string
  at: Moment
  currency: string
  gross: Minor
  fees: Minor
  withheld: Minor
  isRefunded: boolean
  words: { patron: string; name: string; note: string; ref: string | undefined }
}

class PurchaseRows {
  readonly #found: Found<keyof typeof NAMES>
  readonly #ordinals = new Ordinals()
  #unnamed = 0

  constructor(found: Found<keyof typeof NAMES>) {
    this.#found = found
  }

  reading() {
    const rows = new PlainRows<Purchase>({ take: (fields) => this.#take(fields), lines: (purchase) => this.#lines(purchase) })
    return withFacts(rows, () => ({ warnings: this.#warnings(), style: { dates: 'ISO 8601, UTC', decimals: '.' } }))
  }

  #warnings(): string[] {
    const { itchFee, sourceFee } = this.#found
    const dollars = 'This file names no currency for some of its amounts: they were read as US dollars.'
    const gross = "This file tells no fees: itch.io's share and the payment provider's fee are taken off before it pays out."
    return [...(this.#unnamed > 0 ? [dollars] : []), ...(itchFee.index < 0 && sourceFee.index < 0 ? [gross] : [])]
  }

  #take(fields: Fields): Purchase | string {
    const found = this.#found
    const text = (name: keyof typeof NAMES) => fields.text(found[name])
    const refunded = text('refunded').toLowerCase()
    if (/^(pending|failed|incomplete|canceled|cancelled)$/.test(refunded)) return 'not paid'
    const isRefunded = /^(true|yes|1|refunded)$/.test(refunded)
    if (!isRefunded && !/^(|false|no|0|complete|completed|paid|success)$/.test(refunded)) {
      fields.complain(found.refunded, `"${text('refunded')}" is no status that is known, so the purchase is not counted.`)
    }
    const currency = this.#currency(fields)
    const money = (name: 'tax' | 'itchFee' | 'sourceFee' | 'withheld') => fields.moneyIfAny(found[name], currency)
    const gross = fields.money(found.amount, currency) - money('tax')
    const purchase = {
      id: text('id'),
      at: fields.moment(found.date, 'utc'),
      currency,
      gross,
      fees: Math.abs(money('itchFee')) + Math.abs(money('sourceFee')),
      withheld: Math.abs(money('withheld')),
      isRefunded,
      words: {
        patron: text('email'),
        name: text('name'),
        note: [text('item'), text('source') && `by ${text('source')}`].filter((part) => part !== '').join(', '),
        ref: PROVIDER_ID.test(text('sourceId')) ? text('sourceId') : undefined,
      },
    }
    return gross === 0 && purchase.fees === 0 ? 'amount is 0' : purchase
  }

  /** itch.io sells in US dollars unless a seller chose otherwise; a sign or a code beside the number says so. */
  #currency(fields: Fields): string {
    const { amount, currency } = this.#found
    if (fields.text(currency) !== '') return fields.currency(currency)
    const text = fields.text(amount)
    const named = currencyIn(text)
    if (named !== undefined) return named
    if (/[^\d.,\s$−-]/.test(text)) fields.complain(amount, `"${text}" does not say which currency it is in.`)
    if (!text.includes('$')) this.#unnamed++
    return 'USD'
  }

  #lines({ id, at, currency, gross, fees, withheld, isRefunded, words }: Purchase): Sighting[] {
    const key = this.#ordinals.next(id || `${at}:${words.patron}:${currency}:${gross}`)
    const facts = { at, currency, ...words }
    const payment = lineOf({ ...facts, key, kind: 'payment', gross, fees, tax: withheld })
    if (!isRefunded) return [payment]
    return [payment, lineOf({ ...facts, key: `${key}:refund`, kind: 'refund', refunds: gross, tie: key, ref: undefined })]
  }
}

export const itchPurchases = plainReader({
  layout: { id: 'itch-io-purchases', platform: 'itch-io', name: 'itch.io, purchases' },
  why: 'It has the names by which itch.io calls what was bought and its share of it.',
  names: NAMES,
  needed: ['date', 'amount', 'item'],
  is: (columns) => columns.has('object_name') || columns.has('marketplace_fee', 'itch_fee', 'itchio_fee'),
  again: 'Export it again from Interactions, Purchases.',
  open: (found) => new PurchaseRows(found).reading(),
})
