import type { z } from 'zod'
import type { Grouping, IncomeByMonth, MonthsQuery, TotalRow, TotalsQuery } from '#contract/income.ts'
import type { Stream, Venture } from '#domain/book.ts'
import { groupCells, type Group, type ViewLens } from '#domain/income.ts'
import { net } from '#domain/money.ts'
import { monthOf, monthRange, type Month } from '#domain/month.ts'
import { asideByMonth } from '#domain/set-aside.ts'
import { targetOf } from '#domain/target.ts'
import type { Book } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import { lensCells } from './lens-cells.ts'
import { monthPage } from './month.ts'
import type { Parts } from './parts.ts'
import { present } from './present.ts'
import { estimatedAnswer, sumsAnswer, unconvertedAnswer } from './sums.ts'
import { todayOf } from './today.ts'

type Names = 'month' | 'incomeByMonth' | 'totals'

export function incomeHandlers(parts: Parts): Handlers<Names> {
  return {
    month: ({ book, query }) => monthPage(parts, book, { month: query.month ?? monthOf(todayOf(book, parts.clock)), lens: query.lens }),
    incomeByMonth: ({ book, query }) => incomeByMonth(parts, book, query),
    totals: ({ book, query }) => totals(parts, book, query),
  }
}

interface Asked {
  from?: Month | undefined
  to?: Month | undefined
  lens: ViewLens
}

/** What stands in the months that are asked about: from the first in which anything does, to the running one, where nothing is said. */
async function cellsOf(parts: Parts, book: Book, { from, to, lens }: Asked) {
  const last = to ?? monthOf(todayOf(book, parts.clock))
  const { cells, told } = await lensCells(parts, book, { lens, from, to: last })
  const first = (told ?? cells).reduce((earliest, { month }) => (month < earliest ? month : earliest), last)
  return { cells, told, from: from ?? first, to: last }
}

async function incomeByMonth(parts: Parts, book: Book, query: z.output<typeof MonthsQuery>): Promise<IncomeByMonth> {
  const { storage, clock } = parts
  const { lens } = query
  const { cells, told, from, to } = await cellsOf(parts, book, query)
  const months = monthRange(from, to)
  const known = told && new Set(told.map(({ month }) => month))
  const [streams, ventures, targets] = [await storage.streams(book.id), await storage.ventures(book.id), await storage.targets(book.id)]
  const nets = new Map(streams.map(({ id }) => [id, months.map(() => 0)]))
  const place = new Map(months.map((month, i) => [month, i]))
  for (const { stream, month, home } of cells) {
    const row = nets.get(stream)
    const at = place.get(month)
    if (home && row && at !== undefined) row[at] = (row[at] ?? 0) + net(home)
  }
  const ventureNames = new Map(ventures.map(({ id, name }) => [id, name]))
  return {
    lens,
    currency: book.homeCurrency,
    today: todayOf(book, clock),
    firstMonth: (await storage.span(book.id))?.from ?? null,
    months,
    streams: streams.map(({ id, name, venture, kind }) => {
      return { stream: id, name, venture, ventureName: ventureNames.get(venture) ?? '', kind, net: nets.get(id) ?? [] }
    }),
    untold: known ? months.filter((month) => !known.has(month)) : [],
    enough: months.map((month) => targetOf(targets, month)?.enough ?? null),
    aside: lens === 'dependable' ? null : asideByMonth(await storage.taxRules(book.id), months, nets),
    targets: [...targets],
    unconverted: unconvertedAnswer(cells),
    estimated: estimatedAnswer(cells, parts),
  }
}

async function totals(parts: Parts, book: Book, query: z.output<typeof TotalsQuery>): Promise<TotalRow[]> {
  const { storage } = parts
  const { by, native } = query
  const { cells } = await cellsOf(parts, book, query)
  const [streams, ventures] = [await storage.streams(book.id), await storage.ventures(book.id)]
  const fields: Grouping[] = native && !by.includes('currency') ? [...by, 'currency'] : by
  const places = new Map(streams.map(({ id, venture, kind }) => [id, { venture, kind }]))
  // Home money is in one currency whatever it was paid in, so only native totals can be told by currency.
  const grouped = native ? fields : fields.filter((field) => field !== 'currency')
  const groups = groupCells(cells, { by: [...new Set(grouped)], streams: places, home: book.homeCurrency, native })
  const names = namesOf(streams, ventures)
  return groups.map((group) => totalRow(group, names))
}

interface TotalNames {
  stream: ReadonlyMap<number, string>
  venture: ReadonlyMap<number, string>
}

/** Names that tell streams apart: two streams of one name are told with their ventures. */
function namesOf(streams: readonly Stream[], ventures: readonly Venture[]): TotalNames {
  const venture = new Map(ventures.map(({ id, name }) => [id, name]))
  const count = new Map<string, number>()
  for (const { name } of streams) count.set(name, (count.get(name) ?? 0) + 1)
  const full = (stream: Stream): string => `${venture.get(stream.venture) ?? ''} · ${stream.name}`
  return { venture, stream: new Map(streams.map((stream) => [stream.id, (count.get(stream.name) ?? 0) > 1 ? full(stream) : stream.name])) }
}

function totalRow(group: Group, names: TotalNames): TotalRow {
  const { month, stream, venture, kind, currency, sums, unconverted } = group
  const streamName = stream === undefined ? undefined : (names.stream.get(stream) ?? String(stream))
  const ventureName = venture === undefined ? undefined : (names.venture.get(venture) ?? String(venture))
  return {
    ...present({ month, stream: streamName, venture: ventureName, kind }),
    currency,
    ...sumsAnswer(sums),
    ...present({ unconverted }),
  }
}
