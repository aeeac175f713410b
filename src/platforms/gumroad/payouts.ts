import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import type { OpenTable, TableReading } from '../table.ts'
import { CURRENCY, dispute, isTotals, plainText, purchase, REFERENCES, refundOf } from './words.ts'

const NAMES = {
  type: ['Type'],
  date: ['Date'],
  id: ['Purchase ID'],
  item: ['Item Name'],
  name: ['Buyer Name'],
  email: ['Buyer Email'],
  taxes: ['Taxes ($)'],
  price: ['Sale Price ($)'],
  fees: ['Gumroad Fees ($)'],
  net: ['Net Total ($)'],
} as const

const NEEDED = ['type', 'date', 'id', 'price', 'fees', 'net'] as const

/** The first column that a payout's table needs and a header lacks. */
export function missingPayoutColumn(columns: Columns): string | undefined {
  return firstMissing(columns, NAMES, NEEDED)
}

type Role = 'sale' | 'refund' | 'chargeback' | 'affiliate' | 'fee' | 'adjustment' | 'transfer'

/** Sales through one's own PayPal or Stripe are rows as well; what these paid out is taken off again by a row of its own. */
const ROLES: Readonly<Record<string, Role>> = {
  sale: 'sale',
  chargeback: 'chargeback',
  'full refund': 'refund',
  'partial refund': 'refund',
  'paypal refund': 'refund',
  'stripe connect refund': 'refund',
  'affiliate credit': 'affiliate',
  'paypal connect affiliate fees': 'fee',
  'stripe connect affiliate fees': 'fee',
  'payout fee': 'fee',
  credit: 'adjustment',
  'technical adjustment': 'adjustment',
  'paypal payouts': 'transfer',
  'stripe connect payouts': 'transfer',
}

interface PayoutRow {
  type: string
  role: Role
  at: Moment
  id: string
  /** Price without the sales tax in it, signed; what the row moves where it has no price. */
  gross: Minor
  fees: Minor
  net: Minor
  who: { patron: string; name: string; note: string }
}

class PayoutRows implements TableReading {
  readonly #found: Record<keyof typeof NAMES, Column>
  readonly #fields = new Fields()
  readonly #ordinals = new Ordinals()

  constructor(columns: Columns) {
    this.#found = findNamed(columns, NAMES)
  }

  passOver({ cells }: CsvRow): string | undefined {
    return isTotals(cells[this.#found.type.index]) ? 'totals row' : undefined
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#payoutRow(fields),
      (read) => [this.#outcome(row, read)],
    )
  }

  facts(): Partial<FileFacts> {
    return { covers: { refs: REFERENCES } }
  }

  #payoutRow(fields: Fields): PayoutRow {
    const found = this.#found
    const text = (name: keyof typeof NAMES) => plainText(fields.text(found[name]))
    const type = fields.needed(found.type)
    const role = Object.hasOwn(ROLES, type.toLowerCase()) ? ROLES[type.toLowerCase()] : undefined
    if (role === undefined && type !== '') fields.complain(found.type, `"${type}" is no type of row that is known, so it is not counted.`)
    const net = fields.money(found.net, CURRENCY)
    const ofPurchase = role === 'sale' || role === 'refund' || role === 'chargeback'
    const price = ofPurchase ? fields.money(found.price, CURRENCY) : net
    return {
      type,
      role: role ?? 'transfer',
      at: fields.moment(found.date, 'wall'),
      id: plainText(ofPurchase ? fields.needed(found.id) : fields.text(found.id)),
      gross: price - fields.moneyIfAny(found.taxes, CURRENCY),
      // The fee column has another sign on refunds of PayPal's and Stripe's; price and net always agree.
      fees: price - net,
      net,
      who: { patron: text('email'), name: text('name'), note: [type, text('item')].filter((part) => part !== '').join(', ') },
    }
  }

  #outcome(row: CsvRow, read: PayoutRow): RowOutcome {
    if (read.net === 0 && read.gross === 0 && read.fees === 0) return nonRow(row.number, 'amount is 0')
    const parts = [read.type.toLowerCase().replaceAll(' ', '-'), read.id, read.at, String(read.net)]
    const key = this.#ordinals.next(parts.filter((part) => part !== '').join(':'))
    const line = lineFor(read, key)
    return { outcome: line.kind === 'transfer' ? 'transfer' : 'lines', row: row.number, lines: [line] }
  }
}

/** A sale yields to the sales export, which knows more of it; everything else is told best here. */
function lineFor({ role, at, id, gross, fees, net, who }: PayoutRow, key: string): Sighting {
  const facts = { key, at, currency: CURRENCY, note: who.note }
  switch (role) {
    case 'sale':
      return lineOf({ ...facts, ...who, kind: 'payment', gross, fees, ref: purchase(id), yields: true })
    case 'refund':
      return lineOf({ ...facts, ...who, kind: 'refund', refunds: 0 - gross, fees, tie: id, ref: refundOf(id) })
    case 'chargeback':
      return lineOf({ ...facts, ...who, kind: 'chargeback', refunds: 0 - gross, fees, tie: id, ref: dispute(id) })
    case 'affiliate':
      // What affiliates earned of one's own sales is taken off what one earned as an affiliate, day by day.
      return net < 0 ? lineOf({ ...facts, kind: 'fee', fees: 0 - net }) : lineOf({ ...facts, kind: 'payment', gross: net })
    case 'fee':
      return lineOf({ ...facts, kind: 'fee', fees: 0 - net })
    case 'adjustment':
    case 'transfer':
      return lineOf({ ...facts, kind: role, gross: net })
  }
}

/** Reads what one payout consists of. */
export const openPayouts: OpenTable = ({ columns }) => {
  const missing = missingPayoutColumn(columns)
  if (missing === undefined) return new PayoutRows(columns)
  return `This is not a payout of Gumroad's: it has no column "${missing}". Download it again from Payouts.`
}
