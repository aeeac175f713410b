import type { Minor } from '#domain/money.ts'

/** Lines of an axis at round values; a chart is as high as it needs to be, so the last line may stand below its top. */
export interface Scale {
  low: Minor
  high: Minor
  ticks: Minor[]
}

const STEPS = [1, 2, 5]

/** The smallest round step (1, 2 or 5 with zeros) of which `range` holds at most `most`; at least one minor unit. */
function roundStep(range: Minor, most: number): Minor {
  for (let power = 1; ; power *= 10) {
    for (const step of STEPS) if (range <= step * power * most) return step * power
  }
}

/** A scale from 0 (or the lowest below it) that holds every value, with a little room above, and at most five lines. */
export function scaleFor(values: readonly Minor[]): Scale {
  const top = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  const high = top + Math.ceil((top - low) / 12) || 1
  const step = roundStep(high - low, 5)
  const ticks: Minor[] = []
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick || 0)
  return { low, high, ticks }
}
