import type { Outlook } from '#contract/outlook.ts'
import { addMonths, monthOf, type Month } from '#domain/month.ts'
import { recalibrated, recordOf } from '#domain/promise.ts'
import { silences } from '#domain/silence.ts'
import type { Book } from '#storage/storage.ts'
import { fullMonths, netOf, type FullMonths } from './full-months.ts'
import type { Handlers } from './handle.ts'
import { knownAhead, type KnownAhead } from './known-ahead.ts'
import type { Parts } from './parts.ts'
import { withPledges } from './pledges-ahead.ts'
import { todayOf } from './today.ts'

/** The running month and a year after it. */
const HORIZON = 13

export function outlookHandlers(parts: Parts): Handlers<'outlook'> {
  return { outlook: ({ book }) => outlook(parts, book) }
}

/** What the months to come are drawn from, and what became of past promises. */
async function outlook(parts: Parts, book: Book): Promise<Outlook> {
  const { storage, clock } = parts
  const today = todayOf(book, clock)
  const full = await fullMonths(storage, book, today)
  const running = monthOf(today)
  const paidAhead = await knownAhead(storage, book, { full, today, horizon: HORIZON })
  const ahead = await withPledges(parts, book, { full, ahead: paidAhead, today, horizon: HORIZON })
  const promises = await storage.promises(book.id)
  const record = recordOf(promises, { currency: book.homeCurrency, running, netOf: netOf(full) })
  return {
    currency: book.homeCurrency,
    today,
    first: full.first,
    streams: full.streams.map(({ stream, name, ventureName, kind, archived, net }, i) => {
      return { stream, name, ventureName, kind, archived, net, yearly: ahead.yearly[i] ?? [] }
    }),
    known: ahead.known,
    renewed: ahead.record,
    silent: await silentStreams(parts, book, { full, known: ahead.known, running }),
    targets: await storage.targets(book.id),
    recalibration: recalibrated(record),
    record: record.map(({ month, low, high, net, outcome, made }) => ({ month, low, high, net, outcome, made })),
    promised: promises.some(({ month }) => month === running),
  }
}

interface Known {
  full: FullMonths
  known: KnownAhead['known']
  running: Month
}

/** Open streams of which nothing came for long: none that has brought something this month, and none of which something is due. */
async function silentStreams({ storage }: Pick<Parts, 'storage'>, book: Book, { full, known, running }: Known): Promise<Outlook['silent']> {
  const { first, streams } = full
  if (first === null) return []
  const due = new Set(known.map(({ stream }) => stream))
  const lines = await storage.streams(book.id)
  const lately = new Set(lines.flatMap(({ id, lastDay }) => (lastDay !== null && monthOf(lastDay) >= running ? [id] : [])))
  return silences(streams.map(({ net }) => net)).flatMap((since, i) => {
    const stream = streams[i]
    if (since === null || !stream || stream.archived || due.has(i) || lately.has(stream.stream)) return []
    return [{ stream: stream.stream, since: addMonths(first, since) }]
  })
}
