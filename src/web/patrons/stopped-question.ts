import type { Crowd } from '#contract/crowd.ts'
import type { OutlookQuestion } from '#domain/outlook.ts'
import { changed, type ChangeableBook, type Changed, type PatronMonths } from '#domain/what-if.ts'
import { isGone } from './stops.ts'

type Told = Pick<Crowd, 'currencies' | 'payers'>

/**
 * What is drawn once some stop (FEATURES N3): of a patron what they paid is taken off, a stream or platform brings nothing, and of a
 * currency its share of each stream over the twelve months. Streams keep their places, so that both years have the same chance in
 * them.
 */
export function withoutStopped(book: ChangeableBook, { currencies, payers }: Told, stopped: ReadonlySet<string>): Changed {
  const patrons = [...stopped].flatMap((key) => (key.startsWith('patron ') ? [key.slice('patron '.length)] : []))
  const left = changed(
    { ...book, patrons: [...book.patrons, ...newcomers(book, payers)] },
    patrons.map((patron) => ({ kind: 'patron', patron })),
  )
  const kept = book.streams.map((stream) => (isGone(stream, stopped) ? 0 : shareKept(stream.stream, currencies, stopped)))
  const scaled = (amount: number, place: number): number => Math.trunc(amount * (kept[place] ?? 1))
  return {
    ...left,
    streams: left.streams.map((stream, place) => ({ ...stream, net: stream.net.map((sum) => scaled(sum, place)) })),
    known: left.known.map((item) => ({ ...item, amount: scaled(item.amount, item.stream) })),
  }
}

/** Patrons of whom the year tells nothing yet: only the last full month has their money. */
function newcomers({ patrons, known, streams }: ChangeableBook, payers: Crowd['payers']): PatronMonths[] {
  const told = new Set([...patrons, ...known].map(({ patron }) => patron))
  const months = streams[0]?.net.length ?? 0
  return payers
    .filter(({ patron }) => !told.has(patron))
    .map(({ patron, parts }) => {
      return {
        patron,
        parts: parts.map(({ stream, net }) => ({ stream, net: Array.from({ length: months }, (_, i) => (i === months - 1 ? net : 0)) })),
      }
    })
}

/** The share of a stream that is left once some currencies stop, 0 to 1. */
function shareKept(stream: number, currencies: Crowd['currencies'], stopped: ReadonlySet<string>): number {
  let [all, gone] = [0, 0]
  for (const { currency, parts } of currencies) {
    const year = Math.max(0, parts.find((part) => part.stream === stream)?.year ?? 0)
    all += year
    if (stopped.has(`currency ${currency}`)) gone += year
  }
  return all === 0 ? 1 : 1 - gone / all
}

/** The year as it is and without what stops. */
export function stoppedQuestion(
  real: Pick<OutlookQuestion, 'real' | 'pay'>,
  book: ChangeableBook,
  { crowd, stopped }: { crowd: Told; stopped: ReadonlySet<string> },
): OutlookQuestion {
  return { ...real, changed: withoutStopped(book, crowd, stopped), spent: 0 }
}
