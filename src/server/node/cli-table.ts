import { exponentOf } from '#domain/currency.ts'
import { decimalText } from '#domain/money.ts'

/** Money as people write it, exactly: the text goes to Intl as a decimal, never as a floating-point number. */
export function moneyText(amount: number, currency: string): string {
  const exponent = exponentOf(currency) ?? 2
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits: exponent })
  // Intl takes decimal texts as they are; its type only knows those that are written out.
  return format.format(decimalText(amount, exponent) as `${number}`).replace(/\u00a0/g, ' ')
}

/** Rows under a header in columns; texts to the left, what is named in `right` to the right. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[], right: ReadonlySet<string>): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (right.has(header[i] ?? '') ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}
