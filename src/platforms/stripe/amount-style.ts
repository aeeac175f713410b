import type { DecimalMark, Minor } from '#domain/money.ts'
import type { Column } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import type { Fields } from '../fields.ts'

/**
 * Stripe lets people choose their decimal separator and writes no grouping: a comma before the last one or two digits, seen
 * more often than a point, says that it is a comma.
 */
export function decimalMarkOf(rows: readonly CsvRow[], columns: readonly Column[]): DecimalMark {
  let commas = 0
  let points = 0
  for (const row of rows) {
    for (const { index } of columns) {
      const cell = row.cells[index]?.trim() ?? ''
      if (/^-?\d+,\d{1,2}$/.test(cell)) commas++
      if (/^-?\d*\.\d{1,2}$/.test(cell)) points++
    }
  }
  return commas > points ? ',' : '.'
}

/** Reads the amounts of one file in its own decimal style. */
export class AmountStyle {
  readonly mark: DecimalMark

  constructor(rows: readonly CsvRow[], columns: readonly Column[]) {
    this.mark = decimalMarkOf(rows, columns)
  }

  /** An amount that must be there, in minor units. */
  read(fields: Fields, column: Column, currency: string): Minor {
    this.#refuseGrouping(fields, column)
    return fields.money(column, currency, this.mark)
  }

  /** An amount that may be left out; out is 0. */
  readIfAny(fields: Fields, column: Column, currency: string): Minor {
    this.#refuseGrouping(fields, column)
    return fields.moneyIfAny(column, currency, this.mark)
  }

  /** `1,234` is a thousand to some and one to others; as Stripe groups no digits, nobody can say which this is. */
  #refuseGrouping(fields: Fields, column: Column): void {
    const text = fields.text(column)
    const other = this.mark === '.' ? /^-?\d{1,3},\d{3}$/ : /^-?\d{1,3}\.\d{3}$/
    if (other.test(text))
      fields.complain(column, `"${text}" could be a whole number or one with three decimals. Export it without grouping.`)
  }
}
