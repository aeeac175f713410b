import { streamParts, type StreamMonths } from './forecast-parts.ts'
import { itemOf, type Joining, type KnownItem } from './known-items.ts'
import { divideHalfEven, type Minor } from './money.ts'
import { monthsBetween, type Month } from './month.ts'

/** One thing that is imagined to be otherwise. */
export type Change =
  /** The venture brings nothing any more. */
  | { kind: 'venture'; venture: number }
  /** The patron, by the platform's own name or the name shown, pays nothing any more. */
  | { kind: 'patron'; patron: string }
  /** So many new patrons, who each give an amount a month, after fees. */
  | { kind: 'patrons'; count: number; each: Minor }
  /** A wage brings another amount from a month on, 0 when it ends; `stream` null for a job that is not there yet. */
  | { kind: 'job'; stream: number | null; monthly: Minor; from: Month }
  /** A platform keeps so many thousandths of what is paid. */
  | { kind: 'fee'; platform: string; share: number }
  /** Days on which nothing is earned, paid from the buffer. */
  | { kind: 'days'; days: number }

/** Changes that are kept under a name. */
export interface Scenario {
  id: number
  name: string
  changes: Change[]
}

/** A stream as far as something can be changed about it. */
export interface ChangeableStream extends StreamMonths {
  stream: number
  venture: number
  platform: string
}

/** What the platform took of what was paid in the last twelve full months, in minor units. */
export interface PlatformFees {
  platform: string
  gross: Minor
  fees: Minor
  net: Minor
}

/** What one patron paid by month into one stream, of payments that are not known ahead. */
export interface PatronMonths {
  patron: string
  parts: readonly { stream: number; net: readonly Minor[] }[]
}

/** A known item with whom it comes from. */
export type KnownPayment = KnownItem & { patron: string | null }

/** The book as it is, for changes to be made to it. */
export interface ChangeableBook {
  streams: readonly ChangeableStream[]
  first: Month
  /** The month that stands at 0 ahead. */
  running: Month
  horizon: number
  known: readonly KnownPayment[]
  patrons: readonly PatronMonths[]
  fees: readonly PlatformFees[]
  /** How probable it is that a patron leaves in a month, in thousandths. */
  leaving: number
}

/** What is drawn instead of the book as it is. */
export interface Changed {
  streams: StreamMonths[]
  known: KnownItem[]
  joining: Joining[]
}

/** New patrons begin with the month after the running one. */
const NEXT = 1

/** Changes are made in this order, whatever the order in which they were said: what is dropped stays dropped. */
const ORDER: readonly Change['kind'][] = ['patron', 'fee', 'job', 'venture', 'patrons', 'days']

/** Makes changes to a book; those that speak of what is not there change nothing. */
export function changed(book: ChangeableBook, changes: readonly Change[]): Changed {
  let at: Working = { streams: [...book.streams], known: [...book.known], joining: [] }
  for (const kind of ORDER) for (const change of changes) if (change.kind === kind) at = changedBy(at, change, book)
  return {
    streams: at.streams.map(({ kind, net }) => ({ kind, net })),
    known: at.known.map(itemOf),
    joining: at.joining,
  }
}

interface Working {
  streams: ChangeableStream[]
  known: KnownPayment[]
  joining: Joining[]
}

function changedBy(at: Working, change: Change, book: ChangeableBook): Working {
  switch (change.kind) {
    case 'venture':
      return dropped(at, ({ venture }) => venture === change.venture)
    case 'patron':
      return withoutPatron(at, change.patron, book.patrons)
    case 'patrons':
      return { ...at, joining: [...at.joining, { patrons: change.count, each: change.each, from: NEXT, leaving: book.leaving }] }
    case 'job':
      return withJob(at, change, book)
    case 'fee':
      return withFee(at, change, book.fees)
    case 'days':
      return at
  }
}

/** Streams that bring nothing keep their places, so that everything else is drawn as before. */
function dropped(at: Working, isGone: (stream: ChangeableStream) => boolean): Working {
  const streams = at.streams.map((stream) => (isGone(stream) ? { ...stream, net: stream.net.map(() => 0) } : stream))
  const known = at.known.map((item) => (at.streams[item.stream] && isGone(at.streams[item.stream]!) ? { ...item, amount: 0 } : item))
  return { ...at, streams, known }
}

function withoutPatron(at: Working, patron: string, patrons: readonly PatronMonths[]): Working {
  const parts = new Map(patrons.find((one) => one.patron === patron)?.parts.map(({ stream, net }) => [stream, net]))
  const streams = at.streams.map((stream) => {
    const own = parts.get(stream.stream)
    // Of one that brings nothing more, as it is archived, nothing can be taken.
    return own && stream.net.some((sum) => sum !== 0) ? { ...stream, net: stream.net.map((sum, i) => sum - (own[i] ?? 0)) } : stream
  })
  return { ...at, streams, known: at.known.map((item) => (item.patron === patron ? { ...item, amount: 0 } : item)) }
}

/** A wage goes on at its level until the month of the change, and is as sure as it was said from then on. */
function withJob(at: Working, { stream, monthly, from }: Extract<Change, { kind: 'job' }>, book: ChangeableBook): Working {
  const place = at.streams.findIndex((one) => one.stream === stream)
  const now = at.streams[place]
  if (stream !== null && !now) return at
  const level = now ? (streamParts(now, book.first).recurring.at(-1) ?? 0) : 0
  const begins = Math.max(NEXT, monthsBetween(book.running, from))
  const wages = Array.from({ length: book.horizon }, (_, ahead): KnownPayment => {
    return { stream: place, ahead, amount: ahead < begins ? level : monthly, chance: 1_000, patron: null }
  })
  const rest = now ? dropped(at, (one) => one.stream === stream) : at
  return { ...rest, known: [...rest.known, ...wages.filter(({ amount }) => amount > 0)] }
}

/** Every month of the platform brings as much more or less as the other share of the last year's payments makes out. */
function withFee(at: Working, { platform, share }: Extract<Change, { kind: 'fee' }>, fees: readonly PlatformFees[]): Working {
  const now = fees.find((one) => one.platform === platform)
  if (!now || now.gross <= 0 || now.net <= 0) return at
  const after = now.net + now.fees - Number(divideHalfEven(BigInt(now.gross) * BigInt(share), 1_000n))
  const scaled = (amount: Minor): Minor => Number(divideHalfEven(BigInt(amount) * BigInt(after), BigInt(now.net)))
  const isOf = (stream: ChangeableStream | undefined) => stream?.platform === platform
  return {
    ...at,
    streams: at.streams.map((stream) => (isOf(stream) ? { ...stream, net: stream.net.map(scaled) } : stream)),
    known: at.known.map((item) => (isOf(at.streams[item.stream]) ? { ...item, amount: scaled(item.amount) } : item)),
  }
}

/** Days off that changes ask for, all together. */
export function daysAsked(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + (change.kind === 'days' ? change.days : 0), 0)
}
