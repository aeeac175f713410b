import { mayLand } from './double.ts'
import type { LineIndex } from './double-index.ts'
import type { Arrivals } from './landing-arrivals.ts'
import { FITS, LANDING_TOLERANCE, namedReason, type Fit, type LandingDraft } from './landing-draft.ts'

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
  /** Positions in the index. */
  payout: number
  arrival: number
  lag: number
  fit: Fit
  /** What arrived, as a share of what was sent. */
  ratio: number
  isNamed: boolean
}

/** Payouts that have a line of their own, in one place after the other. */
export function* byPayout(index: LineIndex, free: Uint8Array, places: readonly Arrivals[]): Generator<LandingDraft> {
  const payouts: number[] = []
  for (const [i, line] of index.lines.entries()) if (line.kind === 'transfer' && line.net < 0 && free[i]) payouts.push(i)
  const draft = (one: Landing) => draftFrom(index, one)
  for (const own of Map.groupBy(payouts, (at) => index.streams[at]).values()) {
    const { stream, platform } = index.lines[own[0] ?? 0] ?? {}
    const open = places.filter((place) => place.stream !== stream && mayLand(platform ?? '', place.platform))
    const all = open.map((place) => ({ named: landings(own, place, namedOf), silent: landings(own, place, silentOf) }))
    const known = new Set(all.flatMap(({ named }) => named.map(({ payout }) => payout)))
    for (const { named, silent } of all) {
      const usual = usualOf(named)
      yield* named.filter((one) => usual(one, one.fit === 'home' ? RATE_SPREAD : FEE_SPREAD)).map(draft)
      // Where arrivals usually tell their platform, one that does not must be as usual, and of a payout that no other may be.
      const rest = silent.filter(({ payout }) => !known.has(payout))
      yield* rest
        .filter((one) => (named.length < ENOUGH ? known.size < ENOUGH && one.fit === 'same' : usual(one, SILENT_SPREAD)))
        .map(draft)
    }
  }

  function landings(own: readonly number[], place: Arrivals, of: typeof namedOf): Landing[] {
    return own.flatMap((payout) => of(index, payout, place))
  }
}

function namedOf(index: LineIndex, payout: number, place: Arrivals): Landing[] {
  const day = index.days[payout] ?? 0
  const platform = index.lines[payout]?.platform ?? ''
  return place.within(platform, day + LANDING_DAYS.earliest, day + LANDING_DAYS.latest).flatMap((arrival) => {
    const fit = fitOf(index, payout, arrival.at)
    return fit ? [{ payout, arrival: arrival.at, lag: arrival.day - day, isNamed: true, ...fit }] : []
  })
}

function silentOf(index: LineIndex, payout: number, place: Arrivals): Landing[] {
  const day = index.days[payout] ?? 0
  const found: Landing[] = []
  for (let lag: number = LANDING_DAYS.earliest; lag <= LANDING_DAYS.latest; lag++) {
    for (const arrival of place.silent(day + lag)) {
      const fit = fitOf(index, payout, arrival)
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

function draftFrom(index: LineIndex, { payout, arrival, lag, fit, isNamed }: Landing): LandingDraft {
  const score = SCORES[fit] + (isNamed ? 5 : 0)
  return { counts: [payout], arrival, score, reasons: [FITS[fit], daysAfter(lag), ...(isNamed ? namedReason(index, payout) : [])] }
}

/** In which way the arrival is what was sent; undefined where it is not. */
function fitOf({ lines }: LineIndex, from: number, to: number): { fit: Fit; ratio: number } | undefined {
  const [payout, arrival] = [lines[from], lines[to]]
  if (!payout || !arrival) return undefined
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
