import { exponentOf } from '#domain/currency.ts'
import { csvRow, inert } from '#domain/csv-text.ts'
import type { ViewLens } from '#domain/income.ts'
import { decimalText, net, type Minor } from '#domain/money.ts'
import { addMonths, type Month } from '#domain/month.ts'
import { isWholeMonth } from '#domain/zone.ts'
import type { FigureLine, FigureSpan } from '#storage/figure-reads.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { ToldMonth } from './dependable.ts'
import type { StreamNames } from './entry.ts'

interface Rows {
  lens: ViewLens
  span: FigureSpan
  told: readonly ToldMonth[] | null
  names: StreamNames
}

const LINE = ['day', 'stream', 'venture', 'kind', 'name', 'note', 'currency', 'net', 'home currency', 'home net', 'covered months']
const DRAWN = ['what', 'month', 'stream', 'venture', 'home currency', 'home net']
/** The last but the key: what of the row stands in the figure, in its lens. These sum to it. */
const inFigure = (lens: ViewLens) => `net in the figure (${lens})`

/** The rows behind a figure, as RFC 4180 CSV: ledger lines, or of a dependable one the months that it is drawn from and its parts. */
export async function* figureRows(storage: Storage, book: Book, { lens, span, told, names }: Rows): AsyncGenerator<string> {
  const amount = (minor: Minor, currency = book.homeCurrency) => decimalText(minor, exponentOf(currency) ?? 2)
  const place = (stream: number) => [names.get(stream)?.name ?? '', names.get(stream)?.ventureName ?? ''].map(inert)
  if (lens === 'dependable') {
    yield csvRow([...DRAWN, inFigure(lens)])
    for (const one of await drawnFrom(storage, book, { span, told: told ?? [] })) {
      const { what, month, stream, sum, part } = one
      yield csvRow([what, month, ...place(stream), book.homeCurrency, amount(sum), part === null ? '' : amount(part)])
    }
    return
  }
  yield csvRow([...LINE, inFigure(lens), 'key'])
  const cells = ({ entry, part }: FigureLine): string[] => {
    const { day, at, countsIn, kind, name = '', note = '', currency, home, months, key } = entry
    const texts = [...place(countsIn), kind, inert(name), inert(note)]
    const paid = [currency, amount(net(entry), currency), book.homeCurrency, home ? amount(net(home)) : '', String(months)]
    return [isWholeMonth(at) ? at : day, ...texts, ...paid, part === null ? '' : amount(part), inert(key)]
  }
  for await (const page of storage.figureLines(book.id, lens, span)) yield page.map((line) => csvRow(cells(line))).join('')
}

interface DrawnRow {
  what: 'drawn from' | 'counted on'
  month: Month
  stream: number
  sum: Minor
  /** What of it stands in the figure; null for what it is drawn from. */
  part: Minor | null
}

/** The full months before the last one that is told, and then what each stream brings of what can be counted on. */
async function drawnFrom(
  storage: Storage,
  book: Book,
  { span, told }: { span: FigureSpan; told: readonly ToldMonth[] },
): Promise<DrawnRow[]> {
  const last = told.at(-1)
  const since = (await storage.span(book.id))?.from
  if (!last || since === undefined) return []
  const nets = await storage.monthNets(book.id, 'cash', { from: since, to: addMonths(last.month, -1) })
  const sorted = nets.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.stream - b.stream))
  const from = sorted.map(({ month, stream, net: sum }): DrawnRow => ({ what: 'drawn from', month, stream, sum, part: null }))
  const isOwn = (stream: number) => span.streams?.includes(stream) ?? true
  const parts = told.flatMap(({ month, streams, byStream }) =>
    streams.map((stream, i): DrawnRow => {
      const sum = byStream[i] ?? 0
      return { what: 'counted on', month, stream, sum, part: isOwn(stream) ? sum : null }
    }),
  )
  return [...from, ...parts]
}
