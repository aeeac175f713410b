import { mayLand } from './double.ts'
import type { LineIndex } from './double-index.ts'
import type { Arrival, Arrivals } from './landing-arrivals.ts'
import { FITS, namedReason, type Fit, type LandingDraft } from './landing-draft.ts'
import { monthOf } from './month.ts'
import { Payments, type Landed, type Rate, type Stretch } from './payout-sums.ts'

/** So many payouts in a row tell what is kept on the way, or the rate. */
const ENOUGH = 3
/** Of the arrivals by which a rate is looked for. */
const FIRST_ARRIVALS = 40

/** Payments as they are summed, beside what arrived. */
interface Series {
  index: LineIndex
  payments: Payments
  arrivals: readonly Arrival[]
  landed: readonly Landed[]
  isHome: boolean
}

/** Payouts that only their payments tell of, in one place after the other. */
export function* bySums(index: LineIndex, free: Uint8Array, places: readonly Arrivals[]): Generator<LandingDraft> {
  const platforms = new Set(places.flatMap(({ naming }) => naming.flatMap(({ says }) => [...says])))
  if (platforms.size === 0) return
  const withPayouts = new Set<number>()
  for (const { kind, net, stream } of index.lines) if (kind === 'transfer' && net < 0) withPayouts.add(stream)
  const byStream = new Map<number, number[]>()
  for (const [i, line] of index.lines.entries()) {
    if (!free[i] || line.kind === 'transfer' || withPayouts.has(line.stream) || !platforms.has(line.platform)) continue
    const list = byStream.get(line.stream)
    if (list) list.push(i)
    else byStream.set(line.stream, [i])
  }
  for (const [stream, lines] of byStream) {
    const platform = index.lines[lines[0] ?? 0]?.platform ?? ''
    for (const place of places) {
      const naming = place.stream !== stream && mayLand(platform, place.platform) ? place.of(platform) : []
      if (naming.length > 0) for (const series of seriesOf(index, lines, naming)) yield* landings(series, place)
    }
  }
}

/** Payments by currency beside arrivals in it, and, at home, beside those in others. */
function* seriesOf(index: LineIndex, lines: readonly number[], naming: readonly Arrival[]): Generator<Series> {
  const { currencies } = index
  const byCurrency = Map.groupBy(lines, (at) => currencies[at] ?? 0)
  for (const [currency, own] of byCurrency) {
    const arrivals = naming.filter(({ at }) => currencies[at] === currency)
    if (arrivals.length > 0) yield seriesIn(index, own, arrivals)
    const others = naming.filter(({ at }) => currencies[at] !== currency)
    yield* seriesAtHome(index, own, others)
  }
  if (byCurrency.size > 1) yield* seriesAtHome(index, lines, naming)
}

function seriesIn(index: LineIndex, lines: readonly number[], arrivals: readonly Arrival[]): Series {
  const net = (at: number) => index.lines[at]?.net ?? 0
  const landed = arrivals.map(({ day, at }) => ({ day, amount: net(at) }))
  return { index, payments: new Payments(index, lines, net), arrivals, landed, isHome: false }
}

function* seriesAtHome(index: LineIndex, lines: readonly number[], naming: readonly Arrival[]): Generator<Series> {
  const isRated = (at: number) => index.lines[at]?.home != null
  const arrivals = naming.filter(({ at }) => isRated(at))
  const rated = lines.filter(isRated)
  if (arrivals.length === 0 || rated.length === 0) return
  const home = (at: number) => index.lines[at]?.home ?? 0
  const landed = arrivals.map(({ day, at }) => ({ day, amount: home(at) }))
  yield { index, payments: new Payments(index, rated, home), arrivals, landed, isHome: true }
}

const EXACTLY: Rate = { ratio: 1, tolerance: 0 }

function* landings(series: Series, place: Arrivals): Generator<LandingDraft> {
  const { payments, arrivals, landed, isHome } = series
  if (!isHome) {
    const exact = trusted(payments.chain(landed, EXACTLY).stretches, true)
    yield* drafts(series, exact, 'same')
    yield* between(series, place, { stretches: exact, rate: EXACTLY })
    if (exact.length * 2 > arrivals.length) return
  }
  const rate = rateOf(series)
  const found = rate ? trusted(payments.chain(landed, rate).stretches, false) : []
  yield* drafts(series, found, isHome ? 'home' : 'less')
  if (rate && !isHome) yield* between(series, place, { stretches: found, rate })
  if (found.length === 0 && arrivals.length < ENOUGH) yield* months(series)
}

/** Where several payouts follow each other, one that stands by itself is chance, unless it is a month. */
function trusted(stretches: readonly Stretch[], isExact: boolean): Stretch[] {
  const firm = stretches.filter(({ isLinked, isMonth }) => isLinked || isMonth)
  if (firm.length >= ENOUGH) return firm
  return isExact ? [...stretches] : []
}

/** Which share arrives: the one at which most payouts follow each other. */
function rateOf({ payments, landed, isHome }: Series): Rate | undefined {
  const first = landed.slice(0, FIRST_ARRIVALS)
  const [step, tolerance] = isHome ? [5, 0.008] : [1, 0.0012]
  let best: { score: number; stretches: Stretch[] } = { score: 0, stretches: [] }
  for (let mille = 970; mille <= (isHome ? 1_030 : 1_005); mille += step) {
    const chain = payments.chain(first, { ratio: mille / 1_000, tolerance })
    if (chain.score > best.score) best = chain
  }
  const ratios = trusted(best.stretches, false)
    .map(({ ratio }) => ratio)
    .sort((a, b) => a - b)
  const ratio = ratios[ratios.length >> 1]
  return ratio === undefined ? undefined : { ratio, tolerance }
}

/** Too few arrivals to learn from: each may be what a month comes to. */
function* months(series: Series): Generator<LandingDraft> {
  const { payments, landed, isHome } = series
  const rate = isHome ? { ratio: 1, tolerance: 0.03 } : { ratio: 0.987_5, tolerance: 0.017_7 }
  const found = payments.chain(landed, rate).stretches.filter(({ isMonth }) => isMonth)
  yield* drafts(series, found, isHome ? 'home' : 'less')
}

/**
 * What is left between two payouts, or after the last one, and came in without a word of where from: it must be told to the last
 * unit, by so many arrivals in a row that nothing is left.
 */
function* between(
  series: Series,
  place: Arrivals,
  { stretches, rate }: { stretches: readonly Stretch[]; rate: Rate },
): Generator<LandingDraft> {
  const { payments } = series
  for (const [i, { to: last }] of stretches.entries()) {
    const next = stretches[i + 1]
    const from = last + 1
    const until = next ? next.from - 1 : Math.min(last + 1 + MOST_DAYS, payments.dayCount - 1)
    if (until < from || until > from + MOST_DAYS) continue
    const filler = new Filler(series, place, rate)
    const found = filler.lay({ from, until, isOpen: !next })
    if (found?.length) yield* found.map((one) => silentDraft(series.index, one, next !== undefined))
  }
}

function silentDraft(index: LineIndex, { counts, arrival }: Filled, isBetween: boolean): LandingDraft {
  const known = isBetween ? 'The payouts before and after it are known.' : 'It begins where the last known payout ended.'
  return { counts, arrival, score: 90, reasons: [sumReason(index, counts), known] }
}

/** Days with payments between two payouts that are known. */
const MOST_DAYS = 62
const LATEST = 31
const LAST_LATEST = 16
const MOST_SILENT = 3

interface Filled {
  counts: readonly number[]
  arrival: number
}

/** Lays arrivals without a word over days of payments, one after the other. */
class Filler {
  private readonly series: Series
  private readonly place: Arrivals
  private readonly rate: Rate

  constructor(series: Series, place: Arrivals, rate: Rate) {
    this.series = series
    this.place = place
    this.rate = rate
  }

  /** The only way to fill the days from one to another, to the last one unless they are open; undefined where there is none or another. */
  lay({ from, until, isOpen }: { from: number; until: number; isOpen: boolean }, most = MOST_SILENT): Filled[] | undefined {
    const ways: Filled[][] = []
    for (let to = from; to <= until; to++) {
      const arrivals = this.arrivalsOf({ from, to }, isOpen ? LAST_LATEST : LATEST)
      if (arrivals.length === 0) continue
      const rest = to === until || isOpen ? [] : most > 1 ? this.lay({ from: to + 1, until, isOpen }, most - 1) : undefined
      if (!rest) continue
      for (const arrival of arrivals) ways.push([{ counts: this.series.payments.linesOf({ from, to }), arrival }, ...rest])
    }
    return ways.length === 1 ? ways[0] : undefined
  }

  private arrivalsOf(days: { from: number; to: number }, latest: number): number[] {
    const { payments, index } = this.series
    const [first = 0] = payments.linesOf(days)
    const amount = payments.sumOf(days) * this.rate.ratio
    const off = this.rate.tolerance === 0 ? 0 : Math.max(1, amount * SILENT_SPREAD)
    const found: number[] = []
    const day = payments.lastDayOf(days)
    for (let lag = 0; lag <= latest; lag++) {
      for (const at of this.place.silent(day + lag)) {
        if (index.currencies[at] !== index.currencies[first]) continue
        if (Math.abs((index.lines[at]?.net ?? 0) - amount) <= off) found.push(at)
      }
    }
    return found
  }
}

/** Without the platform's name the share that arrives must be the usual one. */
const SILENT_SPREAD = 0.0003

const SCORES: Readonly<Record<Fit, number>> = { same: 97, less: 88, home: 82 }

function* drafts({ index, payments, arrivals }: Series, stretches: readonly Stretch[], fit: Fit): Generator<LandingDraft> {
  for (const stretch of stretches) {
    const arrival = arrivals[stretch.landed]?.at
    const counts = payments.linesOf(stretch)
    if (arrival === undefined || counts.length === 0) continue
    const reason = stretch.isMonth ? monthReason(index, counts) : sumReason(index, counts)
    yield { counts, arrival, score: SCORES[fit], reasons: [reason, FITS[fit], ...namedReason(index, counts[0])] }
  }
}

function sumReason({ lines }: LineIndex, at: readonly number[]): string {
  const [from, to] = [lines[at[0] ?? 0]?.day ?? '', lines[at.at(-1) ?? 0]?.day ?? '']
  return at.length === 1 ? `It is the payment of ${from}.` : `These are the ${at.length} lines from ${from} to ${to}.`
}

function monthReason({ lines }: LineIndex, at: readonly number[]): string {
  const month = monthOf(lines[at[0] ?? 0]?.day ?? '')
  return at.length === 1 ? `There is one line in ${month}.` : `These are the ${at.length} lines of ${month}.`
}
