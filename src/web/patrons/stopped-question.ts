import type { Crowd } from '#contract/crowd.ts'
import type { OutlookQuestion } from '#domain/outlook.ts'
import { goesWith, type Part } from '#domain/stopping.ts'
import { changed, type ChangeableBook, type Changed } from '#domain/what-if.ts'
import { isGone, OTHERS } from './stops.ts'

type Told = Pick<Crowd, 'streams' | 'currencies' | 'payers' | 'others'>

/**
 * What is drawn once some stop (FEATURES N3): of a patron what they paid is taken off, a stream or platform brings nothing, and of a
 * currency its share of each stream over the twelve months. Of whom the year tells nothing, as they are too many or too new, it is
 * their share of each stream in the last full month. Streams keep their places, so that both years have the same chance in them.
 */
export function withoutStopped(book: ChangeableBook, crowd: Told, stopped: ReadonlySet<string>): Changed {
  const patrons = [...stopped].flatMap((key) => (key.startsWith('patron ') ? [key.slice('patron '.length)] : []))
  const left = changed(
    book,
    patrons.map((patron) => ({ kind: 'patron', patron })),
  )
  const untold = untoldOf(book, crowd, stopped)
  const kept = book.streams.map((stream) => {
    if (isGone(stream, stopped)) return 0
    return shareKept(stream.stream, crowd.currencies, stopped) * monthKept(stream.stream, crowd.streams, untold)
  })
  const scaled = (amount: number, place: number): number => Math.trunc(amount * (kept[place] ?? 1))
  return {
    ...left,
    streams: left.streams.map((stream, place) => ({ ...stream, net: stream.net.map((sum) => scaled(sum, place)) })),
    known: left.known.map((item) => ({ ...item, amount: scaled(item.amount, item.stream) })),
  }
}

/** What those who stop brought in the last full month, of whom the year tells nothing. */
function untoldOf({ patrons, known }: ChangeableBook, { payers, others }: Told, stopped: ReadonlySet<string>): Part[] {
  const told = new Set([...patrons, ...known].map(({ patron }) => patron))
  const some = payers.filter(({ patron }) => stopped.has(`patron ${patron}`) && !told.has(patron)).map(({ parts }) => parts)
  return [...some, ...(stopped.has(OTHERS) ? [others.parts] : [])].flatMap(goesWith)
}

/** The share of a stream's last full month that is left without some of it, 0 to 1. */
function monthKept(stream: number, streams: Crowd['streams'], gone: readonly Part[]): number {
  const brought = Math.max(0, streams.find((one) => one.stream === stream)?.net ?? 0)
  const lost = gone.reduce((sum, part) => sum + (part.stream === stream ? part.net : 0), 0)
  return brought === 0 ? 1 : 1 - Math.min(brought, lost) / brought
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
