/** Watches over ids that must occur once in a file. */
export class SeenOnce {
  readonly #rows = new Map<string, string>()

  /** `new` for an id not seen before, `repeated` for the very same row again, `conflict` for another row with the id. */
  see(id: string, raw: string): 'new' | 'repeated' | 'conflict' {
    const before = this.#rows.get(id)
    if (before === undefined) this.#rows.set(id, raw)
    return before === undefined ? 'new' : before === raw ? 'repeated' : 'conflict'
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
