import type { Sighting } from '#domain/entry.ts'
import type { Minor } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import { readDate } from '../any-csv/dates.ts'
import type { Fields } from '../fields.ts'
import { lineOf } from '../line.ts'
import { PlainRows, plainReader, withFacts, type Found } from '../plain-table.ts'

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
  id: string
  at: Day
  role: Exclude<Role, 'journal'>
  currency: string
  amount: Minor
  name: string
  note: string
}

function take(fields: Fields, found: Found<keyof typeof NAMES>): Told | string {
  const type = fields.needed(found.type)
  const plain = type.toLowerCase().replace(/[\s_-]+/g, ' ')
  const role = ROLES.find(([pattern]) => pattern.test(plain))?.[1]
  if (role === 'journal') return "entry of Upwork's own books, not of your money"
  if (role === undefined) fields.complain(found.type, `"${type}" is no type of transaction that is known, so it is not counted.`)
  const currency = fields.currency(found.currency)
  const text = fields.needed(found.date)
  const at = (readDate(text, 'mdy') ?? '').slice(0, 10)
  if (at.length < 10) fields.complain(found.date, `"${text}" is no date that exists. It should look like Sep 08, 2026.`)
  const amount = fields.money(found.amount, currency)
  if (amount === 0 && fields.isReadable) return 'amount is 0'
  return {
    id: fields.needed(found.id),
    at,
    role: role ?? 'transfer',
    currency,
    amount,
    name: fields.text(found.team) || fields.text(found.client),
    note: [type, fields.text(found.description)].filter((part) => part !== '').join(', '),
  }
}

/** What leaves is written with a minus: fees and refunds are told the other way round. */
function lineOfTold({ id, at, role, currency, amount, name, note }: Told): Sighting {
  const tie = /^(fee|refund|chargeback)$/.test(role) ? NAMED_ID.exec(note)?.[1] : undefined
  const facts = { key: id, at, currency, note, tie }
  switch (role) {
    case 'payment':
      // Money that a payment's type takes away is a payment taken back.
      return lineOf({
        ...facts,
        name,
        patron: name,
        ...(amount > 0 ? { kind: 'payment', gross: amount } : { kind: 'refund', refunds: 0 - amount }),
      })
    case 'refund':
    case 'chargeback':
      return lineOf({ ...facts, name, patron: name, kind: role, refunds: 0 - amount })
    case 'fee':
      return lineOf({ ...facts, kind: 'fee', fees: 0 - amount })
    case 'tax':
      // Income tax that was withheld is told beside the net and not subtracted.
      return lineOf({ ...facts, kind: 'adjustment', tax: 0 - amount })
    case 'adjustment':
      return lineOf({ ...facts, kind: 'adjustment', gross: amount })
    case 'transfer':
      return lineOf({ ...facts, kind: 'transfer', gross: amount })
  }
}

export const upworkTransactions = plainReader({
  layout: { id: 'upwork-transactions', platform: 'upwork', name: 'Upwork, transaction history' },
  why: "It has Upwork's reference ids, with a freelancer, an agency or a team beside each.",
  names: NAMES,
  needed: ['date', 'id', 'type', 'description', 'amount', 'currency'],
  is: (columns) => columns.has('Freelancer') || (columns.has('Agency') && columns.has('Team')),
  again: 'Export it again from Reports, Transactions.',
  open(found) {
    const rows = new PlainRows<Told>({
      take: (fields) => take(fields, found),
      lines: (told) => [lineOfTold(told)],
      id: { of: ({ id }) => id, column: found.id },
    })
    return withFacts(rows, () => ({ style: { dates: 'words', decimals: '.' } }))
  },
})
