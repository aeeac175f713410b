import type { DoubleState } from '#contract/double.ts'
import { doubleId, mayTellTwice, sightName, type DoubleLine, type SameMoney } from '#domain/double.ts'
import { findBySpans, MOST_LINES, spanAbout, spansOf, type DaySpan, type Looking, type SpanLines } from '#domain/double-spans.ts'
import type { DoubleBook, DoubleWrites } from '#storage/double-kept.ts'

/** A double with its state and its reasons. */
export interface ToldDouble extends SameMoney {
  id: string
  state: DoubleState
  score: number
  reasons: readonly string[]
}

export interface Proposals {
  proposals: ToldDouble[]
  /** The lines of what is proposed, by the sight's name. */
  lines: Map<string, DoubleLine>
  /** Days with too many lines to be looked through. */
  beyond: readonly SpanLines[]
}

export type LineReads = Pick<DoubleWrites, 'doubleDays' | 'doubleLines'>

interface Question {
  facts: DoubleBook
  /** Of all streams. */
  platforms: readonly string[]
  /** Only what lines of these days may be part of. */
  about?: DaySpan
  /** How many lines are compared with each other at once. */
  most?: number
}

const NOTHING: Looking = { spans: [], beyond: [] }

/** What may be the same money and is waiting; looked for only where two streams may tell the same at all. */
export async function proposedDoubles(reads: LineReads, { facts, platforms, about, most = MOST_LINES }: Question): Promise<Proposals> {
  const days = mayTellTwice(platforms) ? await reads.doubleDays() : []
  const { spans, beyond } = days.length === 0 ? NOTHING : about ? spanAbout(days, about, most) : spansOf(days, most)
  const { found, lines } = await findBySpans({ spans, read: (span) => reads.doubleLines(span), known: knownOf(facts) })
  const ids = new Set(facts.decisions.filter(({ same }) => !same).map(doubleId))
  const proposals = found
    .map((double) => ({ ...double, id: doubleId(double), state: 'proposed' as const }))
    .filter(({ id }) => !ids.has(id))
  return { proposals, lines, beyond }
}

/** What the search is to know of doubles that hold, and of pairs that are none. */
function knownOf({ held, decisions }: DoubleBook) {
  const pairs = decisions.filter(({ same, kind }) => !same && kind === 'pair')
  const refused = new Set(pairs.flatMap(({ counts, covered }) => counts.map((one) => `${sightName(one)}|${sightName(covered)}`)))
  const taken = new Set(held.flatMap(({ counts, covered }) => [...counts, covered].map(sightName)))
  const settled = held.flatMap(({ kind, counts: [counts], covered }) => (kind === 'pair' && counts ? [{ counts, covered }] : []))
  return { taken, refused, settled }
}
