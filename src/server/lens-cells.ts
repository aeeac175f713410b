import type { MonthCell, MonthNet, ViewLens } from '#domain/income.ts'
import { net } from '#domain/money.ts'
import { monthOf, type Month } from '#domain/month.ts'
import type { Book } from '#storage/storage.ts'
import { cellsOfTold, dependableMonths, type ToldMonth } from './dependable.ts'
import type { Parts } from './parts.ts'
import { present } from './present.ts'
import { todayOf } from './today.ts'

interface Span {
  from?: Month | undefined
  to?: Month | undefined
  stream?: number
}

/** What a lens shows of some months. */
export interface LensCells {
  cells: MonthCell[]
  /** Dependable: the months of which something is told; null in the lenses of the ledger, which tell of every month. */
  told: ToldMonth[] | null
}

/** Cells of the months from..to, both included, and open where absent; whatever the lens, they are summed by the same functions. */
export async function lensCells(parts: Parts, book: Book, { lens, from, to, stream }: Span & { lens: ViewLens }): Promise<LensCells> {
  const { storage, clock } = parts
  if (lens !== 'dependable') return { cells: await storage.months(book.id, lens, present({ from, to, stream })), told: null }
  const first = from ?? (await storage.span(book.id))?.from
  if (first === undefined) return { cells: [], told: [] }
  const told = await dependableMonths(parts, book, { from: first, to: to ?? monthOf(todayOf(book, clock)) })
  const cells = cellsOfTold(told, book.homeCurrency)
  return { cells: stream === undefined ? cells : cells.filter((cell) => cell.stream === stream), told }
}

/** Net by month and stream of the months from..to, in the home currency. */
export async function lensNets(
  parts: Parts,
  book: Book,
  { lens, from, to }: { lens: ViewLens; from: Month; to: Month },
): Promise<MonthNet[]> {
  if (lens !== 'dependable') return parts.storage.monthNets(book.id, lens, { from, to })
  const { cells } = await lensCells(parts, book, { lens, from, to })
  return cells.flatMap(({ stream, month, home }) => (home ? [{ stream, month, net: net(home) }] : []))
}
