import { sql, type Transaction } from 'kysely'
import { smoothed, type Spread } from '#domain/smooth.ts'
import type { Lens } from '#domain/income.ts'
import { net, NOTHING, type Amounts, type Minor } from '#domain/money.ts'
import type { Day, Month } from '#domain/month.ts'
import { isWholeMonth } from '#domain/zone.ts'
import type { Driver, Value } from './driver.ts'
import { homeOf, nativeOf, type EntryRow } from './entry-row.ts'
import { SUMS, type Schema } from './schema.ts'

type Cell = { keys: readonly Value[]; native: Amounts; home: Amounts; entries: number; estimated: number }

const DAY_KEYS = ['book', 'stream', 'day', 'currency', 'converted', 'whole_month'] as const
const MONTH_KEYS = ['book', 'lens', 'month', 'stream', 'currency', 'converted'] as const

/**
 * What the lines that change within one transaction change in the roll-ups: differences are gathered here and added to the
 * tables at once. A row is taken out by the very function that put it in, so a roll-up is the sum of its entries.
 */
export class RollupChange {
  private readonly days = new Map<string, Cell>()
  private readonly months = new Map<string, Cell>()
  private readonly totals = new Map<Day, Minor>()
  private readonly monthNets = new Map<Month, Minor>()
  private readonly natives = new Map<string, Amounts>()
  private shrinks = false

  /** Puts a counted row in (sign 1) or takes it out (−1). */
  count(row: EntryRow, sign: 1 | -1): void {
    if (row.uncounted !== null) return
    const [native, home] = [nativeOf(row), homeOf(row)]
    this.countCash(row, { native, home, sign })
    this.countSmoothed(row, sign)
    accumulate(
      summed(this.natives, row.currency, () => ({ ...NOTHING })),
      native,
      sign,
    )
    if (home) this.monthNets.set(row.month, (this.monthNets.get(row.month) ?? 0) + sign * net(home))
    if (sign < 0) this.shrinks = true
  }

  /** Puts in or takes out only the smoothed places of a row: for a row whose spread changes. */
  countSmoothed(row: EntryRow, sign: 1 | -1): void {
    if (row.uncounted !== null) return
    const home = homeOf(row)
    const spread = row.spread === null ? null : (JSON.parse(row.spread) as Spread) // only ever written from a Spread
    for (const part of smoothed({ month: row.month, months: row.months, native: nativeOf(row), home }, spread)) {
      addAmounts(this.monthCell('smoothed', part.month, row), { ...part, sign })
    }
    // The line itself is counted in the month that it was paid in, so that both lenses count the same lines.
    addLine(this.monthCell('smoothed', row.month, row), row, sign)
  }

  private countCash(row: EntryRow, change: Change): void {
    const { home, sign } = change
    const whole = isWholeMonth(row.at) ? 1 : 0
    if (home && whole === 0) this.totals.set(row.day, (this.totals.get(row.day) ?? 0) + sign * net(home))
    const converted = home ? 1 : 0
    const name = `${row.counts_in}|${row.day}|${row.currency}|${converted}${whole}`
    const day = summed(this.days, name, () => emptyCell([row.book, row.counts_in, row.day, row.currency, converted, whole]))
    for (const cell of [day, this.monthCell('cash', row.month, row)]) {
      addAmounts(cell, change)
      addLine(cell, row, sign)
    }
  }

  private monthCell(lens: Lens, month: Month, row: EntryRow): Cell {
    const converted = row.h_gross === null ? 0 : 1
    const name = `${lens}|${month}|${row.counts_in}|${row.currency}|${converted}`
    return summed(this.months, name, () => emptyCell([row.book, lens, month, row.counts_in, row.currency, converted]))
  }

  /** Writes the gathered differences; what they add up to over the transaction is kept for `changedMonths`. */
  async flush(driver: Driver, transaction: Transaction<Schema>, book: string): Promise<void> {
    await driver.insertMany(transaction, bulk('income_day', DAY_KEYS, this.days))
    await driver.insertMany(transaction, bulk('income_month', MONTH_KEYS, this.months))
    const totals = [...this.totals].map(([day, change]): Value[] => [book, day, change])
    const add = { keys: ['book', 'day'], columns: ['net'] }
    await driver.insertMany(transaction, { table: 'income_total', columns: ['book', 'day', 'net'], rows: totals, add })
    this.days.clear()
    this.months.clear()
    this.totals.clear()
    if (!this.shrinks) return
    this.shrinks = false
    for (const table of ['income_day', 'income_month'] as const) {
      const empty = SUMS.map((column) => `${column} = 0`).join(' and ')
      await sql`delete from ${sql.table(table)} where book = ${book} and ${sql.raw(empty)}`.execute(transaction)
    }
  }

  /** Net change of each month in the home currency over the whole transaction, cash; months that end as they were are left out. */
  changedMonths(): Map<Month, Minor> {
    return new Map([...this.monthNets].filter(([, change]) => change !== 0))
  }

  /** Change of the counted amounts by original currency over the whole transaction. */
  changedNative(): { currency: string; amounts: Amounts }[] {
    // Copies: the sums go on growing in place while the caller keeps what was so far.
    return [...this.natives].map(([currency, amounts]) => ({ currency, amounts: { ...amounts } }))
  }
}

interface Change {
  native: Amounts
  home: Amounts | null
  sign: 1 | -1
}

/** The value of a name, made when it is not there. */
function summed<T>(sums: Map<string, T>, name: string, make: () => T): T {
  const known = sums.get(name)
  if (known) return known
  const made = make()
  sums.set(name, made)
  return made
}

function emptyCell(keys: readonly Value[]): Cell {
  return { keys, native: { ...NOTHING }, home: { ...NOTHING }, entries: 0, estimated: 0 }
}

/** In place: a hundred thousand rows would otherwise make a million short-lived objects. */
function accumulate(sums: Amounts, amounts: Amounts, sign: 1 | -1): void {
  sums.gross += sign * amounts.gross
  sums.fees += sign * amounts.fees
  sums.refunds += sign * amounts.refunds
  sums.tax += sign * amounts.tax
}

function addAmounts(cell: Cell, { native, home, sign }: Change): void {
  accumulate(cell.native, native, sign)
  if (home) accumulate(cell.home, home, sign)
}

function addLine(cell: Cell, row: EntryRow, sign: 1 | -1): void {
  cell.entries += sign
  if (row.rate === 'estimated') cell.estimated += sign
}

function bulk<T extends 'income_day' | 'income_month'>(table: T, keys: readonly string[], cells: Map<string, Cell>) {
  const rows = [...cells.values()].map((cell): Value[] => [
    ...cell.keys,
    ...parts(cell.native),
    ...parts(cell.home),
    cell.entries,
    cell.estimated,
  ])
  return { table, columns: [...keys, ...SUMS], rows, add: { keys, columns: SUMS } }
}

function parts(amounts: Amounts): Value[] {
  return [amounts.gross, amounts.fees, amounts.refunds, amounts.tax]
}
