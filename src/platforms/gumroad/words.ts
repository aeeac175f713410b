/** Gumroad accounts in US dollars, whatever the buyer paid in. */
export const CURRENCY = 'USD'

/** References that both exports bear, so that each tells what the other need not. */
export const purchase = (id: string): string => `purchase:${id}`
export const refundOf = (id: string): string => `refund:${id}`
export const dispute = (id: string): string => `dispute:${id}`
export const REFERENCES = ['purchase:', 'refund:', 'dispute:']

/** Gumroad puts an apostrophe before texts that a spreadsheet would take for a formula; ids may begin so. */
export function plainText(text: string): string {
  return /^'[=+@%|-]/.test(text) ? text.slice(1) : text
}

/** Whether a row sums up others: the last one, and one for each group of a payout before it. */
export function isTotals(firstCell: string | undefined): boolean {
  return /^(totals?|subtotal\b.*)$/i.test(firstCell?.trim() ?? '')
}
