import { creditTransferFile, type TransferFile } from '#bank/credit-transfer.ts'
import { exponentOf } from '#domain/currency.ts'
import { decimalText } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import { unconfirmed, type Approval, type ApprovedLine } from './approval.ts'

/** One payment as the bank file takes it. */
export interface LineTransfer extends ApprovedLine {
  currency: string
}

export interface FileOrder {
  approval: Approval
  execution: Day
  /** Instant of making, to the second. */
  made: string
  /** Lines whose page names another account by now. */
  moved: readonly ApprovedLine[]
}

/** The name under which a bank knows a file: the same for the same day of an approval, so that a bank can tell that it has it already. */
export function messageIdOf({ id }: Pick<Approval, 'id'>, execution: Day): string {
  return `ENOUGH-${execution.replaceAll('-', '')}-${id.slice(0, 12).toUpperCase()}`
}

/**
 * The bank file of an approval. A problem is told where it cannot be made: an account that changed and that nobody has confirmed blocks it
 * as a whole, so that the others are not paid and the one forgotten.
 */
export function bankFileOf({
  approval,
  execution,
  made,
  moved,
}: FileOrder): (TransferFile<LineTransfer> & { messageId: string }) | { problem: string } {
  const changed = unconfirmed(approval)
  if (changed.length > 0) {
    const names = changed.map(({ title }) => title).join(', ')
    return {
      problem: `Failed to make the bank file: the IBAN of ${names} has changed since the last approval. Confirm it with the recipient.`,
    }
  }
  if (moved.length > 0) {
    const names = moved.map(({ title }) => title).join(', ')
    return { problem: `Failed to make the bank file: the page of ${names} names another IBAN by now. Approve the list anew.` }
  }
  const { organisation, iban, bic, currency } = approval
  const messageId = messageIdOf(approval, execution)
  const file = creditTransferFile<LineTransfer>({
    messageId,
    made,
    execution,
    payer: { name: organisation, iban, ...(bic !== '' && { bic }) },
    transfers: approval.lines.map((line) => ({ ...line, currency })),
  })
  return 'problem' in file ? file : { ...file, messageId }
}

/** A cell of CSV by RFC 4180. What a spreadsheet would take for a formula is made a text. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const COLUMNS = [
  'venture',
  'account_holder',
  'iban',
  'bic',
  'amount',
  'currency',
  'rhythm',
  'reference',
  'origin',
  'paid_at',
  'page',
  'purchase_order',
  'vat_number',
  'approved_by',
  'approved_on',
  'first_due',
]

/** An address of a page as one that works anywhere: those of this site are kept below its root. */
export function pageAt(url: string, site: string): string {
  return URL.parse(url, `${site}/`)?.href ?? url
}

/** Every line of an approval as CSV, those that no bank file can pay too; `site` is the public address of this site. */
export function approvalCsv(approval: Approval, site: string): string {
  const { currency, rhythm, purchaseOrder, vatNumber, by, day, first } = approval
  const rows = approval.lines.map((line) => [
    line.title,
    line.holder,
    line.iban,
    line.bic,
    decimalText(line.amount, exponentOf(currency) ?? 2),
    currency,
    rhythm,
    line.reference,
    line.origin ?? URL.parse(site)?.host ?? '',
    line.elsewhere?.name ?? (line.iban === '' ? '' : 'bank'),
    pageAt(line.elsewhere?.url ?? line.url, site),
    purchaseOrder,
    vatNumber,
    by,
    day,
    first,
  ])
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
