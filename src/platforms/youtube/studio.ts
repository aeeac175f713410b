import { exponentOf } from '#domain/currency.ts'
import { decimalText, divideHalfEven, parseAmount, type Minor } from '#domain/money.ts'
import { isDay, monthOf, type Day } from '#domain/month.ts'
import { readDate } from '../any-csv/dates.ts'
import { NO_COLUMN, type Column, type Columns } from '../columns.ts'
import type { CsvRow } from '../csv.ts'
import { Fields, complaint, nonRow } from '../fields.ts'
import { lineOf } from '../line.ts'
import { plainReader, outcomeOf } from '../plain-table.ts'
import type { FileFacts, RowOutcome } from '../read.ts'
import { SeenOnce } from '../repeats.ts'
import type { TableReading } from '../table.ts'
import { monthReference } from './month-reference.ts'

const NAMES = { date: ['Date', 'Day'] } as const

/** The currency stands in the name of the column: `Estimated revenue (USD)`. */
const REVENUE = /^(?:your )?estimated (?:partner )?revenue \(([A-Z]{3})\)$/i
/** Studio writes thousandths; more decimals than this are no amount. */
const DECIMALS = 8

function revenueColumn({ names }: Columns): { column: Column; currency: string } | undefined {
  for (const [index, name] of names.entries()) {
    const currency = REVENUE.exec(name)?.[1]?.toUpperCase()
    if (currency !== undefined && exponentOf(currency) !== undefined) return { column: { name, index }, currency }
  }
  return undefined
}

/** Reads the estimates of each day. A day is rounded to the currency's minor unit by itself, so that every export tells it alike. */
class DayRows implements TableReading {
  readonly #date: Column
  readonly #revenue: Column
  readonly #currency: string
  readonly #exponent: number
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  #exact = 0n
  #rounded = 0

  constructor(date: Column, { column, currency }: { column: Column; currency: string }) {
    this.#date = date
    this.#revenue = column
    this.#currency = currency
    this.#exponent = exponentOf(currency) ?? 0
  }

  passOver({ cells }: CsvRow): string | undefined {
    return /^total$/i.test(cells[this.#date.index]?.trim() ?? '') ? 'totals row' : undefined
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => ({ day: this.#day(fields), amount: this.#amount(fields) }),
      ({ day, amount }) => [this.#once(row, day, amount)],
    )
  }

  facts(): Partial<FileFacts> {
    const unit = (amount: Minor) => `${decimalText(amount, this.#exponent)} ${this.#currency}`
    const whole = Number(divideHalfEven(this.#exact, this.#step()))
    const rounding = `Each day is rounded by itself: the days add up to ${unit(this.#rounded)}, unrounded to ${unit(whole)}.`
    const estimate = "These are YouTube's estimates. Where AdSense states a month's earnings, those count in their place."
    return { warnings: whole === this.#rounded ? [estimate] : [estimate, rounding], style: { decimals: '.' } }
  }

  #step(): bigint {
    return 10n ** BigInt(DECIMALS - this.#exponent)
  }

  #day(fields: Fields): Day {
    const text = fields.needed(this.#date)
    const day = readDate(text, 'ymd') ?? ''
    if (!isDay(day)) fields.complain(this.#date, `"${text}" is no day that exists. It should look like 2026-01-31.`)
    return day
  }

  /** In units of 10^-8. */
  #amount(fields: Fields): bigint {
    const text = fields.needed(this.#revenue)
    const amount = parseAmount(text, DECIMALS)
    if (amount === undefined && text !== '') fields.complain(this.#revenue, `"${text}" is not an amount of ${this.#currency}.`)
    return BigInt(amount ?? 0)
  }

  #once(row: CsvRow, day: Day, exact: bigint): RowOutcome {
    const seen = this.#seen.see(day, row.raw)
    if (seen === 'repeated') return nonRow(row.number, 'repeated row')
    if (seen === 'conflict') {
      const reason = `${day} stands in another row of this file, with other contents. It is counted once. Export days without other columns.`
      return complaint(row, { field: this.#date.name, text: day, reason })
    }
    const amount = Number(divideHalfEven(exact, this.#step()))
    this.#exact += exact
    this.#rounded += amount
    // A day that a later export tells as nothing must not keep what an earlier one told.
    const kind = amount === 0 ? 'transfer' : 'payment'
    const facts = { at: day, currency: this.#currency, note: "YouTube's estimate of the day", yields: true }
    return outcomeOf(row.number, [lineOf({ ...facts, key: `studio:${day}`, kind, gross: amount, ref: monthReference(monthOf(day)) })])
  }
}

export const studioDays = plainReader({
  layout: { id: 'youtube-studio-days', platform: 'youtube', name: 'YouTube Studio, revenue by day' },
  why: 'It has an estimated revenue for each day, with its currency in the header.',
  names: NAMES,
  needed: ['date'],
  is: (columns) => revenueColumn(columns) !== undefined,
  again: 'Export it again from Analytics, Revenue, by date.',
  open({ date }, { columns }) {
    const revenue = revenueColumn(columns)
    // A file that is forced into this layout may lack it: then every row says so.
    return new DayRows(date, revenue ?? { column: { ...NO_COLUMN, name: 'Estimated revenue' }, currency: 'USD' })
  },
})
