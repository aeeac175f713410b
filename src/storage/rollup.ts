import { sql, type Transaction } from 'kysely'
import { smoothed, type Spread } from '#domain/smooth.ts'
import { minus, net, NOTHING, plus, type Amounts, type Minor } from '#domain/money.ts'
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
    this.countCash(row, sign)
    this.countSmoothed(row, sign)
    const amounts = signed(nativeOf(row), sign)
    this.natives.set(row.currency, plus(this.natives.get(row.currency) ?? NOTHING, amounts))
    const home = homeOf(row)
    if (home) this.monthNets.set(row.month, (this.monthNets.get(row.month) ?? 0) + sign * net(home))
  }

  /** Puts in or takes out only the smoothed places of a row: for a row whose spread changes. */
  countSmoothed(row: EntryRow, sign: 1 | -1): void {
    if (row.uncounted !== null) return
    const home = homeOf(row)
    const converted = home ? 1 : 0
    const spread = row.spread === null ? null : (JSON.parse(row.spread) as Spread) // only ever written from a Spread
    const parts = smoothed({ month: row.month, months: row.months, native: nativeOf(row), home }, spread)
    for (const part of parts) {
      const keys = [row.book, 'smoothed', part.month, row.stream, row.currency, converted]
      this.add(this.months, keys, signedPart(part, sign))
    }
    // The line itself is counted in the month that it was paid in, so that both lenses count the same lines.
    const keys = [row.book, 'smoothed', row.month, row.stream, row.currency, converted]
    this.add(this.months, keys, { native: NOTHING, home: NOTHING, entries: sign, estimated: row.rate === 'estimated' ? sign : 0 })
  }

  private countCash(row: EntryRow, sign: 1 | -1): void {
    const home = homeOf(row)
    const converted = home ? 1 : 0
    const change = {
      native: signed(nativeOf(row), sign),
      home: signed(home ?? NOTHING, sign),
      entries: sign,
      estimated: row.rate === 'estimated' ? sign : 0,
    }
    if (home && !isWholeMonth(row.at)) this.totals.set(row.day, (this.totals.get(row.day) ?? 0) + sign * net(home))
    this.add(this.days, [row.book, row.stream, row.day, row.currency, converted, isWholeMonth(row.at) ? 1 : 0], change)
    this.add(this.months, [row.book, 'cash', row.month, row.stream, row.currency, converted], change)
    if (sign < 0) this.shrinks = true
  }

  private add(cells: Map<string, Cell>, keys: readonly Value[], change: Omit<Cell, 'keys'>): void {
    const name = keys.join('|')
    const cell = cells.get(name)
    if (!cell) {
      cells.set(name, { keys, ...change })
      return
    }
    cell.native = plus(cell.native, change.native)
    cell.home = plus(cell.home, change.home)
    cell.entries += change.entries
    cell.estimated += change.estimated
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
    return [...this.natives].map(([currency, amounts]) => ({ currency, amounts }))
  }
}

function signed(amounts: Amounts, sign: 1 | -1): Amounts {
  return sign === 1 ? amounts : minus(amounts)
}

function signedPart(part: { native: Amounts; home: Amounts | null }, sign: 1 | -1): Omit<Cell, 'keys'> {
  return { native: signed(part.native, sign), home: signed(part.home ?? NOTHING, sign), entries: 0, estimated: 0 }
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
