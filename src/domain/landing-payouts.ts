import { mayLand, type DoubleLine } from './double.ts'
import type { LineIndex } from './double-index.ts'
import type { Arrivals } from './landing-arrivals.ts'
import { draftOf, FITS, LANDING_TOLERANCE, namedReason, type Fit, type LandingDraft } from './landing-draft.ts'
import { dayNumber } from './month.ts'

/** Days from a payout to its arrival; one day earlier, since days are told in different zones. */
export const LANDING_DAYS = { earliest: -1, latest: 7 } as const
/** So many payouts that arrived tell how others do. */
const ENOUGH = 5
/** By how much the share that arrives may differ from the usual one, where a rate is in it and where none is. */
const RATE_SPREAD = 0.012
const FEE_SPREAD = 0.004
/** Without the platform's name the share must be the usual one to the last unit or two. */
const SILENT_SPREAD = 0.0005

interface Landing {
  payout: DoubleLine
  arrival: DoubleLine
  lag: number
  fit: Fit
  /** What arrived, as a share of what was sent. */
  ratio: number
  isNamed: boolean
}

/** Payouts that have a line of their own, in one place after the other. */
export function* byPayout(index: LineIndex, free: Uint8Array, places: readonly Arrivals[]): Generator<LandingDraft> {
  const payouts = index.lines.filter((line, i) => line.kind === 'transfer' && line.net < 0 && free[i] === 1)
  const all: { place: Arrivals; named: Landing[]; silent: Landing[] }[] = []
  for (const [stream, own] of Map.groupBy(payouts, (line) => line.stream)) {
    all.length = 0
    for (const place of places) {
      if (place.stream === stream || !mayLand(own[0]?.platform ?? '', place.platform)) continue
      all.push({ place, named: own.flatMap((payout) => namedOf(payout, place)), silent: own.flatMap((payout) => silentOf(payout, place)) })
    }
    const known = new Set(all.flatMap(({ named }) => named.map(({ payout }) => payout.key)))
    for (const { named, silent } of all) {
      const usual = usualOf(named)
      yield* named.filter((one) => usual(one, one.fit === 'home' ? RATE_SPREAD : FEE_SPREAD)).map(draftFrom)
      // Where arrivals usually tell their platform, one that does not must be as usual, and of a payout that no other may be.
      const rest = silent.filter(({ payout }) => !known.has(payout.key))
      yield* rest
        .filter((one) => (named.length < ENOUGH ? known.size < ENOUGH && one.fit === 'same' : usual(one, SILENT_SPREAD)))
        .map(draftFrom)
    }
  }
}

function namedOf(payout: DoubleLine, place: Arrivals): Landing[] {
  const day = dayNumber(payout.day)
  return place.within(payout.platform, day + LANDING_DAYS.earliest, day + LANDING_DAYS.latest).flatMap((arrival) => {
    const fit = fitOf(payout, arrival.line)
    return fit ? [{ payout, arrival: arrival.line, lag: arrival.day - day, isNamed: true, ...fit }] : []
  })
}

function silentOf(payout: DoubleLine, place: Arrivals): Landing[] {
  const day = dayNumber(payout.day)
  const found: Landing[] = []
  for (let lag: number = LANDING_DAYS.earliest; lag <= LANDING_DAYS.latest; lag++) {
    for (const arrival of place.silent(day + lag)) {
      const fit = fitOf(payout, arrival)
      if (fit) found.push({ payout, arrival, lag, isNamed: false, ...fit })
    }
  }
  return found
}

/** Tells whether a landing is like most that are named: the same share arrived. */
function usualOf(named: readonly Landing[]): (landing: Landing, spread: number) => boolean {
  const usual = new Map<Fit, number>()
  for (const [fit, some] of Map.groupBy(named, (one) => one.fit)) {
    const ratios = some.map(({ ratio }) => ratio).sort((a, b) => a - b)
    const middle = ratios[ratios.length >> 1]
    // What is the same only now and then is so by chance, and so is what differs.
    if (middle !== undefined && (named.length < ENOUGH || some.length * 5 >= named.length)) usual.set(fit, middle)
  }
  return ({ fit, ratio }, spread) => {
    const middle = usual.get(fit)
    return middle !== undefined && (named.length < ENOUGH || Math.abs(ratio - middle) <= spread)
  }
}

const SCORES: Readonly<Record<Fit, number>> = { same: 93, less: 84, home: 84 }

function draftFrom({ payout, arrival, lag, fit, isNamed }: Landing): LandingDraft {
  const score = SCORES[fit] + (isNamed ? 5 : 0)
  return draftOf({ counts: [payout], arrival, score, reasons: [FITS[fit], daysAfter(lag), ...(isNamed ? namedReason(payout) : [])] })
}

/** In which way the arrival is what was sent; undefined where it is not. */
function fitOf(payout: DoubleLine, arrival: DoubleLine): { fit: Fit; ratio: number } | undefined {
  if (payout.currency === arrival.currency) {
    const sent = 0 - payout.net
    if (sent === arrival.net || sent === arrival.gross) return { fit: 'same', ratio: 1 }
    return isWithin(arrival.net, sent, LANDING_TOLERANCE.gained) ? { fit: 'less', ratio: arrival.net / sent } : undefined
  }
  if (payout.home === null || arrival.home === null) return undefined
  const sent = 0 - payout.home
  return isWithin(arrival.home, sent, LANDING_TOLERANCE.lost) ? { fit: 'home', ratio: arrival.home / sent } : undefined
}

function isWithin(arrived: number, sent: number, gained: number): boolean {
  return sent > 0 && arrived >= sent * (1 - LANDING_TOLERANCE.lost) && arrived <= sent * (1 + gained)
}

function daysAfter(lag: number): string {
  if (lag === 0) return 'It arrived on the same day.'
  return `It arrived ${Math.abs(lag)} ${Math.abs(lag) === 1 ? 'day' : 'days'} ${lag < 0 ? 'before' : 'after'}.`
}
