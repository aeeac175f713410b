import type { DecimalMark } from '#domain/money.ts'
import type { Column } from './columns.ts'
import type { CsvRow } from './csv.ts'

const LAST_MARK = /^[^\d.,]*\d[\d.,'\s]*([.,])\d{2}[^\d.,]*$/

/** The mark before the last two digits of most amounts; undefined where no amount has two decimals. */
export function decimalMarkIn(rows: readonly CsvRow[], columns: readonly Column[]): DecimalMark | undefined {
  let balance = 0
  for (const { cells } of rows) {
    for (const { index } of columns) {
      const [, mark] = LAST_MARK.exec(cells[index]?.trim() ?? '') ?? []
      if (mark !== undefined) balance += mark === ',' ? 1 : -1
    }
  }
  return balance === 0 ? undefined : balance > 0 ? ',' : '.'
}
