import type { Complaint } from '#contract/import.ts'
import type { Sighting } from '#domain/entry.ts'
import type { HourSighting } from '#domain/hours.ts'
import { lineTrouble } from '#domain/trouble.ts'
import type { ReadOptions, Reader, RowOutcome } from '#platforms/read.ts'

/** One row that writes lines. A transfer's lines are kept as well, and told apart. */
export interface LinesRow {
  transfer: boolean
  lines: Sighting[]
}

/** Rows of one account, in their order; or spans of time, which are of none. */
export interface LinesBatch {
  /** The account's id. */
  account: string
  rows: LinesRow[]
  hours: HourSighting[]
}

/** Where a file is read from, and how. */
export interface LinesSource {
  reader: Reader
  chunks: AsyncIterable<Uint8Array>
  options: ReadOptions
}

/** Rows that are handed on at once. */
const AT_ONCE = 1000

type Lined = Extract<RowOutcome, { lines: Sighting[] }>
/** A row that is saved some at a time. */
export type KeptRow = Lined | Extract<RowOutcome, { hour: HourSighting }>

/** Why lines of a row cannot be saved, as a complaint; undefined for a good row. */
export function troubleOf({ row, lines }: Lined): Complaint | undefined {
  for (const line of lines) {
    const trouble = lineTrouble(line)
    if (!trouble) continue
    const { field, text, reason } = trouble
    return { row, field, text, reason: `"${text}" ${reason}.`, raw: `${line.at} ${line.currency} ${line.name ?? ''}`.trim() }
  }
  return undefined
}

/** Gathers rows by their accounts, and spans of time. Keys and ties get the platform's id, so that no two platforms can meet in one stream. */
class Gathered {
  readonly #prefix: string
  #rows = new Map<string, LinesRow[]>()
  #hours: HourSighting[] = []
  #count = 0

  constructor(reader: Reader) {
    this.#prefix = `${reader.layout.platform}:`
  }

  /** Takes a row; hands out all of them once they are many. */
  add(row: KeptRow): LinesBatch[] {
    if (row.outcome === 'hours') this.#hours.push({ ...row.hour, key: this.#prefix + row.hour.key })
    else this.#addLines(row)
    this.#count += 1
    return this.#count < AT_ONCE ? [] : this.end()
  }

  #addLines({ outcome, account, lines }: Lined): void {
    const id = account?.id ?? ''
    const rows = this.#rows.get(id) ?? []
    this.#rows.set(id, rows)
    rows.push({ transfer: outcome === 'transfer', lines: lines.map((line) => prefixed(line, this.#prefix)) })
  }

  end(): LinesBatch[] {
    const batches: LinesBatch[] = [...this.#rows].map(([account, rows]) => ({ account, rows, hours: [] }))
    if (this.#hours.length > 0) batches.push({ account: '', rows: [], hours: this.#hours })
    this.#rows = new Map()
    this.#hours = []
    this.#count = 0
    return batches
  }
}

/** In place: a hundred thousand copies would cost more than reading. */
function prefixed(line: Sighting, prefix: string): Sighting {
  line.key = prefix + line.key
  if (line.tie !== undefined) line.tie = prefix + line.tie
  return line
}

/** Reads a file for its lines and hours alone, some at a time, so that a file of any size takes the memory of a small one. */
export async function* lineBatches({ reader, chunks, options }: LinesSource): AsyncGenerator<LinesBatch> {
  const gathered = new Gathered(reader)
  for await (const outcome of reader.read(chunks, options)) {
    const isLined = outcome.outcome === 'lines' || outcome.outcome === 'transfer'
    if (outcome.outcome === 'hours' || (isLined && !troubleOf(outcome))) yield* gathered.add(outcome)
  }
  yield* gathered.end()
}

/** How many more rows may be kept, over all files of a drop. */
export interface Room {
  rows: number
}

/** A drop of so many rows is kept as it is read; most are smaller. */
export function newRoom(): Room {
  return { rows: 110_000 }
}

/** A larger file has more rows than that, as a rule: to keep it until they are counted would only take room. In bytes. */
const MOST_KEPT = 40_000_000

/**
 * Lines of a file that is small enough to be kept, so that it is read once. They are kept as text, which takes a third of the
 * memory: lines themselves would hold on to all of the file that they are parts of.
 */
export class KeptLines {
  readonly #room: Room
  readonly #gathered: Gathered
  #batches: string[] | undefined = []
  #rows = 0

  /** `size` of the file in bytes. */
  constructor(reader: Reader, room: Room, size: number) {
    this.#gathered = new Gathered(reader)
    this.#room = room
    if (size > MOST_KEPT) this.#batches = undefined
  }

  add(row: KeptRow): void {
    if (!this.#batches) return
    this.#rows += 1
    this.#room.rows -= 1
    if (this.#room.rows >= 0) this.#keep(this.#gathered.add(row))
    else this.#giveUp()
  }

  /** What reads the lines, or undefined for a file that is too large. */
  end(): (() => Generator<LinesBatch>) | undefined {
    this.#keep(this.#gathered.end())
    const batches = this.#batches
    return (
      batches &&
      function* () {
        for (const text of batches) yield JSON.parse(text) as LinesBatch // as it was written
      }
    )
  }

  #keep(batches: readonly LinesBatch[]): void {
    for (const batch of batches) this.#batches?.push(JSON.stringify(batch))
  }

  #giveUp(): void {
    this.#room.rows += this.#rows
    this.#batches = undefined
    this.#gathered.end()
  }
}
