import type { Complaint } from '#contract/import.ts'
import type { Sighting } from '#domain/entry.ts'
import { lineTrouble } from '#domain/trouble.ts'
import type { ReadOptions, Reader, RowOutcome } from '#platforms/read.ts'

/** One row that writes lines. A transfer's lines are kept as well, and told apart. */
export interface LinesRow {
  transfer: boolean
  lines: Sighting[]
}

/** Rows of one account, in their order. */
export interface LinesBatch {
  /** The account's id. */
  account: string
  rows: LinesRow[]
}

/** Where a file is read from, and how. */
export interface LinesSource {
  reader: Reader
  chunks: AsyncIterable<Uint8Array>
  options: ReadOptions
}

/** Rows that are held at once. */
const HELD = 2000

type Lined = Extract<RowOutcome, { lines: Sighting[] }>

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

/**
 * Reads a file for its lines alone, some at a time, so that a file of any size takes the memory of a small one. Keys and ties get
 * the platform's id, so that no two platforms can meet in one stream.
 */
export async function* lineBatches({ reader, chunks, options }: LinesSource): AsyncGenerator<LinesBatch> {
  const prefix = `${reader.layout.platform}:`
  let held = new Map<string, LinesRow[]>()
  let count = 0
  for await (const outcome of reader.read(chunks, options)) {
    if (outcome.outcome !== 'lines' && outcome.outcome !== 'transfer') continue
    if (troubleOf(outcome)) continue
    const account = outcome.account?.id ?? ''
    const rows = held.get(account) ?? []
    held.set(account, rows)
    rows.push({ transfer: outcome.outcome === 'transfer', lines: outcome.lines.map((line) => prefixed(line, prefix)) })
    count += 1
    if (count < HELD) continue
    yield* handedOut(held)
    held = new Map()
    count = 0
  }
  yield* handedOut(held)
}

function* handedOut(held: ReadonlyMap<string, LinesRow[]>): Generator<LinesBatch> {
  for (const [account, rows] of held) yield { account, rows }
}

/** In place: a hundred thousand copies would cost more than reading. */
function prefixed(line: Sighting, prefix: string): Sighting {
  line.key = prefix + line.key
  if (line.tie !== undefined) line.tie = prefix + line.tie
  return line
}
