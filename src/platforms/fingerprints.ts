/**
 * 53 bits of a text, never 0: by cyrb53, which spreads well and is fast. Among a million texts two share them once in 18,000 files.
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export function fingerprint(text: string): number {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 2_654_435_761)
    high = Math.imul(high ^ code, 1_597_334_677)
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  return 4_294_967_296 * (high & 2_097_151) + (low >>> 0) || 1
}

/** A large map is many small ones, so that one of them grows at a time: else there would be two of all of it while it does. */
const PARTS = 64
const FIRST_SIZE = 16
/** The share of places that may be taken, and how many times as many there are then. */
const FULL = 0.8
const GROWTH = 1.4

/**
 * Whole numbers of 32 bits by fingerprints, some 16 bytes for each: a file of millions of rows is looked over for what repeats
 * in it, and its own texts would hold all of it in memory.
 */
export class FingerprintMap {
  readonly #parts = Array.from({ length: PARTS }, () => new Part())

  /** The number of a fingerprint; 0 where there is none. */
  get(key: number): number {
    return this.#partOf(key).get(key)
  }

  set(key: number, value: number): void {
    this.#partOf(key).set(key, value)
  }

  #partOf(key: number): Part {
    return this.#parts[key % PARTS] ?? new Part()
  }
}

/** Open addressing with steps of one. */
class Part {
  #keys = new Float64Array(FIRST_SIZE)
  #values = new Uint32Array(FIRST_SIZE)
  #count = 0

  get(key: number): number {
    return this.#values[this.#placeOf(key)] ?? 0
  }

  set(key: number, value: number): void {
    const place = this.#placeOf(key)
    if (this.#keys[place] === 0) this.#count++
    this.#keys[place] = key
    this.#values[place] = value
    if (this.#count > this.#keys.length * FULL) this.#grow()
  }

  /** Where the fingerprint stands, or where it would. All of a part end in the same bits. */
  #placeOf(key: number): number {
    const last = this.#keys.length - 1
    let place = Math.floor(key / PARTS) % this.#keys.length
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = place === last ? 0 : place + 1
    return place
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values]
    const size = Math.ceil(keys.length * GROWTH)
    this.#keys = new Float64Array(size)
    this.#values = new Uint32Array(size)
    this.#count = 0
    for (const [i, key] of keys.entries()) if (key !== 0) this.set(key, values[i] ?? 0)
  }
}
