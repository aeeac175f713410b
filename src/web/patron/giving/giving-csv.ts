import { exponentOf } from '#domain/currency.ts'
import { decimalText } from '#domain/money.ts'
import type { KeptPledge } from './giving-store.ts'

const COLUMNS = ['day', 'venture', 'amount', 'currency', 'rhythm', 'way', 'pledge']

/** Every payment as a line of CSV (RFC 4180), oldest first; without the tokens, so that the file can be handed on. */
export function givingCsv(pledges: readonly KeptPledge[]): string {
  const lines = pledges.flatMap(({ title, rhythm, way, id, payments }) =>
    payments.map(({ day, amount, currency }) => [day, title, decimalText(amount, exponentOf(currency) ?? 2), currency, rhythm, way, id]),
  )
  const ordered = lines.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  return [COLUMNS, ...ordered].map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}

/** A text that a spreadsheet would take for a formula is held off by an apostrophe. */
function cell(text: string): string {
  const held = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(held) ? `"${held.replaceAll('"', '""')}"` : held
}
