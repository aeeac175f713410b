import { split, type Minor } from './money.ts'

/**
 * Splits a sum by weights so that the parts add up to it: each gets the whole units of its share, and the units that are left go to the
 * largest remainders, of equal ones to the earliest (https://en.wikipedia.org/wiki/Largest_remainder_method). A larger weight never gets
 * less, and equal weights differ by one unit at most. The sum and the weights are whole and at least 0; where all weights are 0 they count
 * as equal. No part of nothing: without weights the list is empty.
 */
export function allot(sum: Minor, weights: readonly number[]): Minor[] {
  const whole = [sum, ...weights].every((value) => Number.isSafeInteger(value) && value >= 0)
  if (!whole) throw new RangeError(`Failed to split ${sum} by ${weights.join(', ')}: give whole numbers of at least 0.`)
  if (weights.length === 0) return []
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (total === 0n) return split(sum, weights.length)
  const shares = weights.map((weight, at) => {
    const share = BigInt(sum) * BigInt(weight)
    return { at, part: Number(share / total), rest: share % total }
  })
  let left = shares.reduce((rest, { part }) => rest - part, sum)
  for (const share of shares.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1))) {
    if (left === 0) break
    share.part += 1
    left -= 1
  }
  return shares.map(({ part }) => part)
}

/** A line of a sum that is split: its weight, and its amount where a person has set it. */
export interface Share {
  weight: number
  /** Null where the split decides. */
  set: Minor | null
}

/**
 * Splits a sum where some amounts are set by hand: those stay, and the others share what is left by their weights. Null where the set
 * amounts are more than the sum, or less with nobody left to take the rest.
 */
export function allotAround(sum: Minor, shares: readonly Share[]): Minor[] | null {
  const left = shares.reduce((rest, { set }) => rest - (set ?? 0), sum)
  const open = shares.filter(({ set }) => set === null)
  if (left < 0 || (open.length === 0 && left !== 0)) return null
  const parts = allot(
    left,
    open.map(({ weight }) => weight),
  ).values()
  return shares.map(({ set }) => set ?? parts.next().value ?? 0)
}
