import { dependable } from './dependable.ts'
import type { Band } from './forecast.ts'
import type { Minor } from './money.ts'
import { promisePaths, type FrozenPromise, type PromiseQuestion } from './promise.ts'
import { splitLike } from './smooth.ts'

/** What is asked of one month; all of it is known before the month begins. */
export interface DependableQuestion extends PromiseQuestion {
  /** What was frozen of the month at its beginning, in the home currency; null where nothing was. */
  promise: FrozenPromise | null
}

/** What could be counted on in one month (PRODUCT rule 9, METRICS 2: the tenth percentile of the forecast). */
export interface DependableMonth extends Band {
  /** What each stream brings of `low`, in the order of the question: their sum is `low`. */
  byStream: Minor[]
}

/**
 * What could be counted on in a month by the full months before it, never by later ones. A frozen promise stands as it was made;
 * where none was, the engine says what it would have promised. Either is parted by stream as the draws are. Null under six full
 * months without a promise, and where no stream brought anything.
 */
export function dependableMonth({ promise, ...question }: DependableQuestion): DependableMonth | null {
  const { streams } = question
  if (streams.length === 0) return null
  const paths = promisePaths(question)
  const drawn = paths && dependable(paths)
  const band = promise ?? drawn
  if (!band) return null
  const { low, middle, high } = band
  return { low, middle, high, byStream: parted(low, [drawn?.byStream ?? [], streams.map(pastOf), streams.map(() => 1)]) }
}

/** What a stream brought so far; one that took more than it brought has no part in what comes. */
function pastOf({ net }: PromiseQuestion['streams'][number]): Minor {
  return Math.max(
    0,
    net.reduce((sum, one) => sum + one, 0),
  )
}

/** Parts an amount by the first of some patterns that comes to anything. */
function parted(amount: Minor, patterns: readonly (readonly Minor[])[]): Minor[] {
  const pattern = patterns.find((parts) => parts.some((part) => part !== 0)) ?? []
  return amount === 0 ? pattern.map(() => 0) : splitLike(amount, pattern.map(Math.abs))
}
