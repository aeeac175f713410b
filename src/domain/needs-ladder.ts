import type { Minor } from './money.ts'

/** Something that pays, in the basis of the needs; amounts are of one month. */
export interface Carrier {
  /** What can be counted on. */
  dependable: Minor
  /** What it brings in the month in the middle. */
  usual: Minor
  /** What it brings on average: the dependable part of it orders the carriers. */
  mean: Minor
}

/** One part of a need that is paid; `by` is the place of the carrier in the list that was given. */
export interface PaidPart {
  by: number
  amount: Minor
  /** Whether it can be counted on. */
  firm: boolean
}

/** One need of the ladder. Firm: paid by what can be counted on alone; usual: by medians; open: not all of it. */
export interface Rung {
  state: 'firm' | 'usual' | 'open'
  paid: PaidPart[]
  /** What nothing pays. */
  open: Minor
}

/**
 * Fills needs from the top with the most dependable money first, and keeps which carrier pays what (FEATURES N11). What can be
 * counted on fills all it can; then what a usual month brings beyond that fills on, again from the top.
 */
export function needsLadder(needs: readonly Minor[], carriers: readonly Carrier[]): Rung[] {
  const order = carriers.map((_, i) => i).sort((a, b) => byDependability(carriers[a], carriers[b]) || a - b)
  const open = [...needs]
  const paid: PaidPart[][] = needs.map(() => [])
  const fill = (firm: boolean, has: (carrier: Carrier) => Minor) => {
    const left = carriers.map((carrier) => Math.max(0, has(carrier)))
    for (const [rung, parts] of paid.entries()) {
      for (const by of order) {
        const amount = Math.min(open[rung] ?? 0, left[by] ?? 0)
        if (amount <= 0) continue
        open[rung] = (open[rung] ?? 0) - amount
        left[by] = (left[by] ?? 0) - amount
        parts.push({ by, amount, firm })
      }
    }
  }
  fill(true, ({ dependable }) => dependable)
  fill(false, ({ dependable, usual }) => usual - Math.max(0, dependable))
  return paid.map((parts, rung) => {
    const rest = open[rung] ?? 0
    return { state: rest > 0 ? 'open' : parts.some(({ firm }) => !firm) ? 'usual' : 'firm', paid: parts, open: rest }
  })
}

/** The one of which more can be counted on, of what it brings on average, comes first; of equals the larger. */
function byDependability(a: Carrier | undefined, b: Carrier | undefined): number {
  if (!a || !b) return 0
  const share =
    BigInt(Math.max(0, b.dependable)) * BigInt(Math.max(1, a.mean)) - BigInt(Math.max(0, a.dependable)) * BigInt(Math.max(1, b.mean))
  return share === 0n ? b.dependable - a.dependable : share > 0n ? 1 : -1
}
