import type { Sighting } from '#domain/entry.ts'
import type { HourSighting } from '#domain/hours.ts'
import { NOTHING, net, plus, type Amounts, type Minor } from '#domain/money.ts'
import type { PatronSight } from '#domain/patron-sight.ts'
import type { SaidOrder } from './date-order.ts'
import type { Complaint, FileFacts, Mapping, Reader, RowOutcome } from './read.ts'
import { readerById } from './registry.ts'

/** All that a reader says of a file, for tests. */
export interface WholeReading {
  outcomes: RowOutcome[]
  facts: FileFacts
  /** Lines that count, in the order of their rows. */
  lines: Sighting[]
  transfers: Sighting[]
  hours: HourSighting[]
  patrons: PatronSight[]
  complaints: Complaint[]
  /** Reasons of the rows that are no payments. */
  passedOver: string[]
  /** How many rows came to what. */
  counts: Record<string, number>
  sums: Amounts & { net: Minor }
}

export interface Reading {
  fileName?: string
  mapping?: Mapping
  home?: string
  dates?: SaidOrder
  chunk?: number
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

/** Reads a whole file with the reader of a layout. */
export async function readWhole(layout: string, content: string | Uint8Array, reading: Reading = {}): Promise<WholeReading> {
  const reader = readerById(layout)
  if (!reader) throw new Error(`Failed to read: there is no layout "${layout}".`)
  return readWith(reader, content, reading)
}

export async function readWith(reader: Reader, content: string | Uint8Array, reading: Reading = {}): Promise<WholeReading> {
  const { fileName = 'export.csv', mapping, home, dates, chunk = 1000 } = reading
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const outcomes: RowOutcome[] = []
  const said = { ...(mapping && { mapping }), ...(home !== undefined && { home }), ...(dates && { dates }) }
  const rows = reader.read(chunksOf(bytes, chunk), { fileName, ...said })
  for (;;) {
    const { done, value } = await rows.next()
    if (done) return gathered(outcomes, value)
    outcomes.push(value)
  }
}

function gathered(outcomes: RowOutcome[], facts: FileFacts): WholeReading {
  const sorted = outcomes.toSorted((a, b) => a.row - b.row)
  const all = sorted.flatMap((one) => (one.outcome === 'lines' || one.outcome === 'transfer' ? one.lines : []))
  const lines = all.filter((line) => line.kind !== 'transfer')
  const sums = lines.reduce<Amounts>(plus, NOTHING)
  const counts: Record<string, number> = {}
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return {
    outcomes: sorted,
    facts,
    lines,
    transfers: all.filter((line) => line.kind === 'transfer'),
    hours: sorted.flatMap((one) => (one.outcome === 'hours' ? [one.hour] : [])),
    patrons: sorted.flatMap((one) => (one.outcome === 'patron' ? [one.patron] : [])),
    complaints: sorted.filter((one) => one.outcome === 'complaint'),
    passedOver: sorted.flatMap((one) => (one.outcome === 'non-row' ? [one.reason] : [])),
    counts,
    sums: { ...sums, net: net(sums) },
  }
}
