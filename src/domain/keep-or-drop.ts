import { dice } from './dice.ts'
import { chanceAhead, ofTen } from './chance.ts'
import { bandAhead, drawPaths, seedOfData, type Paths } from './forecast.ts'
import { NEXT, type ForetellQuestion } from './foretell.ts'
import { isLoss } from './loss.ts'
import type { Minor } from './money.ts'
import { swing } from './steadiness.ts'

/** What is asked of a book's ventures; a plain object, so that it can be sent elsewhere and is known by its text. */
export interface KeepQuestion {
  /** What is asked of the months to come: its answer is the one for all ventures together. */
  foretell: ForetellQuestion
  /** The venture of each of its streams. */
  ventures: number[]
  /** All that each of its streams brought in its full months, what is known ahead included. */
  net: Minor[][]
}

/** How the book stands, and how without one venture. */
export interface Standing {
  /** Net of a mean month. */
  net: Minor
  /** In how many of 10 draws the month after the running one is enough; null without a target, or of too few months. */
  ofTen: number | null
  /** sd ÷ mean of the months; null where the mean is not above nothing. */
  swing: number | null
}

export interface VentureStanding {
  venture: number
  /** Net of a mean month. */
  net: Minor
  /** What it brings at least in 9 of 10 draws, as a share of its middle draw, 0 to 1 (0 where that is nothing); null of too few months. */
  dependable: number | null
  without: Standing
}

export interface KeepOrDrop {
  /** Full months that means and swings are taken over. */
  months: number
  all: Standing
  /** By id. */
  ventures: VentureStanding[]
}

/** Means and swings are of a year at most. */
const MONTHS = 12

/**
 * What each venture brings, how far it can be counted on, and how the book would stand without it (FEATURES N13). The same draws of
 * months are made for every answer, so that two of them differ by the venture alone.
 */
export function keepOrDrop(question: KeepQuestion): KeepOrDrop {
  const seed = seedOfData(question.foretell)
  const ids = [...new Set(question.ventures)].sort((a, b) => a - b)
  const all = standing(question, () => true, seed)
  return {
    months: Math.min(MONTHS, question.net[0]?.length ?? 0),
    all,
    ventures: ids.map((id): VentureStanding => {
      const own = (venture: number) => venture === id
      const draws = drawn(question, own, seed)
      const band = draws && bandAhead(draws, NEXT)
      return {
        venture: id,
        net: mean(totals(question, own)),
        dependable: band && (band.middle > 0 ? Math.min(1, band.low / band.middle) : 0),
        without: noSurer(
          all,
          standing(question, (venture) => !own(venture), seed),
          costs(question, own),
        ),
      }
    }),
  }
}

type Kept = (venture: number) => boolean

/** Whether ventures took more than they brought in the months that are drawn from: then the book may stand better without them. */
function costs({ foretell, ventures }: KeepQuestion, own: Kept): boolean {
  const { streams, known = [] } = foretell
  const isOwn = (stream: number) => own(ventures[stream] ?? -1)
  const left = streams.map((stream, i) => (isOwn(i) ? { ...stream, net: [] } : stream))
  return !isLoss(foretell, { streams: left, known: known.map((item) => (isOwn(item.stream) ? { ...item, amount: 0 } : item)) })
}

/** What is lost makes nothing surer. */
function noSurer(all: Standing, without: Standing, costly: boolean): Standing {
  if (costly || all.ofTen === null || without.ofTen === null) return without
  return { ...without, ofTen: Math.min(all.ofTen, without.ofTen) }
}

function standing(question: KeepQuestion, kept: Kept, seed: number): Standing {
  const months = totals(question, kept)
  return { net: mean(months), ofTen: chance(question, kept, seed), swing: swing(months) }
}

function chance(question: KeepQuestion, kept: Kept, seed: number): number | null {
  const { enough } = question.foretell
  const draws = enough === null ? null : drawn(question, kept, seed)
  if (enough === null || !draws) return null
  // Where nothing is left nothing comes, however short the past is.
  return question.ventures.some(kept) ? ofTen(chanceAhead(draws, NEXT, enough)) : 0
}

/** The months to come over all draws; streams that are not kept stay in their places and bring nothing. */
function drawn({ foretell, ventures }: KeepQuestion, kept: Kept, seed: number): Paths | null {
  const isKept = (stream: number) => kept(ventures[stream] ?? -1)
  const streams = foretell.streams.map((stream, i) => (isKept(i) ? stream : { ...stream, net: stream.net.map(() => 0) }))
  const known = (foretell.known ?? []).map((item) => (isKept(item.stream) ? item : { ...item, amount: 0 }))
  return drawPaths({ ...foretell, streams, known }, dice(seed))
}

/** What the kept streams brought together in the newest year. */
function totals({ net, ventures }: KeepQuestion, kept: Kept): Minor[] {
  const length = net[0]?.length ?? 0
  const from = Math.max(0, length - MONTHS)
  const rows = net.filter((_, i) => kept(ventures[i] ?? -1))
  return Array.from({ length: length - from }, (_, i) => rows.reduce((sum, row) => sum + (row[from + i] ?? 0), 0))
}

function mean(months: readonly Minor[]): Minor {
  return months.length === 0 ? 0 : Math.trunc(months.reduce((sum, one) => sum + one, 0) / months.length)
}
