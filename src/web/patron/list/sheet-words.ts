import { printedIban } from '#bank/iban.ts'
import { printedReference } from '#domain/creditor-reference.ts'
import type { Format } from '#web/ui/format.ts'
import type { Approval, ApprovedLine } from './approval.ts'
import { pageAt } from './files.ts'

/** What a sheet says, before it is drawn. */
export interface Sheet {
  title: string
  /** What it is not, which stands in large letters. */
  notice: string
  parts: { heading: string; facts: [label: string, value: string][] }[]
  paragraphs: string[]
  /** Where the recipient goes on; null where there is nothing to do. */
  link: string | null
  made: string
}

export interface SheetOrder {
  approval: Approval
  line: ApprovedLine
  /** The public address of the site, without a final slash. */
  site: string
  format: Format
}

function filled(facts: [label: string, value: string][]): [label: string, value: string][] {
  return facts.filter(([, value]) => value !== '')
}

/**
 * A sheet for one recipient: what is paid, by whom, under which numbers. Where the payment was announced, the recipient's link lets them
 * upload an invoice of their own; else the sheet is the confirmation of the payment.
 */
export function sheetOf({ approval, line, site, format }: SheetOrder): Sheet {
  const amount = format.exact(line.amount, approval.currency)
  const rhythm = approval.rhythm === 'monthly' ? 'each month' : 'each year'
  const token = line.announced?.recipientToken
  const link = token ? `${site}/remittance#${token}` : null
  return {
    title: token ? 'Remittance advice' : 'Payment confirmation',
    notice: 'This is not an invoice.',
    parts: [
      {
        heading: 'Payment',
        facts: filled([
          ['For', line.title],
          ['Amount', `${amount} ${rhythm}, first on ${format.day(approval.first)}`],
          ['Reference', printedReference(line.reference)],
          ['To', line.holder],
          ['IBAN', printedIban(line.iban)],
          ['BIC', line.bic],
          ['Paid at', line.elsewhere ? `${line.elsewhere.name}: ${pageAt(line.elsewhere.url, site)}` : ''],
        ]),
      },
      {
        heading: 'Who pays',
        facts: filled([
          ['Organisation', approval.organisation],
          ['VAT number', approval.vatNumber],
          ['Purchase order', approval.purchaseOrder],
          ['Purpose', approval.purpose],
          ['Approved', `by ${approval.by} on ${format.day(approval.day)}`],
        ]),
      },
    ],
    paragraphs: [
      'It is paid from the organisation’s account straight to the recipient’s. Nobody between them holds the money.',
      link
        ? 'To the recipient: if you write invoices, upload yours at the address below, with the purchase order and the VAT number above. The address is meant for you alone.'
        : 'To the recipient: if you write invoices, please send yours to the organisation, with the purchase order and the VAT number above.',
    ],
    link,
    made: approval.at,
  }
}

/** A name for a file: letters, digits and hyphens. */
export function fileName(...parts: string[]): string {
  const plain = parts
    .join('-')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
  return (
    plain
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80)
      .toLowerCase() || 'list'
  )
}
