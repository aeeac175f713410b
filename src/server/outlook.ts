import type { Outlook } from '#contract/outlook.ts'
import { monthOf } from '#domain/month.ts'
import { recalibrated, recordOf } from '#domain/promise.ts'
import type { Book } from '#storage/storage.ts'
import { fullMonths, netOf } from './full-months.ts'
import type { Handlers } from './handle.ts'
import { knownAhead } from './known-ahead.ts'
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
    streams: full.streams.map(({ stream, name, ventureName, kind, net }, i) => {
      return { stream, name, ventureName, kind, net, yearly: ahead.yearly[i] ?? [] }
    }),
    known: ahead.known,
    renewed: ahead.record,
    targets: await storage.targets(book.id),
    recalibration: recalibrated(record),
    record: record.map(({ month, low, high, net, outcome, made }) => ({ month, low, high, net, outcome, made })),
    promised: promises.some(({ month }) => month === running),
  }
}
