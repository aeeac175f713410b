import type { CsvRow } from './csv.ts'
import { complaint, nonRow } from './fields.ts'
import { fingerprint, FingerprintMap } from './fingerprints.ts'
import type { RowOutcome } from './read.ts'

/** An id that must occur once, the column it stands in, and how a sentence begins that speaks of it. */
interface SeenId {
  id: string
  field: string
  what?: string
}

/** Watches over ids that must occur once in a file. */
export class SeenOnce {
  readonly #rows = new FingerprintMap()

  /** `new` for an id not seen before, `repeated` for the very same row again, `conflict` for another row with the id. */
  see(id: string, raw: string): 'new' | 'repeated' | 'conflict' {
    const [key, row] = [fingerprint(id), fingerprint(raw) >>> 0 || 1]
    const before = this.#rows.get(key)
    if (before === 0) this.#rows.set(key, row)
    return before === 0 ? 'new' : before === row ? 'repeated' : 'conflict'
  }

  /** What becomes of a row whose id stood in the file before, by the column it is in; undefined for one that is new. */
  again(row: Pick<CsvRow, 'number' | 'raw'>, { id, field, what = `The id ${id}` }: SeenId): RowOutcome | undefined {
    const seen = this.see(id, row.raw)
    if (seen === 'new') return undefined
    if (seen === 'repeated') return nonRow(row.number, 'repeated row')
    return complaint(row, {
      field,
      text: id,
      reason: `${what} stands in another row of this file, with other contents. It is counted once.`,
    })
  }
}

/** Tells rows that share a key apart by their ordinal in the file: `key`, `key#2`, `key#3`. */
export class Ordinals {
  readonly #counts = new FingerprintMap()

  next(key: string): string {
    const name = fingerprint(key)
    const count = this.#counts.get(name) + 1
    this.#counts.set(name, count)
    return count === 1 ? key : `${key}#${count}`
  }
}
