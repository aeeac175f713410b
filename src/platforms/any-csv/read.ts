import { exponentOf } from '#domain/currency.ts'
import type { Minor } from '#domain/money.ts'
import { isWholeMonth, type Moment } from '#domain/zone.ts'
import { NO_COLUMN, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import type { Mapping, Platform, Reader, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { readTable, type OpenTable, type TableReading } from '../table.ts'
import { readAmount } from './amounts.ts'
import { readDate } from './dates.ts'
import { columnNames } from './header.ts'

const TOTAL = /^(grand )?(totals?|sub-?totals?|sum|summe|gesamt|gesamtsumme|insgesamt|somme|suma|zwischensumme)\b:?/i
/** A totals row says so in one of its first cells. */
const TOTAL_CELLS = 3

/** The mapping's columns where the file has them. Names are compared as they stand, without case. */
interface MappedColumns {
  date: Column
  amount: Column
  currency: Column
  name: Column
  fee: Column
}

function findColumns(columns: Columns, mapping: Mapping): MappedColumns | string {
  const found = (name: string | undefined): Column => {
    if (name === undefined) return NO_COLUMN
    const wanted = name.trim()
    const exact = columns.names.indexOf(wanted)
    const index = exact >= 0 ? exact : columns.names.findIndex((own) => own.toLowerCase() === wanted.toLowerCase())
    return { name: wanted, index }
  }
  const { date, amount, currency, name, fee } = mapping
  const all = { date: found(date), amount: found(amount), currency: found(currency), name: found(name), fee: found(fee) }
  const missing = Object.values(all).find((column) => column !== NO_COLUMN && column.index < 0)
  if (missing) return `The file has no column "${missing.name}". Choose its columns again.`
  if (currency === undefined && exponentOf(mapping.currencyCode ?? '') === undefined) {
    return `"${mapping.currencyCode ?? ''}" is no currency that is known. Choose a code of three letters such as EUR.`
  }
  return all
}

/** A payment as the mapped columns tell it. */
interface Payment {
  at: Moment
  amount: Minor
  fee: Minor
  currency: string
  name: string
}

class MappedRows implements TableReading {
  readonly #columns: MappedColumns
  readonly #mapping: Mapping
  readonly #fields = new Fields()
  readonly #ordinals = new Ordinals()

  constructor(columns: MappedColumns, mapping: Mapping) {
    this.#columns = columns
    this.#mapping = mapping
  }

  passOver(row: CsvRow): string | undefined {
    const date = cell(row, this.#columns.date)
    const isTotal = row.cells.slice(0, TOTAL_CELLS).some((text) => TOTAL.test(text.trim()))
    return isTotal && (date === '' || TOTAL.test(date)) ? 'totals row' : undefined
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#payment(fields),
      (payment) => [this.#outcome(row, payment)],
    )
  }

  #payment(fields: Fields): Payment {
    const { date, amount, currency, name, fee } = this.#columns
    const { dateOrder, currencyCode = '' } = this.#mapping
    const code = currency.index >= 0 ? fields.currency(currency) : currencyCode
    const text = fields.needed(date)
    const at = readDate(text, dateOrder) ?? ''
    if (at === '') fields.complain(date, `"${text}" is no date that exists in the order ${ORDERS[dateOrder]}.`)
    const paid = this.#money(fields, amount, { code, text: fields.needed(amount) })
    const kept = fields.text(fee) === '' ? 0 : this.#money(fields, fee, { code, text: fields.text(fee) })
    if (paid < 0 && kept !== 0 && this.#mapping.feeSign === undefined) fields.complain(fee, FEE_SIGN_UNKNOWN)
    return { at, amount: paid, fee: kept, currency: code, name: fields.text(name) }
  }

  #money(fields: Fields, column: Column, { code, text }: { code: string; text: string }): Minor {
    const amount = readAmount(text, code, this.#mapping.decimals)
    if (typeof amount === 'number') return amount
    fields.complain(column, amount)
    return 0
  }

  #outcome({ number }: CsvRow, payment: Payment): RowOutcome {
    const { at, amount, fee, currency, name } = payment
    if (amount === 0 && fee === 0) return nonRow(number, 'amount is 0')
    // With its time, where the file has one: two exports of one day would else each hold a first payment of it.
    const key = this.#ordinals.next([at, amount, currency, name, fee].join('|'))
    const kind = isWholeMonth(at) ? 'summary' : amount < 0 ? 'refund' : amount === 0 ? 'fee' : 'payment'
    const parts = amount < 0 ? { refunds: 0 - amount } : { gross: amount }
    return { outcome: 'lines', row: number, lines: [lineOf({ key, at, kind, currency, ...parts, fees: this.#fees(payment), name })] }
  }

  /** A payment's fee always leaves, whatever its sign; one beside a refund does where it has the sign of fees that are taken. */
  #fees({ amount, fee }: Payment): Minor {
    if (amount >= 0) return Math.abs(fee)
    return this.#mapping.feeSign === '-' ? 0 - fee : fee
  }
}

const FEE_SIGN_UNKNOWN =
  'This fee stands beside money that was given back. Whether it was taken or given back too depends on how the file writes fees. Say that where its columns are named.'

const ORDERS = { ymd: 'year, month, day', dmy: 'day, month, year', mdy: 'month, day, year' } as const

function cell(row: CsvRow, column: Column): string {
  return row.cells[column.index]?.trim() ?? ''
}

const open: OpenTable = ({ columns, options }) => {
  const { mapping } = options
  if (!mapping) return 'No platform knows this file. Say which of its columns are the date and the amount.'
  const found = findColumns(columns, mapping)
  return typeof found === 'string' ? found : new MappedRows(found, mapping)
}

const reader: Reader = {
  layout: { id: 'any-csv', platform: 'any-csv', name: 'Any CSV, by your columns' },
  // It can read every table, so it must never be what a file is taken for: the user chooses it with the columns.
  recognise: () => undefined,
  read(chunks, options) {
    const { dateOrder, decimals } = options.mapping ?? {}
    const style = { ...(dateOrder ? { dates: ORDERS[dateOrder] } : {}), ...(decimals ? { decimals } : {}) }
    return readTable(chunks, options, { open, header: columnNames, style })
  },
}

export const anyCsv: Platform = { id: 'any-csv', name: 'Any CSV', streamKind: 'other', readers: [reader] }
