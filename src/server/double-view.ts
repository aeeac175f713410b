import type { Double, Doubles } from '#contract/double.ts'
import { doubleId, isProcessor, paymentIdIn, sightName, type DoubleLine, type SameMoney } from '#domain/double.ts'
import type { SpanLines } from '#domain/double-spans.ts'
import type { Minor } from '#domain/money.ts'
import type { DoubleBook } from '#storage/double-kept.ts'
import type { Proposals, ToldDouble } from './double-proposals.ts'

/** A double with its state, its reasons and what it comes to. */
export interface SeenDouble extends ToldDouble {
  /** Day of the line that does not count. */
  day: string
  countsNet: Double['countsNet']
  counted: Double['counted']
  remainder: Double['remainder']
  /** By how much the total at home changes where it is counted once; null without a rate. */
  effect: Minor | null
}

type Between = Omit<Doubles['streams'][number], 'countsName' | 'coveredName' | 'countsVentureName' | 'coveredVentureName'>

export interface DoubleView {
  /** Newest first. */
  doubles: SeenDouble[]
  numbers: Doubles['numbers']
  streams: Between[]
  /** Days with too many lines to be looked through. */
  beyond: readonly SpanLines[]
}

/** All that is known and may be guessed of a book's doubles; `lines` are those that any of it speaks of. */
export function doubleView(facts: DoubleBook, { proposals, lines, beyond }: Proposals, home: string): DoubleView {
  const doubles = [...heldDoubles(facts, lines), ...refusedDoubles(facts, lines), ...proposals]
    .flatMap((double): SeenDouble[] => {
      const covered = lines.get(sightName(double.covered))
      const counts = double.counts.flatMap((sight) => lines.get(sightName(sight)) ?? [])
      return covered && counts.length === double.counts.length
        ? [{ ...double, day: covered.day, ...sums(double, { counts, covered, home }) }]
        : []
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1))
  const numbers = { proposed: 0, proven: 0, ruled: 0, accepted: 0, refused: 0 }
  for (const { state } of doubles) numbers[state] += 1
  return { doubles, numbers, streams: betweenStreams(doubles, facts), beyond }
}

function heldDoubles({ held }: DoubleBook, byName: ReadonlyMap<string, DoubleLine>): ToldDouble[] {
  return held.map(({ id, by, kind, counts, covered }) => {
    const named = [...counts, covered].map((sight) => byName.get(sightName(sight))).map((line) => line && paymentIdIn(line))
    const proof = named.find((one) => one !== undefined)
    const reason =
      by === 'proven'
        ? `The id ${proof ?? 'of the payment'} stands in both.`
        : by === 'ruled'
          ? 'You said that everything of the one stream is in the other.'
          : 'You said that it is the same money.'
    return { id, kind, counts, covered, state: by, score: 100, reasons: [reason] }
  })
}

function refusedDoubles({ decisions }: DoubleBook, byName: ReadonlyMap<string, DoubleLine>): ToldDouble[] {
  return decisions
    .filter(({ same, covered }) => !same && byName.has(sightName(covered)))
    .map(({ kind, counts, covered }) => {
      const reasons = ['You said that it is not the same money.']
      return { id: doubleId({ kind, counts, covered }), kind, counts, covered, state: 'refused', score: 100, reasons }
    })
}

interface Lines {
  counts: readonly DoubleLine[]
  covered: DoubleLine
  home: string
}

/** What the counted lines come to, and what is left over of a payout that landed. */
function sums({ kind }: SameMoney, { counts, covered, home }: Lines): Pick<SeenDouble, 'countsNet' | 'counted' | 'remainder' | 'effect'> {
  const [first] = counts
  const isOne = first !== undefined && counts.every(({ currency }) => currency === first.currency)
  const sent = (of: (line: DoubleLine) => Minor): Minor =>
    counts.reduce((sum, line) => sum + (line.kind === 'transfer' ? 0 - of(line) : of(line)), 0)
  const countsNet = isOne ? { currency: first.currency, net: sent(({ net }) => net) } : null
  if (kind === 'pair') {
    // The processor's amounts count in the place of the platform's, so those of the platform are what goes.
    const [stays, goes] = isProcessor(covered.platform) ? [covered, first] : [first, covered]
    const counted = stays ? { currency: stays.currency, net: stays.net } : null
    return { countsNet, counted, remainder: null, effect: goes?.home == null ? null : 0 - goes.home }
  }
  const isSame = isOne && first.currency === covered.currency
  const hasHome = covered.home !== null && counts.every((line) => line.home !== null)
  // The arrival goes and what is left over of it stands instead: together that is what was sent.
  const effect = hasHome ? 0 - sent((line) => line.home ?? 0) : null
  const net = isSame ? covered.net - sent((line) => line.net) : hasHome ? (covered.home ?? 0) - sent((line) => line.home ?? 0) : 0
  return { countsNet, counted: null, remainder: net === 0 ? null : { currency: isSame ? covered.currency : home, net }, effect }
}

/** Pairs of streams with doubles, or with a rule: the most proposals first. */
function betweenStreams(doubles: readonly SeenDouble[], { rules }: DoubleBook): Between[] {
  const found = new Map<string, Between>()
  const between = (counts: number, covered: number): Between => {
    const known = found.get(`${counts}|${covered}`) ?? { counts, covered, proposed: 0, settled: 0, ruled: false }
    found.set(`${counts}|${covered}`, known)
    return known
  }
  for (const { state, counts, covered } of doubles) {
    if (state === 'refused') continue
    const pair = between(counts[0]?.stream ?? 0, covered.stream)
    if (state === 'proposed') pair.proposed += 1
    else pair.settled += 1
  }
  for (const { counts, covered } of rules) between(counts, covered).ruled = true
  return [...found.values()].sort(
    (a, b) => b.proposed - a.proposed || b.settled - a.settled || a.counts - b.counts || a.covered - b.covered,
  )
}
