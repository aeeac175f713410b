/**
 * A 53-bit fingerprint of a text (cyrb53): rows are compared by it, so that a long file need not be kept in memory.
 * It only ever decides between "the same row again" and "another row with the same id".
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export function fingerprint(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}

/** Watches over ids that must occur once in a file. */
export class SeenOnce {
  readonly #rows = new Map<string, number>()

  /** `new` for an id not seen before, `repeated` for the very same row again, `conflict` for another row with the id. */
  see(id: string, raw: string): 'new' | 'repeated' | 'conflict' {
    const print = fingerprint(raw)
    const before = this.#rows.get(id)
    if (before === undefined) this.#rows.set(id, print)
    return before === undefined ? 'new' : before === print ? 'repeated' : 'conflict'
  }
}

/** Tells rows that share a key apart by their ordinal in the file: `key`, `key#2`, `key#3`. */
export class Ordinals {
  readonly #counts = new Map<string, number>()

  next(key: string): string {
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count === 1 ? key : `${key}#${count}`
  }
}
