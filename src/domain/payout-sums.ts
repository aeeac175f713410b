import type { DoubleLine } from './double.ts'
import type { Minor } from './money.ts'
import { dayNumber, monthNumber, monthOf } from './month.ts'

/** A payout ends on its own day or within so many days before the arrival. */
const LAST_DAYS = 10

interface Sum {
  lines: DoubleLine[]
  amount: Minor
  /** Null where some of it has no rate. */
  home: Minor | null
  /** Null where the lines are of several currencies. */
  currency: string | null
}

/** The payments of one stream, by day: what those of some days, or of a month, come to. */
export class Payments {
  readonly lines: readonly DoubleLine[]
  private readonly months = new Map<number, Sum>()
  private readonly byCurrency = new Map<string, Running>()

  /** `lines` by day. */
  constructor(lines: readonly DoubleLine[]) {
    this.lines = lines
    for (const line of lines) {
      this.addToMonth(line)
      let running = this.byCurrency.get(line.currency)
      if (!running) this.byCurrency.set(line.currency, (running = new Running()))
      running.add(line)
    }
  }

  ofMonth(month: number): Sum | undefined {
    return this.months.get(month)
  }

  /** The lines of whole days that come to an amount exactly and end within some days before an arrival; the latest end wins. */
  endingWith(currency: string, amount: Minor, arrived: number): DoubleLine[] | undefined {
    return this.byCurrency.get(currency)?.endingWith(amount, arrived)
  }

  private addToMonth(line: DoubleLine): void {
    const number = monthNumber(monthOf(line.day))
    const sum = this.months.get(number)
    if (!sum) {
      this.months.set(number, { lines: [line], amount: line.net, home: line.home, currency: line.currency })
      return
    }
    sum.lines.push(line)
    sum.amount += line.net
    sum.home = sum.home === null || line.home === null ? null : sum.home + line.home
    if (sum.currency !== line.currency) sum.currency = null
  }
}

/** Running sums at the ends of days: two of them tell what all between them come to. */
class Running {
  private readonly lines: DoubleLine[] = []
  /** Where each day ends: its number, how many lines stand until then, and their sum. */
  private readonly ends: { day: number; count: number; sum: Minor }[] = []
  private readonly bySum = new Map<Minor, number[]>([[0, [0]]])

  add(line: DoubleLine): void {
    const day = dayNumber(line.day)
    const last = this.ends.at(-1)
    const sum = (last?.sum ?? 0) + line.net
    this.lines.push(line)
    const count = this.lines.length
    if (last?.day === day) Object.assign(last, { count, sum })
    else {
      // The day before has ended: what was added until then may be where a payout begins.
      if (last) this.begin(last)
      this.ends.push({ day, count, sum })
    }
  }

  endingWith(amount: Minor, arrived: number): DoubleLine[] | undefined {
    for (let i = this.lastUntil(arrived); i >= 0; i--) {
      const end = this.ends[i]
      if (!end || end.day < arrived - LAST_DAYS) return undefined
      const starts = this.bySum.get(end.sum - amount)?.filter((count) => count < end.count)
      const start = starts?.at(-1)
      if (start !== undefined) return this.lines.slice(start, end.count)
    }
    return undefined
  }

  /** Position of the last day that ends by a day; −1 for none. */
  private lastUntil(day: number): number {
    let [low, high] = [0, this.ends.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.ends[middle]?.day ?? 0) <= day) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  private begin({ sum, count }: { sum: Minor; count: number }): void {
    const known = this.bySum.get(sum)
    if (known) known.push(count)
    else this.bySum.set(sum, [count])
  }
}
