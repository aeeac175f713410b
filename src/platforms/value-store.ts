/** Values that are put away together: more would cost time to look one up, fewer would take more room. */
const TOGETHER = 64

/**
 * Values by number, as the bytes of their JSON outside of the heap: where something must be remembered of each row of a large file,
 * texts and objects of their own would take several times as much.
 */
export class ValueStore<Value> {
  readonly #blocks: Uint8Array[] = []
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder()
  #last: Value[] = []
  #read: { block: number; values: Value[] } = { block: -1, values: [] }

  /** How many values there are; they are numbered from 0. */
  get count(): number {
    return this.#blocks.length * TOGETHER + this.#last.length
  }

  /** Puts a value away; answers its number. */
  add(value: Value): number {
    const number = this.count
    this.#last.push(value)
    if (this.#last.length === TOGETHER) {
      this.#blocks.push(this.#encoder.encode(JSON.stringify(this.#last)))
      this.#last = []
    }
    return number
  }

  /** The value of a number; undefined for one that was never given. */
  get(number: number): Value | undefined {
    return this.#valuesOf(Math.floor(number / TOGETHER))[number % TOGETHER]
  }

  #valuesOf(block: number): Value[] {
    const bytes = this.#blocks[block]
    if (!bytes) return block === this.#blocks.length ? this.#last : []
    if (this.#read.block !== block) this.#read = { block, values: JSON.parse(this.#decoder.decode(bytes)) as Value[] } // as `add` wrote it
    return this.#read.values
  }
}
