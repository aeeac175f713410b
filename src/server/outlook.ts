import type { Outlook } from '#contract/outlook.ts'
import { agreedAhead } from '#domain/agreed-income.ts'
import { AS_DRAWN } from '#domain/forecast.ts'
import type { Lens } from '#domain/income.ts'
import { addMonths, monthOf, type Day, type Month } from '#domain/month.ts'
import { recalibrated, recordOf } from '#domain/promise.ts'
import { silences } from '#domain/silence.ts'
import type { Book } from '#storage/storage.ts'
import { valuedIncome } from './agreed-facts.ts'
import { fullMonths, lensMonths, netOf, type FullMonths } from './full-months.ts'
import type { Handlers } from './handle.ts'
import { knownAhead, type KnownAhead } from './known-ahead.ts'
import type { Parts } from './parts.ts'
import { withPledges } from './pledges-ahead.ts'
import { spreadAhead } from './spread-ahead.ts'
import { todayOf } from './today.ts'

/** The running month and a year after it. */
const HORIZON = 13

export function outlookHandlers(parts: Parts): Handlers<'outlook'> {
  return { outlook: ({ book, query }) => outlook(parts, book, query.lens) }
}

/** What the months to come are drawn from, and what became of past promises. */
async function outlook(parts: Parts, book: Book, lens: Lens): Promise<Outlook> {
  const { storage, clock } = parts
  const today = todayOf(book, clock)
  const cash = await fullMonths(storage, book, today)
  const full = lens === 'cash' ? cash : await lensMonths(storage, book, { today, lens })
  const running = monthOf(today)
  const ahead = await aheadOf(parts, book, { lens, full, today })
  const promises = await storage.promises(book.id)
  const record = recordOf(promises, { currency: book.homeCurrency, running, netOf: netOf(cash) })
  return {
    lens,
    currency: book.homeCurrency,
    today,
    first: full.first,
    streams: full.streams.map(({ stream, name, ventureName, kind, archived, net }, i) => {
      return { stream, name, ventureName, kind, archived, net, yearly: ahead.yearly[i] ?? [] }
    }),
    known: ahead.known.map(({ covers, ...item }) => ({ ...item, months: lens === 'cash' ? 1 : covers })),
    renewed: ahead.record,
    silent: await silentStreams(parts, book, { full: cash, due: ahead.known.map(({ stream }) => full.streams[stream]?.stream), running }),
    targets: [...(await storage.targets(book.id))],
    recalibration: lens === 'cash' ? recalibrated(record) : AS_DRAWN,
    record: record.map(({ month, low, high, net, outcome, made }) => ({ month, low, high, net, outcome, made })),
    promised: promises.some(({ month }) => month === running),
  }
}

/** What is known of the months ahead, spread over the months it is for where the lens does so. */
async function aheadOf(parts: Parts, book: Book, { lens, full, today }: { lens: Lens; full: FullMonths; today: Day }): Promise<KnownAhead> {
  const { storage } = parts
  const ahead = await (lens === 'cash' ? knownAhead : spreadAhead)(storage, book, { full, today, horizon: HORIZON })
  const pledged = await withPledges(parts, book, { full, ahead, today, horizon: HORIZON })
  const places = new Map(full.streams.map(({ stream }, i) => [stream, i]))
  const placeOf = (stream: number) => places.get(stream) ?? -1
  const agreed = agreedAhead(await valuedIncome(parts, book, today), { today, horizon: HORIZON, placeOf })
  return { ...pledged, known: [...pledged.known, ...agreed.map((item) => ({ ...item, patron: null, covers: 1 }))] }
}

interface Known {
  /** In cash, whatever the lens: what is paid ahead brings nothing more. */
  full: FullMonths
  /** Streams of which something is due. */
  due: readonly (number | undefined)[]
  running: Month
}

/** Open streams of which nothing came for long: none that has brought something this month, and none of which something is due. */
async function silentStreams({ storage }: Pick<Parts, 'storage'>, book: Book, { full, due, running }: Known): Promise<Outlook['silent']> {
  const { first, streams } = full
  if (first === null) return []
  const lines = await storage.streams(book.id)
  const lately = new Set(lines.flatMap(({ id, lastDay }) => (lastDay !== null && monthOf(lastDay) >= running ? [id] : [])))
  return silences(streams.map(({ net }) => net)).flatMap((since, i) => {
    const stream = streams[i]
    if (since === null || !stream || stream.archived || due.includes(stream.stream) || lately.has(stream.stream)) return []
    return [{ stream: stream.stream, since: addMonths(first, since) }]
  })
}
