import type { Stream as StreamAnswer, StreamHistory } from '#contract/stream.ts'
import type { Stream, Venture } from '#domain/book.ts'
import { groupCells, NO_SUMS, type Group, type MonthCell, type ViewLens } from '#domain/income.ts'
import { usualBound } from '#domain/hours-bound.ts'
import { net } from '#domain/money.ts'
import { expectedOf } from '#domain/patron-sight.ts'
import { routesOf } from '#domain/stream-route.ts'
import { platformName } from '#platforms/registry.ts'
import type { Book, StreamWithLines } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import { lensCells } from './lens-cells.ts'
import type { Parts } from './parts.ts'
import { present } from './present.ts'
import { notThere, ProblemError } from '#http/problem.ts'
import { sumsAnswer, unconvertedAnswer } from './sums.ts'
import { todayOf, yearUpTo } from './today.ts'

type Names = 'streams' | 'createStream' | 'stream' | 'changeStream'

export function streamHandlers(parts: Parts): Handlers<Names> {
  const { storage } = parts
  const answers = async (book: string): Promise<StreamAnswer[]> => {
    const [streams, ventures] = [await storage.streams(book), await storage.ventures(book)]
    const { shown } = routesOf(await storage.streamRoutes(book))
    const estimated = await storage.estimatedStreams(book)
    return streams
      .filter(({ id }) => shown(id) === id)
      .map((stream) => ({ ...streamAnswer(stream, ventures), ...(estimated.has(stream.id) && { estimated: true as const }) }))
  }
  const answer = async (book: string, id: number): Promise<StreamAnswer> => {
    const { shown } = routesOf(await storage.streamRoutes(book))
    const found = (await answers(book)).find((stream) => stream.id === shown(id))
    if (!found) throw notThere(`stream ${id}`)
    return found
  }
  return {
    streams: ({ book }) => answers(book.id),
    async createStream({ book, body }) {
      const { name, venture, kind = 'other' } = body
      const made = await storage.write(book.id, async (writer) => {
        checkVenture(await writer.ventures(), venture)
        checkFree(await writer.streams(), { name, venture })
        return writer.addStream({ venture, name, platform: '', kind, automatic: false })
      })
      return answer(book.id, made.id)
    },
    // A stream that is merged into another is answered with that one.
    stream: async ({ book, params, query }) => history(parts, book, { stream: await answer(book.id, params.stream), lens: query.lens }),
    async changeStream({ book, params, body }) {
      const { name, venture } = body
      await storage.write(book.id, async (writer) => {
        const streams = await writer.streams()
        const old = streams.find((stream) => stream.id === params.stream)
        if (!old) throw notThere(`stream ${params.stream}`)
        if (venture !== undefined) checkVenture(await writer.ventures(), venture)
        checkFree(streams, { name: name ?? old.name, venture: venture ?? old.venture, own: old.id })
        await writer.changeStream(params.stream, present(body))
      })
      return answer(book.id, params.stream)
    },
  }
}

export function checkVenture(ventures: readonly Venture[], id: number): void {
  if (!ventures.some((venture) => venture.id === id)) throw notThere(`venture ${id}`)
}

export function checkFree(streams: readonly Stream[], { name, venture, own }: { name: string; venture: number; own?: number }): void {
  const same = (stream: Stream): boolean => stream.venture === venture && stream.name.toLowerCase() === name.toLowerCase()
  if (streams.some((stream) => stream.id !== own && same(stream))) {
    throw new ProblemError(409, `Failed to name a stream "${name}": its venture has another called so. Choose another name.`)
  }
}

function streamAnswer(stream: StreamWithLines, ventures: readonly Venture[]): StreamAnswer {
  const { id, venture, name, platform, kind, archived, months = null, bound = null, entries, firstDay, lastDay } = stream
  const ventureName = ventures.find((one) => one.id === venture)?.name ?? ''
  return {
    id,
    venture,
    ventureName,
    name,
    platform,
    platformName: platformName(platform),
    kind,
    archived,
    months,
    bound,
    usualBound: usualBound(kind),
    entries,
    firstDay,
    lastDay,
  }
}

/** What the stream's newest list of patrons lets expect. */
async function expected(storage: Parts['storage'], book: string, stream: number): Promise<StreamHistory['expected']> {
  const snapshot = await storage.newestSnapshot(book, stream)
  if (!snapshot) return null
  return { ...expectedOf(snapshot.sights), day: snapshot.asOf === '' ? null : snapshot.asOf.slice(0, 10) }
}

function nativeAnswer(paid: readonly MonthCell[], home: string): StreamHistory['native'] {
  const months = Map.groupBy(groupCells(paid, { by: ['month'], home, native: true }), ({ currency }) => currency)
  return groupCells(paid, { by: [], home, native: true }).map(({ currency, sums }) => {
    const own = (months.get(currency) ?? []).map((group) => ({
      month: group.month ?? '',
      entries: group.sums.entries,
      net: net(group.sums),
    }))
    return { currency, ...sumsAnswer(sums), months: own }
  })
}

async function history(parts: Parts, book: Book, asked: { stream: StreamAnswer; lens: ViewLens }): Promise<StreamHistory> {
  const { storage, clock } = parts
  const { stream, lens } = asked
  const home = book.homeCurrency
  const { cells, told } = await lensCells(parts, book, { lens, stream: stream.id })
  // What it was paid in is told as it was paid, whatever the lens.
  const paid = lens !== 'cash' ? await storage.months(book.id, 'cash', { stream: stream.id }) : cells
  const isHome = (group: Group): boolean => !group.unconverted
  return {
    stream,
    currency: home,
    months: groupCells(cells, { by: ['month'], home })
      .filter(isHome)
      .map(({ month = '', sums }) => ({ month, ...sumsAnswer(sums) })),
    unconverted: unconvertedAnswer(paid),
    patrons: await storage.patrons(book.id, stream.id, yearUpTo(todayOf(book, clock))),
    expected: await expected(storage, book.id, stream.id),
    since: told?.[0]?.month ?? null,
    total: sumsAnswer(groupCells(cells, { by: [], home }).find(isHome)?.sums ?? NO_SUMS),
    native: nativeAnswer(paid, home),
  }
}
