import type { Column, Columns } from '../columns.ts'

/**
 * Open Collective's export lets people choose among some 85 fields, reorder them, and write them as ids or as names; a field is
 * found by either. Names from the source of its export service.
 * https://github.com/opencollective/opencollective-rest/blob/main/src/server/controllers/account-transactions.ts
 */
const FIELDS = {
  cleared: ['effectiveDate', 'Effective Date & Time'],
  created: ['datetime', 'Date & Time'],
  date: ['date', 'Date'],
  number: ['legacyId', 'Transaction ID'],
  shortId: ['shortId', 'Short Transaction ID'],
  uuid: ['id', 'Transaction GraphQL ID'],
  group: ['group', 'Group ID'],
  shortGroup: ['shortGroup', 'Short Group ID'],
  description: ['description', 'Description'],
  type: ['type', 'Credit/Debit'],
  kind: ['kind', 'Kind'],
  gross: ['amount', 'Gross Amount'],
  credit: ['creditAmount', 'Credit Amount'],
  debit: ['debitAmount', 'Debit Amount'],
  net: ['netAmount', 'Amount Single Column'],
  processorFee: ['paymentProcessorFee', 'Payment Processor Fee'],
  hostFee: ['hostFee', 'Host Fee'],
  platformFee: ['platformFee', 'Platform Fee'],
  tax: ['taxAmount', 'Tax Amount'],
  currency: ['currency', 'Currency'],
  refund: ['isRefund', 'isReverse', 'Is Refund', 'Is Reverse'],
  refundedNumber: ['refundLegacyId', 'reverseLegacyId', 'Refund Transaction ID', 'Reverse Transaction ID'],
  refundedShort: ['shortRefundId', 'Short Refund Transaction ID'],
  refundedUuid: ['refundId', 'reverseId', 'Refund ID'],
  account: ['accountSlug', 'Account Handle'],
  accountName: ['accountName', 'Account Name'],
  other: ['oppositeAccountSlug', 'Opposite Account Handle'],
  otherName: ['oppositeAccountName', 'Opposite Account Name'],
  memo: ['orderMemo', 'Contribution Memo'],
  frequency: ['orderFrequency', 'Contribution Frequency'],
} as const

export type Field = keyof typeof FIELDS
/** Where each field stands in one file. */
export type FieldColumns = Record<Field, Column> & { has(field: Field): boolean }

/** Fields that no other platform names this way: one of them must be there for a file to be taken for Open Collective's. */
const OWN_NAMES = [
  'shortId',
  'shortGroup',
  'legacyId',
  'accountSlug',
  'oppositeAccountSlug',
  'Short Transaction ID',
  'Effective Date & Time',
  'Amount Single Column',
  'Account Handle',
  'Opposite Account Handle',
]

export function findFields(columns: Columns): FieldColumns {
  const found = Object.fromEntries(Object.entries(FIELDS).map(([field, names]) => [field, columns.find(...names)]))
  // The table above has every field, so the object made of it has too.
  const fields = found as Record<Field, Column>
  return { ...fields, has: (field) => fields[field].index >= 0 }
}

export type LayoutId = 'legacy' | 'default' | 'columns'

/** Which of the three presets a header is of, however its fields were reordered; undefined when it is none. */
export function layoutOf(columns: Columns): LayoutId | undefined {
  if (!OWN_NAMES.some((name) => columns.has(name)) || missingField(columns) !== undefined) return undefined
  const fields = findFields(columns)
  const isLegacy = columns.names.includes('shortId') || !fields.has('number')
  if (isLegacy) return 'legacy'
  return fields.has('processorFee') ? 'columns' : 'default'
}

/** The first thing that a header lacks for its rows to be read, in words. */
export function missingField(columns: Columns): string | undefined {
  const fields = findFields(columns)
  const any = (...names: Field[]) => names.some((name) => fields.has(name))
  if (!any('cleared', 'created', 'date')) return 'date'
  if (!any('number', 'shortId', 'uuid')) return 'transaction id'
  if (!any('net', 'gross') && !(fields.has('credit') && fields.has('debit'))) return 'amount'
  if (!any('currency')) return 'currency'
  return any('kind') ? undefined : 'kind'
}
