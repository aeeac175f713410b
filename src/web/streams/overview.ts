import type { IncomeByMonth } from '#contract/income.ts'
import type { Stream } from '#contract/stream.ts'
import type { Venture } from '#contract/venture.ts'
import type { Minor } from '#domain/money.ts'

/** One stream with its net by month, oldest first; the last month is the running one. */
export interface StreamRow {
  stream: Stream
  net: readonly Minor[]
  thisMonth: Minor
  year: Minor
}

/** A venture with its open streams, the one with most in the year first. */
export interface VentureRows {
  venture: Venture
  rows: StreamRow[]
  thisMonth: Minor
  year: Minor
}

export interface Overview {
  ventures: VentureRows[]
  /** Streams put away, by themselves or with their venture. */
  archived: StreamRow[]
  thisMonth: Minor
  year: Minor
}

const sum = (values: readonly Minor[]): Minor => values.reduce((all, value) => all + value, 0)

/** Streams by venture, with what each came to; `income` is of the twelve months up to the running one. */
export function overviewOf(
  streams: readonly Stream[],
  ventures: readonly Venture[],
  income: Pick<IncomeByMonth, 'streams' | 'months'>,
): Overview {
  const nets = new Map(income.streams.map(({ stream, net }) => [stream, net]))
  const rows = streams.map((stream): StreamRow => {
    const net = nets.get(stream.id) ?? income.months.map(() => 0)
    return { stream, net, thisMonth: net.at(-1) ?? 0, year: sum(net) }
  })
  const open = ventures
    .filter((venture) => !venture.archived)
    .map((venture): VentureRows => {
      const own = rows
        .filter(({ stream }) => stream.venture === venture.id && !stream.archived)
        .sort((a, b) => b.year - a.year || a.stream.id - b.stream.id)
      return { venture, rows: own, thisMonth: sum(own.map((row) => row.thisMonth)), year: sum(own.map((row) => row.year)) }
    })
    .sort((a, b) => b.year - a.year || a.venture.id - b.venture.id)
  const shown = new Set(open.flatMap((one) => one.rows))
  return {
    ventures: open,
    archived: rows.filter((row) => !shown.has(row)),
    // What was put away counts as well: these are the book's own totals.
    thisMonth: sum(rows.map((row) => row.thisMonth)),
    year: sum(rows.map((row) => row.year)),
  }
}
