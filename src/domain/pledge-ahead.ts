import { monthOf, monthsBetween, type Month } from './month.ts'
import { MONTHS_OF, type Pledge, type PledgeStanding } from './pledge.ts'

/** What is known of one pledge. */
export interface PledgeAhead {
  rhythm: Pledge['rhythm']
  standing: PledgeStanding
  /** Months that its newest payment is said to cover in the ledger; null where none came yet. */
  paidFor: number | null
}

/**
 * The months ahead, counted from the running one, in which a pledge is due and no past month tells of it (METRICS 9, step 5). One
 * that is paid every month goes on in the draws, and a payment that covers several months is due again by itself: of both nothing
 * is said here. What has ended, was cancelled or is at risk is not counted on.
 */
export function pledgeDues(
  { rhythm, standing, paidFor }: PledgeAhead,
  { running, horizon }: { running: Month; horizon: number },
): number[] {
  const { state, due } = standing
  if (due === null || state === 'ended' || state === 'cancelled' || state === 'at-risk') return []
  const step = MONTHS_OF[rhythm]
  if (paidFor !== null && (step === null || step === 1 || paidFor > 1)) return []
  const first = monthsBetween(running, monthOf(due))
  const all = step === null ? [first] : Array.from({ length: Math.ceil((horizon - first) / step) }, (_, i) => first + i * step)
  return all.filter((ahead) => ahead >= 0 && ahead < horizon)
}
