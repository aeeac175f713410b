import type { Sighting } from '#domain/entry.ts'
import { findNamed, Columns, type Column } from './columns.ts'
import type { CsvRow } from './csv.ts'
import { DateOrder, type NumberOrder, type SaidOrder } from './date-order.ts'
import { complaint, Fields, nonRow } from './fields.ts'
import type { FileFacts, Layout, Reader, RowOutcome } from './read.ts'
import { SeenOnce } from './repeats.ts'
import { readTable, type OpenTable, type TableReading, type TableStart } from './table.ts'

export type Found<Name extends string> = Record<Name, Column>

/** A layout in which each row tells a thing of its own, under columns that are known by their names. */
export interface PlainTable<Name extends string> {
  layout: Omit<Layout, 'why'>
  /** Why a file is taken for this layout, as a sentence. */
  why: string
  /** Each column's names, the best known first. */
  names: Readonly<Record<Name, readonly string[]>>
  /** Columns that no row can do without; by them the layout is recognised. */
  needed: readonly NoInfer<Name>[]
  /** What tells the layout from others that have the needed columns as well. */
  is?(columns: Columns, found: Found<NoInfer<Name>>): boolean
  /** Where to get the file again, as a sentence. */
  again: string
  open(found: Found<NoInfer<Name>>, start: TableStart): TableReading
}

/** The reader of a plain table. */
export function plainReader<Name extends string>(table: PlainTable<Name>): Reader {
  const missing = (found: Found<Name>) => table.needed.find((name) => found[name].index < 0)
  const open: OpenTable = (start) => {
    const found = findNamed(start.columns, table.names)
    const lacks = missing(found)
    if (lacks === undefined) return table.open(found, start)
    return `This is not the layout "${table.layout.name}": it has no column "${found[lacks].name}". ${table.again}`
  }
  return {
    layout: table.layout,
    recognise({ header }) {
      const columns = new Columns(header)
      const found = findNamed(columns, table.names)
      if (missing(found) !== undefined) return undefined
      return table.is?.(columns, found) === false ? undefined : table.why
    },
    read: (chunks, options) => readTable(chunks, options, { open }),
  }
}

/** How one row is read. */
export interface RowRules<Told> {
  /** What a row tells, or the reason why it is no payment. A cell that cannot be read makes the row a complaint. */
  take(fields: Fields, order: NumberOrder | undefined): Told | string
  lines(told: Told): Sighting[]
  /** The platform's own id of what a row tells, where that occurs once in a file; and the column it stands in. */
  id?: { of(told: Told): string; column: Column }
  /** The column of dates whose order is not known: rows are held back until a date proves it. */
  dates?: { column: Column; said?: SaidOrder | undefined; otherwise?(): NumberOrder | undefined }
}

/** Reads rows one by one; those that repeat an id are counted once. */
export class PlainRows<Told> implements TableReading {
  readonly #rules: RowRules<Told>
  readonly #fields = new Fields()
  readonly #seen = new SeenOnce()
  readonly #dates: DateOrder | undefined

  constructor(rules: RowRules<Told>) {
    this.#rules = rules
    const { dates } = rules
    if (dates === undefined) return
    const ordered = {
      dateOf: ({ cells }: CsvRow) => cells[dates.column.index] ?? '',
      read: (row: CsvRow, order: NumberOrder | undefined) => this.#read(row, order),
      ...(dates.otherwise && { otherwise: dates.otherwise }),
    }
    this.#dates = new DateOrder(ordered, dates.said)
  }

  /** The order of day and month that was found, for the preview. */
  get order(): NumberOrder | undefined {
    return this.#dates?.order
  }

  /** The same with its reason, as facts of the file; nothing where its dates have one order only. */
  get datesRead(): Pick<FileFacts, 'dates'> {
    const dates = this.#dates?.dates
    return dates ? { dates } : {}
  }

  row(row: CsvRow): RowOutcome[] {
    return this.#dates ? this.#dates.row(row) : this.#read(row, undefined)
  }

  end(): RowOutcome[] {
    return this.#dates?.end() ?? []
  }

  #read(row: CsvRow, order: NumberOrder | undefined): RowOutcome[] {
    return this.#fields.read(
      row,
      (fields) => this.#rules.take(fields, order),
      (told) => [this.#once(row, told)],
    )
  }

  #once(row: CsvRow, told: Told | string): RowOutcome {
    if (typeof told === 'string') return nonRow(row.number, told)
    const { id, lines } = this.#rules
    if (id === undefined) return outcomeOf(row.number, lines(told))
    const seen = this.#seen.see(id.of(told), row.raw)
    if (seen === 'new') return outcomeOf(row.number, lines(told))
    if (seen === 'repeated') return nonRow(row.number, 'repeated row')
    const text = id.of(told)
    const reason = `The id ${text} stands in another row of this file, with other contents. It is counted once.`
    return complaint(row, { field: id.column.name, text, reason })
  }
}

/** A row whose lines only move money is a transfer; one that writes none tells of no money. */
export function outcomeOf(row: number, lines: Sighting[]): RowOutcome {
  if (lines.length === 0) return nonRow(row, 'amount is 0')
  return { outcome: lines.some((line) => line.kind !== 'transfer') ? 'lines' : 'transfer', row, lines }
}

/** A reading with facts about its file, and with rows that are none. */
export function withFacts(reading: TableReading, facts: () => Partial<FileFacts>, passOver?: TableReading['passOver']): TableReading {
  return {
    row: (row) => reading.row(row),
    end: () => reading.end?.() ?? [],
    facts,
    ...(passOver && { passOver }),
  }
}
