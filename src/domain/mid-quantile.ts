import type { Minor } from './money.ts'

/** A value that draws have, with the share of draws below it and half of its own. */
interface Step {
  value: number
  at: number
}

/** The steps of sorted draws from the `from`-th on: as many of one value as there are make one. */
function* stepsOf(sorted: ArrayLike<number>): Generator<Step> {
  for (let i = 0; i < sorted.length;) {
    const value = sorted[i] ?? 0
    let end = i
    while (end < sorted.length && sorted[end] === value) end += 1
    yield { value, at: (i + end) / (2 * sorted.length) }
    i = end
  }
}

/**
 * The value below which a share of sorted values lies, by mid-distribution quantiles: linear between values, each at the middle of
 * its own mass (Parzen 1997; Ma, Genton and Parzen 2011). Draws of the next month are as few values as there are past months, and
 * by rank their tenth percentile jumps from one to the other as months are added. Whole units; 0 of none.
 */
export function midQuantile(sorted: ArrayLike<number>, share: number): Minor {
  let before: Step | undefined
  for (const step of stepsOf(sorted)) {
    if (share <= step.at) {
      if (!before) return step.value
      return Math.trunc(before.value + ((step.value - before.value) * (share - before.at)) / (step.at - before.at))
    }
    before = step
  }
  return before?.value ?? 0
}

/**
 * How probable it is that a value is reached, 0 to 1, by the same line; beyond the ends it goes on as steep until it is sure. Of
 * draws that are all the same it is 1 up to that value and 0 above it.
 */
export function midChance(sorted: ArrayLike<number>, value: number): number {
  const steps = [...stepsOf(sorted)]
  const above = steps.findIndex((step, i) => i > 0 && value <= step.value)
  const [a, b] = above < 0 ? steps.slice(-2) : [steps[above - 1], steps[above]]
  if (!a || !b) return a && value <= a.value ? 1 : 0
  const below = a.at + ((b.at - a.at) * (value - a.value)) / (b.value - a.value)
  return Math.min(1, Math.max(0, 1 - below))
}
