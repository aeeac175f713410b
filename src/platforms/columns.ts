/** A column of a table; `index` is −1 for one that the file does not have. */
export interface Column {
  name: string
  index: number
}

export const NO_COLUMN: Column = Object.freeze({ name: '', index: -1 })

/** `Effective Date & Time`, `effective_date_time` and ` EFFECTIVE DATE / TIME ` are one name. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
}

/** The columns of a header, found by name in whatever order they stand; names may repeat. */
export class Columns {
  readonly names: readonly string[]
  /** How many columns have a name; those after the last named one come from trailing commas. */
  readonly width: number
  readonly #byName = new Map<string, Column[]>()

  constructor(header: readonly string[]) {
    this.names = header.map((name) => name.trim())
    this.width = this.names.findLastIndex((name) => name !== '') + 1
    for (const [index, name] of this.names.entries()) {
      const plain = plainName(name)
      const known = this.#byName.get(plain)
      if (known) known.push({ name, index })
      else this.#byName.set(plain, [{ name, index }])
    }
  }

  /** The first column with the first of these names that the file has; else one with index −1 that bears the first name. */
  find(...names: string[]): Column {
    for (const name of names) {
      const found = this.all(name)[0]
      if (found) return found
    }
    return { name: names[0] ?? '', index: -1 }
  }

  /** Every column of that name, from left to right. */
  all(name: string): readonly Column[] {
    return this.#byName.get(plainName(name)) ?? []
  }

  /** Whether the file has a column with one of these names. */
  has(...names: string[]): boolean {
    return this.find(...names).index >= 0
  }
}

/** The columns that a reader knows by several names each, found in a header. */
export function findNamed<Name extends string>(columns: Columns, names: Readonly<Record<Name, readonly string[]>>): Record<Name, Column> {
  // Every name of the table is turned into its column, so every name has one.
  return Object.fromEntries(Object.entries<readonly string[]>(names).map(([name, found]) => [name, columns.find(...found)])) as Record<
    Name,
    Column
  >
}

/** The name, as a reader has it first, of the first column that it needs and a header lacks. */
export function firstMissing<Name extends string>(
  columns: Columns,
  names: Readonly<Record<Name, readonly string[]>>,
  needed: readonly NoInfer<Name>[],
): string | undefined {
  const missing = needed.find((name) => !columns.has(...names[name]))
  return missing && names[missing][0]
}
