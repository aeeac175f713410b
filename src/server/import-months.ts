import type { FileReport } from '#contract/import.ts'
import type { Sighting } from '#domain/entry.ts'
import { net, NOTHING, plus } from '#domain/money.ts'
import { monthOf } from '#domain/month.ts'
import { dayOf, type Zone } from '#domain/zone.ts'

type MonthTotal = FileReport['months'][number]

/** What a file itself tells of each month, by currency, as its lines go by: to be held against the platform's own statement. */
export class MonthTotals {
  private readonly totals = new Map<string, MonthTotal>()
  private readonly where: Zone

  /** `where` is the book's zone, which places an instant in a month. */
  constructor(where: Zone) {
    this.where = where
  }

  /** A transfer only moves money and is in no total. */
  take(line: Sighting): void {
    if (line.kind === 'transfer') return
    const month = monthOf(dayOf(line.at, this.where))
    const name = month + line.currency
    const known = this.totals.get(name) ?? { month, currency: line.currency, lines: 0, ...NOTHING, net: 0 }
    const amounts = plus(known, line)
    this.totals.set(name, { ...known, ...amounts, net: net(amounts), lines: known.lines + 1 })
  }

  /** By month and currency. */
  told(): MonthTotal[] {
    return [...this.totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total)
  }
}
