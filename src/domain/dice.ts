/** A repeatable source of chance: the same seed rolls the same numbers everywhere. Whole numbers only, so that money can be made of them. */
export interface Dice {
  /** A number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True in about so many of a hundred rolls. */
  chance(percent: number): boolean
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T
}

/**
 * Dice from a seed (a 32-bit integer), by mulberry32 on 32-bit integers. Good enough for examples and tests, for nothing secret.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function dice(seed: number): Dice {
  let state = seed | 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const between = (low: number, high: number): number => low + (roll() % (high - low + 1))
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick(list) {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new RangeError('Failed to pick: the list is empty.')
      return found
    },
  }
}

/** A seed from a text, so that the same data roll the same numbers: FNV-1a over its UTF-16 units. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}
