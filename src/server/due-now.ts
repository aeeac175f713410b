import { renewalsDue, type DueItem } from '#domain/due-now.ts'
import type { DayNet } from '#domain/income.ts'
import { dayOfMonth, monthOf, type Day } from '#domain/month.ts'
import type { Book, Storage, StreamWithLines } from '#storage/storage.ts'
import { agreedNow } from './agreed-now.ts'
import { keepAnswers } from './kept-answers.ts'
import { longPayments } from './long-payments.ts'
import type { Parts } from './parts.ts'
import { pledgedNow } from './pledges-ahead.ts'

interface DueNow {
  due: DueItem[]
  /** What is to be taken from the days of the months before the running one, as it is known to be due or over. */
  taken: DayNet[]
}

interface Asked {
  today: Day
  streams: readonly StreamWithLines[]
  /** The first day of the months looked back on. */
  since: Day
}

/** Months ahead in which a pledge that is due is known, as in the Outlook: its payments are no part of what is usual. */
const HORIZON = 13

/**
 * What is known to be due in the running month, and what of the months before is no part of their usual rest (METRICS 9, step 5):
 * payments of patrons that cover more than a month, pledges of several months or that nobody has paid yet, and what is agreed. As
 * everywhere, only of streams that are open.
 */
export async function dueNow(parts: Parts, book: Book, asked: Asked): Promise<DueNow> {
  const { today, streams, since } = asked
  const long = await longNow(parts.storage, book, asked)
  const pledged = await pledgedNow(parts, book, { today, horizon: HORIZON })
  const open = new Set(streams.flatMap(({ id, archived }) => (archived ? [] : [id])))
  const until = dayOfMonth(monthOf(today), 1)
  // A long payment of a pledge is taken once; pledges whose payments are long are due again by themselves.
  const paid = pledged.payments.flatMap(({ countsIn, day, at, months, home }) =>
    home && open.has(countsIn) && months === 1 && at.length > 7 && day >= since && day < until
      ? [{ day, net: home.fees + home.refunds - home.gross }]
      : [],
  )
  const agreed = await agreedNow(parts, book, asked)
  return { due: [...long.due, ...pledged.due, ...agreed.due], taken: [...long.taken, ...paid, ...agreed.taken] }
}

/** Long payments are many in a large book. */
const kept = keepAnswers<DueNow>()

function longNow(storage: Storage, book: Book, asked: Asked): Promise<DueNow> {
  const { today, since } = asked
  return kept(storage, book, { question: `${monthOf(today)} ${since}`, answer: () => longOf(storage, book, asked) })
}

async function longOf(storage: Storage, book: Book, { today, streams, since }: Asked): Promise<DueNow> {
  const patronage = new Set(streams.flatMap(({ id, kind }) => (kind === 'patronage' ? [id] : [])))
  if (patronage.size === 0) return { due: [], taken: [] }
  const running = monthOf(today)
  const payments = (await longPayments(storage, book, running)).filter(({ stream }) => patronage.has(stream))
  const open = new Set(streams.flatMap(({ id, archived }) => (archived ? [] : [id])))
  const names = new Map(payments.map(({ patron, name }) => [patron, name]))
  return {
    due: renewalsDue(payments, running).flatMap((item) =>
      item.stream !== null && open.has(item.stream) ? [{ ...item, patron: names.get(item.patron) ?? item.patron }] : [],
    ),
    taken: payments.flatMap(({ stream, day, net, dated }) =>
      dated && open.has(stream) && day >= since && monthOf(day) < running ? [{ day, net: -net }] : [],
    ),
  }
}
