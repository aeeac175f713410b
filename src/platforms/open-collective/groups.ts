/** What the fees of a group belong to: a payment (its key where known, and its sight), or something that is no income. */
export type Owner = { counts: true; tie: string | undefined; sight: string } | { counts: false }

/** Makes a fee row's outcome once its owner is known; undefined for one whose group never showed what it is of. */
export type Settle<Outcome> = (owner: Owner | undefined) => Outcome

/** Groups that are remembered: rows of one movement stand near each other, and a large file has millions of them. */
const REMEMBERED = 50_000

/**
 * Rows of one movement share a group: a contribution, its host fee, its processor fee, its tax. They stand near each other, but
 * a file is written newest first and a fee may come before its contribution, so fees wait until their group is known.
 */
export class Groups<Outcome> {
  readonly #owners = new Map<string, Owner>()
  readonly #waiting = new Map<string, Settle<Outcome>[]>()

  /** Says what a group is of. A payment outweighs everything else in its group. */
  own(group: string, owner: Owner): Outcome[] {
    if (group === '') return []
    const before = this.#owners.get(group)
    if (before === undefined || (owner.counts && !before.counts)) this.#owners.set(group, owner)
    if (this.#owners.size > REMEMBERED) this.#forgetOldest()
    const waiting = this.#waiting.size > 0 ? this.#waiting.get(group) : undefined
    if (!waiting) return []
    this.#waiting.delete(group)
    return waiting.map((settle) => settle(this.#owners.get(group)))
  }

  #forgetOldest(): void {
    for (const [group] of this.#owners) {
      this.#owners.delete(group)
      return
    }
  }

  /** Settles a fee now, or once its group is known. */
  belong(group: string, settle: Settle<Outcome>): Outcome[] {
    const owner = this.#owners.get(group)
    if (owner || group === '') return [settle(owner)]
    const waiting = this.#waiting.get(group)
    if (waiting) waiting.push(settle)
    else this.#waiting.set(group, [settle])
    return []
  }

  /** Settles what still waits: fees whose group has no other row in the file. */
  end(): Outcome[] {
    return [...this.#waiting.values()].flat().map((settle) => settle(undefined))
  }
}
