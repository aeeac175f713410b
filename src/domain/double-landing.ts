import { bySight, mayLand, sightName, type DoubleLine, type FoundDouble, type Sight } from './double.ts'
import type { PairQuestion } from './double-flow.ts'
import type { LineIndex } from './double-index.ts'
import { namesPlatform, platformWords } from './double-words.ts'
import { dayNumber, monthNumber, monthOf } from './month.ts'
import { Payments } from './payout-sums.ts'

/** Days from a payout to its arrival; one day earlier, since days are told in different zones. */
export const LANDING_DAYS = { earliest: -1, latest: 7 } as const
/** Share that may be lost on the way, or gained where it is converted. */
export const LANDING_TOLERANCE = { lost: 0.03, gained: 0.005 } as const

/** A landing that fits, before it is known whether another fits as well. */
interface Candidate extends FoundDouble {
  /** Where it comes from: the arrival may have come from one only. */
  from: number
  day: number
}

/**
 * Finds payouts that arrive elsewhere: by the payout's own line, or, where the platform writes none, by the sum of its payments of
 * some days or of a month. Other amounts than the payout's own need the platform's name in the arrival's text.
 */
export function findLandings({ index, taken }: Pick<PairQuestion, 'index' | 'taken'>): FoundDouble[] {
  const free = (line: DoubleLine) => !taken.has(sightName(line))
  const arrivals = arrivalsOf(index, free)
  const candidates = [...byPayout(index, arrivals, free), ...bySums(index, arrivals, free)]
  return chosen(candidates)
}

/** Arrivals by the stream that they stand in. */
function arrivalsOf({ lines }: LineIndex, free: (line: DoubleLine) => boolean): Map<string, DoubleLine[]> {
  const sources = [...new Set(lines.map(({ platform }) => platform))]
  const places = new Map(sources.map((platform) => [platform, sources.some((one) => mayLand(one, platform))]))
  const found = new Map<string, DoubleLine[]>()
  for (const line of lines) {
    if (!places.get(line.platform) || line.net <= 0 || (line.kind !== 'payment' && line.kind !== 'adjustment') || !free(line)) continue
    const list = found.get(line.platform)
    if (list) list.push(line)
    else found.set(line.platform, [line])
  }
  return found
}

/** Payouts that have a line of their own. */
function* byPayout(index: LineIndex, arrivals: Map<string, DoubleLine[]>, free: (line: DoubleLine) => boolean): Generator<Candidate> {
  const payouts = index.lines.filter((line) => line.kind === 'transfer' && line.net < 0 && free(line))
  if (payouts.length === 0) return
  for (const [place, list] of arrivals) {
    const byDay = Map.groupBy(list, ({ day }) => dayNumber(day))
    for (const payout of payouts) {
      if (!mayLand(payout.platform, place)) continue
      const day = dayNumber(payout.day)
      for (let lag: number = LANDING_DAYS.earliest; lag <= LANDING_DAYS.latest; lag++) {
        for (const arrival of byDay.get(day + lag) ?? []) {
          const fit = fitOf(
            { amount: 0 - payout.net, home: payout.home === null ? null : 0 - payout.home, currency: payout.currency },
            arrival,
          )
          const named = namesPlatform(arrival, payout.platform)
          if (!fit || (fit !== 'same' && !named) || arrival.stream === payout.stream) continue
          const score = (fit === 'same' ? 93 : 84) + (named ? 5 : 0)
          yield candidateOf({ counts: [payout], arrival, score, reasons: [FITS[fit], daysAfter(lag), ...namedReason(named, payout)] })
        }
      }
    }
  }
}

/** Payouts that only their payments tell of. */
function* bySums(index: LineIndex, arrivals: Map<string, DoubleLine[]>, free: (line: DoubleLine) => boolean): Generator<Candidate> {
  const withPayouts = new Set(index.lines.flatMap((line) => (line.kind === 'transfer' && line.net < 0 ? [line.stream] : [])))
  const byStream = new Map<number, DoubleLine[]>()
  for (const line of index.lines) {
    if (line.kind === 'transfer' || withPayouts.has(line.stream) || !free(line)) continue
    const list = byStream.get(line.stream)
    if (list) list.push(line)
    else byStream.set(line.stream, [line])
  }
  for (const [place, list] of arrivals) {
    const named = new Map<string, DoubleLine[]>()
    for (const [stream, lines] of byStream) {
      const platform = lines[0]?.platform ?? ''
      if (!mayLand(platform, place)) continue
      const naming = named.get(platform) ?? list.filter((arrival) => namesPlatform(arrival, platform))
      named.set(platform, naming)
      if (naming.length === 0) continue
      const payments = new Payments(lines)
      for (const arrival of naming) if (arrival.stream !== stream) yield* sumsOf(payments, arrival)
    }
  }
}

function* sumsOf(payments: Payments, arrival: DoubleLine): Generator<Candidate> {
  const [first] = payments.lines
  const exact = payments.endingWith(arrival.currency, arrival.net, dayNumber(arrival.day))
  if (exact) yield candidateOf({ counts: exact, arrival, score: 97, reasons: [sumReason(exact), ...namedReason(true, first)] })
  for (const back of [0, 1]) {
    const month = payments.ofMonth(monthNumber(monthOf(arrival.day)) - back)
    if (!month || month.lines.some(({ day }) => day > arrival.day && back > 0)) continue
    const fit = fitOf(month, arrival)
    if (!fit) continue
    const score = fit === 'same' ? 96 : fit === 'less' ? 88 : 82
    yield candidateOf({ counts: month.lines, arrival, score, reasons: [monthReason(month.lines), FITS[fit], ...namedReason(true, first)] })
  }
}

type Fit = 'same' | 'less' | 'home'

const FITS: Readonly<Record<Fit, string>> = {
  same: 'The amount is the same.',
  less: `The amount is the same but for up to ${LANDING_TOLERANCE.lost * 100} %.`,
  home: `At the rates of their days the amounts are the same, give or take ${LANDING_TOLERANCE.lost * 100} %.`,
}

function fitOf(sent: { amount: number; home: number | null; currency: string | null }, arrival: DoubleLine): Fit | undefined {
  if (sent.currency === arrival.currency) {
    if (sent.amount === arrival.net || sent.amount === arrival.gross) return 'same'
    return isWithin(arrival.net, sent.amount, LANDING_TOLERANCE.gained) ? 'less' : undefined
  }
  if (sent.home === null || arrival.home === null) return undefined
  return isWithin(arrival.home, sent.home, LANDING_TOLERANCE.lost) ? 'home' : undefined
}

function isWithin(arrived: number, sent: number, gained: number): boolean {
  return sent > 0 && arrived >= sent * (1 - LANDING_TOLERANCE.lost) && arrived <= sent * (1 + gained)
}

interface Drafted {
  counts: readonly DoubleLine[]
  arrival: DoubleLine
  score: number
  reasons: string[]
}

function candidateOf({ counts, arrival, score, reasons }: Drafted): Candidate {
  const sight = ({ stream, key }: DoubleLine): Sight => ({ stream, key })
  const from = counts[0]?.stream ?? 0
  return {
    kind: 'landing',
    counts: counts.map(sight).sort(bySight),
    covered: sight(arrival),
    score,
    reasons,
    from,
    day: dayNumber(arrival.day),
  }
}

function daysAfter(lag: number): string {
  return lag === 0
    ? 'It arrived on the same day.'
    : `It arrived ${Math.abs(lag)} ${Math.abs(lag) === 1 ? 'day' : 'days'} ${lag < 0 ? 'before' : 'after'}.`
}

function namedReason(named: boolean, line: DoubleLine | undefined): string[] {
  return named && line ? [`The arrival's text says "${platformWords(line.platform)[0] ?? line.platform}".`] : []
}

function sumReason(lines: readonly DoubleLine[]): string {
  const [from, to] = [lines[0]?.day ?? '', lines.at(-1)?.day ?? '']
  return lines.length === 1 ? `It is the payment of ${from}.` : `The ${lines.length} lines from ${from} to ${to} come to it exactly.`
}

function monthReason(lines: readonly DoubleLine[]): string {
  const month = monthOf(lines[0]?.day ?? '')
  return lines.length === 1 ? `There is one line in ${month}.` : `These are the ${lines.length} lines of ${month}.`
}

/** The best first; an arrival that two streams fit equally well is left out, and each line lands once. */
function chosen(candidates: readonly Candidate[]): FoundDouble[] {
  const gone = new Set<string>()
  const found: FoundDouble[] = []
  const sorted = candidates.toSorted(
    (a, b) =>
      b.score - a.score || a.day - b.day || bySight(a.covered, b.covered) || bySight(a.counts[0] ?? a.covered, b.counts[0] ?? b.covered),
  )
  const rivals = Map.groupBy(sorted, ({ covered, score }) => `${sightName(covered)} ${score}`)
  for (const one of sorted) {
    const { from: _, day: __, ...double } = one
    const names = [...one.counts, one.covered].map(sightName)
    const equal = rivals.get(`${sightName(one.covered)} ${one.score}`) ?? []
    const isOpen = equal.some((other) => other.from !== one.from && !other.counts.some((sight) => gone.has(sightName(sight))))
    if (isOpen || names.some((name) => gone.has(name))) continue
    for (const name of names) gone.add(name)
    found.push(double)
  }
  return found
}
