import type { Minor } from '#domain/money.ts'
import type { Moment } from '#domain/zone.ts'
import type { Fields } from '../fields.ts'
import type { Account } from '../read.ts'
import { PROCESSOR_FEE_ROWS } from './hidden-fees.ts'
import { amountsOf, hasGross, type RowAmounts } from './amounts.ts'
import type { FieldColumns, LayoutId } from './fields.ts'

/** What a kind of row is for the ledger. `aside` moves money of the host or the platform and says nothing of its group. */
export type Role = 'income' | 'fee' | 'tax' | 'transfer' | 'aside'

const ROLES: Readonly<Record<string, Role>> = {
  CONTRIBUTION: 'income',
  ADDED_FUNDS: 'income',
  HOST_FEE: 'fee',
  PAYMENT_PROCESSOR_FEE: 'fee',
  PAYMENT_PROCESSOR_DISPUTE_FEE: 'fee',
  PAYMENT_PROCESSOR_COVER: 'fee',
  PLATFORM_FEE: 'fee',
  APPLICATION_FEE: 'fee',
  TAX: 'tax',
  EXPENSE: 'transfer',
  BALANCE_TRANSFER: 'transfer',
  PREPAID_PAYMENT_METHOD: 'transfer',
  PLATFORM_TIP: 'aside',
  PLATFORM_TIP_DEBT: 'aside',
  HOST_FEE_SHARE: 'aside',
  HOST_FEE_SHARE_DEBT: 'aside',
}

/** One row, read. */
export interface Transaction {
  row: number
  key: string
  /** The same in every layout: they share no id, but time, amount, handle and kind. */
  sight: string
  /** Whether the layout yields to the one that tells every fee. */
  yields: boolean
  at: Moment
  role: Role
  isCredit: boolean
  isRefund: boolean
  /** Key of the row that this one takes back, where it is told. */
  refunded: string | undefined
  group: string
  currency: string
  amounts: RowAmounts
  months: number
  account: Account
  patron: string
  name: string
  note: string
}

/** Reads a row's cells; trouble is told to `fields`. */
export function readTransaction(fields: Fields, columns: FieldColumns, layout: LayoutId): Transaction {
  const text = (field: Exclude<keyof FieldColumns, 'has'>) => fields.text(columns[field])
  const kind = fields.needed(columns.kind).toUpperCase()
  const role = ROLES[kind]
  if (role === undefined) fields.complain(columns.kind, `"${kind}" is no kind of transaction that is known, so it is not counted.`)
  const currency = fields.currency(columns.currency)
  const amounts = amountsOf(fields, columns, currency)
  const isCredit = creditOf(fields, columns, amounts.gross)
  const description = text('description')
  const name = text('otherName')
  const account = text('account')
  const at = fields.moment(dateColumn(fields, columns), 'utc')
  return {
    row: fields.row,
    key: keyOf(fields, columns, layout),
    sight: `oc:${at}:${sharedAmount(at, amounts)}:${currency}:${text('other')}:${kind}`,
    yields: layout !== 'legacy',
    at,
    role: role ?? 'aside',
    isCredit,
    isRefund: columns.has('refund') ? isYes(text('refund')) : /^refund of /i.test(description),
    refunded: refundedKey(fields, columns, layout),
    group: text('group') || text('shortGroup'),
    currency,
    amounts,
    months: text('frequency').toUpperCase() === 'YEARLY' || /^yearly contribution from\b/i.test(description) ? 12 : 1,
    account: { id: account, name: text('accountName') || account },
    patron: text('other'),
    name,
    note: noteOf(description, text('memo'), name),
  }
}

/** The amount that every layout states: until fees had rows of their own, what was left of it; since then, the whole. */
function sharedAmount(at: Moment, { gross, net }: RowAmounts): Minor {
  return at < PROCESSOR_FEE_ROWS ? net : gross
}

function isYes(text: string): boolean {
  return text !== '' && !/^(false|no|0)$/i.test(text)
}

function keyOf(fields: Fields, columns: FieldColumns, layout: LayoutId): string {
  if (layout !== 'legacy') return fields.needed(columns.number)
  return columns.has('shortId') ? fields.needed(columns.shortId) : short(fields.needed(columns.uuid))
}

function refundedKey(fields: Fields, columns: FieldColumns, layout: LayoutId): string | undefined {
  if (layout !== 'legacy') return fields.text(columns.refundedNumber) || undefined
  return fields.text(columns.refundedShort) || short(fields.text(columns.refundedUuid)) || undefined
}

/** The short ids of the legacy layout are the first eight digits of the long ones. */
function short(uuid: string): string {
  return uuid.slice(0, 8)
}

/** The time a transaction cleared, which may be empty, else when it was made. */
function dateColumn(fields: Fields, columns: FieldColumns) {
  const present = [columns.cleared, columns.created, columns.date].filter((column) => column.index >= 0)
  return present.find((column) => fields.text(column) !== '') ?? present[0] ?? columns.created
}

/** Credit or debit as the file says it, else by the sign. A gross amount must not contradict it; a net of fees may. */
function creditOf(fields: Fields, columns: FieldColumns, gross: Minor): boolean {
  const type = fields.text(columns.type).toUpperCase()
  if (type === '') return gross >= 0
  if (type !== 'CREDIT' && type !== 'DEBIT') fields.complain(columns.type, `"${type}" should be CREDIT or DEBIT.`)
  else if (hasGross(columns) && (type === 'CREDIT' ? gross < 0 : gross > 0)) {
    fields.complain(columns.type, `The row is a ${type.toLowerCase()}, but its amount says the opposite.`)
  }
  return type === 'CREDIT'
}

/** A description that only repeats who paid says nothing. */
function noteOf(description: string, memo: string, name: string): string {
  const said = description === `Contribution from ${name}` ? '' : description
  return memo === '' || memo === said ? said : [said, memo].filter((part) => part !== '').join(' · ')
}
