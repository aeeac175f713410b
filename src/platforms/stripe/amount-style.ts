import type { DecimalMark } from '#domain/money.ts'
import type { Column } from '../columns.ts'
import type { CsvRow } from '../csv.ts'

/**
 * Stripe lets people choose their decimal separator and writes no grouping. A comma before exactly two digits at the end, seen
 * more often than a point there, says that it is a comma.
 */
export function decimalMarkOf(rows: readonly CsvRow[], columns: readonly Column[]): DecimalMark {
  let commas = 0
  let points = 0
  for (const row of rows) {
    for (const { index } of columns) {
      const cell = row.cells[index]?.trim() ?? ''
      if (/^-?\d+,\d{1,3}$/.test(cell)) commas++
      if (/^-?\d*\.\d{1,3}$/.test(cell)) points++
    }
  }
  return commas > points ? ',' : '.'
}
