/** How many things have a hue of their own; everything past them shares a grey. */
export const HUES = 4

/** A colour by meaning: its fill, and the darker edge that keeps light fills apart from the paper. */
export interface Hue {
  fill: string
  edge: string
}

export const OTHER: Hue = { fill: 'var(--hue-other)', edge: 'var(--edge-other)' }

/** The hue of the n-th thing, counted from 0, in an order that never changes (by id, not by amount). */
export function hueOf(rank: number): Hue {
  return rank >= 0 && rank < HUES ? { fill: `var(--hue-${rank + 1})`, edge: `var(--edge-${rank + 1})` } : OTHER
}

/** Ranks of ids in the order in which they came into the book, so that a hue stays with its owner for ever. */
export function ranksById(ids: readonly number[]): Map<number, number> {
  return new Map([...new Set(ids)].sort((a, b) => a - b).map((id, rank) => [id, rank]))
}
