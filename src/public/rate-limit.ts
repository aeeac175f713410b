import { ProblemError } from '#http/problem.ts'

/** How often something may be done: so many at once, and one more after so many seconds. */
export interface Rate {
  burst: number
  secondsEach: number
}

/** Nobody who pledges for themselves comes near these; whoever writes a loop does at once. */
export const RATES = {
  /** Pledges of one caller to one venture, of one caller to all, to one venture, and of all callers together. */
  caller: { burst: 6, secondsEach: 120 },
  // An organisation announces a whole list to its recipients at once.
  list: { burst: 100, secondsEach: 30 },
  venture: { burst: 40, secondsEach: 15 },
  all: { burst: 400, secondsEach: 5 },
  /** Changes, uploads and visits to the portal with one signed link. */
  link: { burst: 20, secondsEach: 15 },
} as const satisfies Record<string, Rate>

/** Names that are remembered at once; beyond them the one that was quiet the longest is forgotten. */
const MOST_NAMES = 10_000

interface Bucket {
  /** Seconds of waiting that are saved up; one use costs as many as its rate says. Whole, so that nothing is lost in rounding. */
  saved: number
  /** Seconds since 1970. */
  at: number
}

/** A use of a bucket; `name` tells buckets of one rate apart. */
export interface Use {
  rate: Rate
  name: string
}

/**
 * Token buckets (https://en.wikipedia.org/wiki/Token_bucket): each holds `burst` and gains one every so many seconds. What is
 * remembered is bounded, and no name is ever written down.
 */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>()
  readonly #clock: () => string

  /** `clock` answers the instant now, as `2026-11-23T10:00:00Z`. */
  constructor(clock: () => string) {
    this.#clock = clock
  }

  /** How many names are remembered. */
  get size(): number {
    return this.#buckets.size
  }

  /** Takes one from each bucket, or from none: then it throws a problem that says when to try again. */
  take(...uses: Use[]): void {
    const now = Math.floor(Date.parse(this.#clock()) / 1000)
    const filled = uses.map(({ rate, name }) => ({ rate, name, saved: this.#saved({ rate, name }, now) }))
    const waits = filled.filter(({ rate, saved }) => saved < rate.secondsEach).map(({ rate, saved }) => rate.secondsEach - saved)
    if (waits.length > 0) throw tooMany(Math.max(...waits))
    for (const { rate, name, saved } of filled) this.#keep(name, { saved: saved - rate.secondsEach, at: now })
  }

  #saved({ rate, name }: Use, now: number): number {
    const most = rate.burst * rate.secondsEach
    const known = this.#buckets.get(name)
    return known ? Math.min(most, known.saved + Math.max(0, now - known.at)) : most
  }

  /** Written last, a name stands last: the first is the one that was quiet the longest. */
  #keep(name: string, bucket: Bucket): void {
    this.#buckets.delete(name)
    this.#buckets.set(name, bucket)
    if (this.#buckets.size <= MOST_NAMES) return
    const [quiet] = this.#buckets.keys()
    if (quiet !== undefined) this.#buckets.delete(quiet)
  }
}

function tooMany(seconds: number): ProblemError {
  const problem = new ProblemError(429, `Failed to take the request: too many came in a short time. Try again in ${seconds} s.`)
  problem.headers = { 'retry-after': String(seconds) }
  return problem
}
