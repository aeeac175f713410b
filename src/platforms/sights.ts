import type { PatronSight } from '#domain/patron-sight.ts'
import type { CsvRow } from './csv.ts'
import { complaint, Fields, nonRow } from './fields.ts'
import type { Account, FileFacts, RowOutcome } from './read.ts'
import { SeenOnce } from './repeats.ts'
import type { TableReading } from './table.ts'

/** How one row of a list of patrons is read. */
export interface SightRules {
  /** Who a row tells of, or the reason why it tells of nobody. A cell that cannot be read makes the row a complaint. */
  take(fields: Fields): PatronSight | string
  account?: Account
  facts(): Partial<FileFacts>
}

/** Reads a list of patrons row by row; one who stands in it twice is taken once. */
export class SightRows implements TableReading {
  readonly #rules: SightRules
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()

  constructor(rules: SightRules) {
    this.#rules = rules
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#rules.take(fields),
      (sight) => [this.#once(row, sight)],
    )
  }

  facts(): Partial<FileFacts> {
    return this.#rules.facts()
  }

  #once(row: CsvRow, patron: PatronSight | string): RowOutcome {
    if (typeof patron === 'string') return nonRow(row.number, patron)
    const seen = this.#seen.see(patron.key, row.raw)
    const { account } = this.#rules
    if (seen === 'new') return { outcome: 'patron', row: row.number, patron, ...(account && { account }) }
    if (seen === 'repeated') return nonRow(row.number, 'repeated row')
    const reason = `The patron "${patron.key}" stands in another row of this file, with other contents. They are taken once.`
    return complaint(row, { field: '', text: patron.key, reason })
  }
}

const LONGEST = 200

/** A key as it is kept: what tells two rows apart must do so in this. */
export function sightKey(key: string): string {
  return key.slice(0, LONGEST)
}

/** A sight with its fields in one order, words that are not told left out. */
export function sightOf(sight: Omit<PatronSight, 'patron' | 'name' | 'since' | 'lifetime'> & Words): PatronSight {
  const { key, patron, name, patrons, status, amount, currency, every, since, day, lifetime } = sight
  return {
    key: sightKey(key),
    ...(patron && { patron: patron.slice(0, LONGEST) }),
    ...(name && { name: name.replace(/\s+/g, ' ').trim().slice(0, LONGEST) }),
    patrons,
    status,
    amount,
    currency,
    every,
    ...(since && { since }),
    ...(day !== undefined && { day }),
    ...(lifetime !== undefined && { lifetime }),
  }
}

interface Words {
  patron?: string | undefined
  name?: string | undefined
  since?: string | undefined
  lifetime?: number | undefined
}

/** Keeps the newest of the moments that rows tell, as the file's as-of. */
export class Newest {
  #moment = ''

  see(moment: string): void {
    if (moment > this.#moment) this.#moment = moment
  }

  get facts(): Pick<FileFacts, 'asOf'> {
    return this.#moment === '' ? {} : { asOf: this.#moment }
  }
}
