import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import { readDate } from '../any-csv/dates.ts'
import type { CsvRow } from '../csv.ts'
import { complaint, Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import { outcomeOf, plainReader, type Found } from '../plain-table.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { TableReading } from '../table.ts'

const NAMES = {
  date: ['Date'],
  id: ['Ref ID', 'Reference ID'],
  type: ['Type'],
  description: ['Description'],
  team: ['Team', 'Client Team'],
  client: ['Account Name'],
  amount: ['Amount'],
  currency: ['Currency'],
  balance: ['Balance'],
} as const

type Role = 'payment' | 'refund' | 'chargeback' | 'fee' | 'tax' | 'adjustment' | 'transfer' | 'journal'

/** Types in lower case, without marks between words. */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^journal/, 'journal'],
  [/^(withdrawal|transfer|payout|deposit)( (reversal|return(ed)?|cancel(l?ed)?))?$/, 'transfer'],
  [/^(withholding tax|wht|tax withh(e|o)ld(ing)?|us tax withholding)\b/, 'tax'],
  [/^refund/, 'refund'],
  [/^(chargeback|dispute|payment reversal|reversal)\b/, 'chargeback'],
  [/\bfees?\b|^(vat|gst|connects|membership|subscription|sales tax)\b/, 'fee'],
  [
    /^(hourly|fixed price|milestone|bonus|expenses?|upfront payment|weekly retainer|retainer|manual( time)?|payment|overtime|salary|tip|project|consultation|fixed)\b/,
    'payment',
  ],
  [/^(adjustment|credit|miscellaneous|promotion|correction)\b/, 'adjustment'],
]

/** By which a service fee names the payment it was taken from. */
const NAMED_ID = /\bRef(?:erence)? ?ID:? ?#?(\w+)/i

interface Told {
  row: number
  id: string
  at: Day
  role: Role
  currency: string
  amount: Minor
  name: string
  note: string
}

/** Reads the transaction history. What names a payment waits for it: the history is written newest first. */
class TransactionRows implements TableReading {
  readonly #found: Found<keyof typeof NAMES>
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #payments = new Set<string>()
  readonly #waiting: { told: Told; tie: string }[] = []

  constructor(found: Found<keyof typeof NAMES>) {
    this.#found = found
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#read(fields),
      (told) => this.#once(row, told),
    )
  }

  end(): RowOutcome[] {
    return this.#waiting.map(({ told, tie }) => outcomeOf(told.row, linesOf(told, this.#payments.has(tie) ? tie : undefined)))
  }

  facts(): Partial<FileFacts> {
    return { style: { dates: 'words', decimals: '.' } }
  }

  #read(fields: Fields): Told {
    const found = this.#found
    const type = fields.needed(found.type)
    const plain = type.toLowerCase().replace(/[\s_-]+/g, ' ')
    const role = ROLES.find(([pattern]) => pattern.test(plain))?.[1]
    if (role === undefined) fields.complain(found.type, `"${type}" is no type of transaction that is known, so it is not counted.`)
    const currency = fields.currency(found.currency)
    const text = fields.needed(found.date)
    const at = (readDate(text, 'mdy') ?? '').slice(0, 10)
    if (at.length < 10) fields.complain(found.date, `"${text}" is no date that exists. It should look like Sep 08, 2026.`)
    return {
      row: fields.row,
      id: fields.needed(found.id),
      at,
      role: role ?? 'transfer',
      currency,
      amount: fields.money(found.amount, currency),
      name: fields.text(found.team) || fields.text(found.client),
      note: [type, fields.text(found.description)].filter((part) => part !== '').join(', '),
    }
  }

  #once(row: CsvRow, told: Told): RowOutcome[] {
    if (told.role === 'journal') return [nonRow(row.number, "entry of Upwork's own books, not of your money")]
    const seen = this.#seen.see(told.id, row.raw)
    if (seen === 'repeated') return [nonRow(row.number, 'repeated row')]
    if (seen === 'conflict') {
      const reason = `The id ${told.id} stands in another row of this file, with other contents. It is counted once.`
      return [complaint(row, { field: this.#found.id.name, text: told.id, reason })]
    }
    if (told.amount === 0) return [nonRow(row.number, 'amount is 0')]
    if (told.role === 'payment') this.#payments.add(told.id)
    const tie = NAMED_ID.exec(told.note)?.[1]
    if (tie === undefined || !/^(fee|refund|chargeback)$/.test(told.role)) return [outcomeOf(row.number, linesOf(told, undefined))]
    this.#waiting.push({ told, tie })
    return []
  }
}

/** What leaves is written with a minus: fees and refunds are told the other way round. */
function linesOf({ id, at, role, currency, amount, name, note }: Told, tie: string | undefined): Sighting[] {
  const facts = { key: id, at, currency, note, tie }
  switch (role) {
    case 'payment':
      // Money that a payment's type takes away is a payment taken back.
      return [
        lineOf({
          ...facts,
          name,
          patron: name,
          ...(amount > 0 ? { kind: 'payment', gross: amount } : { kind: 'refund', refunds: 0 - amount }),
        }),
      ]
    case 'refund':
    case 'chargeback':
      return [lineOf({ ...facts, name, patron: name, kind: role, refunds: 0 - amount })]
    case 'fee':
      return [lineOf({ ...facts, kind: 'fee', fees: 0 - amount })]
    case 'tax':
      // Income tax that was withheld is told beside the net and not subtracted.
      return [lineOf({ ...facts, kind: 'adjustment', tax: 0 - amount })]
    case 'adjustment':
      return [lineOf({ ...facts, kind: 'adjustment', gross: amount })]
    case 'transfer':
    case 'journal':
      return [lineOf({ ...facts, kind: 'transfer', gross: amount })]
  }
}

export const upworkTransactions = plainReader({
  layout: { id: 'upwork-transactions', platform: 'upwork', name: 'Upwork, transaction history' },
  why: "It has Upwork's reference ids, with a freelancer, an agency or a team beside each.",
  names: NAMES,
  needed: ['date', 'id', 'type', 'description', 'amount', 'currency'],
  is: (columns) => columns.has('Freelancer') || (columns.has('Agency') && columns.has('Team')),
  again: 'Export it again from Reports, Transactions.',
  open: (found) => new TransactionRows(found),
})
