import type { z } from 'zod'
import type { Figure as FigureAnswer, FigureQuery } from '#contract/figure.ts'
import { figureText, figureWords, type Figure } from '#domain/figure.ts'
import { groupCells, NO_SUMS, type MonthCell, type Sums } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import { monthOf, monthRange } from '#domain/month.ts'
import { routesOf } from '#domain/stream-route.ts'
import type { FigureSpan } from '#storage/figure-reads.ts'
import type { Book } from '#storage/storage.ts'
import { notThere } from '#http/problem.ts'
import type { ToldMonth } from './dependable.ts'
import { streamNames } from './entry.ts'
import { download, fileName } from './export.ts'
import { figureRows } from './figure-csv.ts'
import { figureFormat } from './figure-format.ts'
import type { Handlers } from './handle.ts'
import { lensCells } from './lens-cells.ts'
import type { Parts } from './parts.ts'
import { estimatedAnswer, sumsAnswer, unconvertedAnswer } from './sums.ts'
import { todayOf } from './today.ts'

type Asked = z.output<typeof FigureQuery>

/** Opens figures: what they are made of, in data, in words, and as the rows that sum to them. */
export function figureHandlers(parts: Parts): Handlers<'figure' | 'figureRows' | 'figureText'> {
  const nameOf = ({ name }: Book, { lens, from, to }: Figure, ending: string) =>
    `${fileName(name)}-${from}${from === to ? '' : `-to-${to}`}-${lens}.${ending}`
  return {
    async figure({ book, query }) {
      const { figure } = await figureOf(parts, book, query)
      return answerOf(figure, book)
    },
    async figureText({ book, query }) {
      const { figure } = await figureOf(parts, book, query)
      const text = figureText(figureWords(figure, figureFormat(book.locale, book.homeCurrency)))
      return download(linesOf(text), { type: 'text/plain; charset=utf-8', name: nameOf(book, figure, 'txt') })
    },
    async figureRows({ book, query }) {
      const { figure, span, told } = await figureOf(parts, book, query)
      const names = await streamNames(parts.storage, book.id)
      const rows = figureRows(parts.storage, book, { lens: figure.lens, span, told, names })
      return download(rows, { type: 'text/csv; charset=utf-8', name: nameOf(book, figure, 'csv') })
    },
  }
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield text
}

function answerOf(figure: Opened['figure'], book: Book): FigureAnswer {
  const words = figureWords(figure, figureFormat(book.locale, book.homeCurrency))
  return { ...figure, sums: sumsAnswer(figure.sums), paid: sumsAnswer(figure.paid), words }
}

interface Opened {
  figure: Omit<Figure, 'unconverted'> & Pick<FigureAnswer, 'unconverted'>
  span: FigureSpan
  told: ToldMonth[] | null
}

async function figureOf(parts: Parts, book: Book, asked: Asked): Promise<Opened> {
  const { storage, clock } = parts
  const { lens } = asked
  const running = monthOf(todayOf(book, clock))
  const { streams, of } = await partOf(parts, book, asked)
  const { cells, told } = await lensCells(parts, book, { lens, from: asked.from, to: asked.to })
  // Where no months are named, all in which the lens shows anything: smoothed reaches past today.
  const months = (told ?? cells).map(({ month }) => month).sort()
  const from = asked.from ?? months[0] ?? asked.to ?? running
  const to = asked.to ?? [months.at(-1) ?? from, running].sort().at(-1) ?? running
  const span = { from, to, streams }
  const own = ofStreams(cells, streams)
  const cash = lens === 'cash' ? own : ofStreams(await storage.months(book.id, 'cash', { from, to }), streams)
  const figure = {
    lens,
    currency: book.homeCurrency,
    from,
    to,
    running: from <= running && running <= to,
    of,
    sums: homeSums(own, book),
    paid: homeSums(cash, book),
    uncounted: await storage.uncountedLines(book.id, span),
    fromLists: await storage.listEstimates(book.id, span),
    unconverted: unconvertedAnswer(lens === 'dependable' ? cash : own),
    estimated: lens === 'dependable' ? null : estimatedAnswer(own, parts),
    spread: lens === 'smoothed' ? await storage.spreadOver(book.id, span) : null,
    drawn: told && (await drawnOf(parts, book, { told, own, span })),
  }
  return { figure, span, told }
}

function ofStreams(cells: MonthCell[], streams: readonly number[] | undefined): MonthCell[] {
  return streams ? cells.filter(({ stream }) => streams.includes(stream)) : cells
}

function homeSums(cells: readonly MonthCell[], book: Book): Sums {
  return groupCells(cells, { by: [], home: book.homeCurrency }).find((group) => !group.unconverted)?.sums ?? NO_SUMS
}

/** More streams than these are counted, not named. */
const NAMED = 3

/** Of which streams a figure is, and what they are called; throws where there is no such stream or venture. */
async function partOf(
  { storage }: Parts,
  book: Book,
  { stream, streams: some, venture }: Asked,
): Promise<{ streams: number[] | undefined; of: string | null }> {
  const asked = stream === undefined ? some?.split(',').map(Number) : [stream]
  if (asked === undefined && venture === undefined) return { streams: undefined, of: null }
  if (asked !== undefined) {
    const [names, routes] = [await streamNames(storage, book.id), routesOf(await storage.streamRoutes(book.id))]
    const titles = new Map<number, string>()
    for (const id of asked) {
      const name = names.get(routes.shown(id))
      if (!name) throw notThere(`stream ${id}`)
      titles.set(routes.shown(id), titleOf(name))
    }
    return { streams: [...titles.keys()], of: titles.size > NAMED ? `${titles.size} streams` : [...titles.values()].join(', ') }
  }
  const found = (await storage.ventures(book.id)).find(({ id }) => id === venture)
  if (!found) throw notThere(`venture ${venture}`)
  const streams = (await storage.streams(book.id)).filter((one) => one.venture === venture).map(({ id }) => id)
  return { streams, of: found.name }
}

async function drawnOf(
  { storage }: Parts,
  book: Book,
  { told, own, span }: { told: readonly ToldMonth[]; own: readonly MonthCell[]; span: FigureSpan },
): Promise<Figure['drawn']> {
  const names = await streamNames(storage, book.id)
  const sums = new Map<number, Minor>()
  for (const { stream, home } of own) sums.set(stream, (sums.get(stream) ?? 0) + (home?.gross ?? 0))
  const title = (stream: number) => titleOf(names.get(stream) ?? { name: '', ventureName: '' })
  return {
    months: told.map(({ month, low, middle, high, basis, made, recalibration }) => {
      return { month, low, middle, high, basis, made, recalibration }
    }),
    parts: [...sums].sort(([a, one], [b, two]) => two - one || a - b).map(([stream, part]) => ({ name: title(stream), net: part })),
    untold: monthRange(span.from, span.to).length - told.length,
  }
}

/** A stream with its venture, no name said twice. */
function titleOf({ name, ventureName }: { name: string; ventureName: string }): string {
  return name.startsWith(ventureName) ? name : `${ventureName} · ${name}`
}
