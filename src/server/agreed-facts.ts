import type { Agreed } from '#contract/agreed.ts'
import { agreedStanding, arrivals, type AgreedIncome, type ArrivedLine, type LineName, type ValuedIncome } from '#domain/agreed-income.ts'
import { net } from '#domain/money.ts'
import { monthOf, type Day } from '#domain/month.ts'
import { converter } from '#domain/rate.ts'
import { isMerge, type StreamRoute } from '#domain/stream-route.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { entryId } from './entry-id.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

/** The newest lines of a stream that are weighed against what is agreed of it. */
const MOST_LINES = 1_000

/** What is agreed, each in the stream in which it would count now and with its amount in the home currency at the rate of the day. */
export async function valuedIncome({ storage, rates }: Pick<Parts, 'storage' | 'rates'>, book: Book, today: Day): Promise<ValuedIncome[]> {
  const items = await storage.agreedIncome(book.id)
  if (items.length === 0) return []
  const into = mergesOf(await storage.streamRoutes(book.id))
  const told = converter({ home: book.homeCurrency, table: rates, own: await storage.ownRates(book.id) })
  return items.map((item) => {
    return { ...item, stream: into(item.stream), home: told.rate(item.currency, today, false)?.convert(item.amount) ?? null }
  })
}

/** Where the lines of a stream count that was merged into another. */
function mergesOf(routes: readonly StreamRoute[]): (stream: number) => number {
  const next = new Map(routes.filter(isMerge).map(({ stream, into }) => [stream, into]))
  const follow = (stream: number): number => {
    const into = next.get(stream)
    return into === undefined ? stream : follow(into)
  }
  return follow
}

/** What is agreed as it stands today, in the order in which it is due, with the lines in which it may have arrived. */
export async function agreedAnswers(parts: Pick<Parts, 'storage' | 'rates' | 'clock'>, book: Book): Promise<Agreed[]> {
  const today = todayOf(book, parts.clock)
  const items = await valuedIncome(parts, book, today)
  if (items.length === 0) return []
  const found = arrivals(items, await linesOf(parts.storage, book, items))
  const names = new Map((await parts.storage.streams(book.id)).map(({ id, name }) => [id, name]))
  return items.toSorted(byDue).map((item) => {
    const line = found.get(item.id)
    return {
      ...item,
      streamName: names.get(item.stream) ?? '',
      arrived: item.arrived && idOf(item.arrived),
      standing: agreedStanding(item, today),
      offered: line ? { entry: idOf(line.name), day: line.day, amount: line.net, currency: line.currency } : null,
    }
  })
}

function idOf({ stream, key }: LineName): string {
  return entryId(stream, key)
}

function byDue(a: AgreedIncome, b: AgreedIncome): number {
  return a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id
}

/** Counted lines of the streams of which something is still to arrive, since the first of it was entered. */
async function linesOf(storage: Storage, book: Book, items: readonly ValuedIncome[]): Promise<ArrivedLine[]> {
  const lines: ArrivedLine[] = []
  for (const [stream, open] of Map.groupBy(
    items.filter(({ arrived }) => !arrived),
    (item) => item.stream,
  )) {
    const [entered = ''] = open.map((item) => item.entered).toSorted()
    const query = { stream, from: monthOf(entered), sort: 'day', order: 'desc', offset: 0, limit: MOST_LINES } as const
    for (const entry of (await storage.entries(book.id, query)).entries) {
      if (entry.uncounted) continue
      const { key, day, currency, gross, home } = entry
      const name = { stream: entry.stream, key }
      lines.push({ stream: entry.countsIn, name, day, currency, gross, net: net(entry), home: home && net(home) })
    }
  }
  return lines
}
