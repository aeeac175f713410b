import { MEMORY, streamParts, type StreamMonths } from './forecast-parts.ts'
import type { Minor } from './money.ts'
import { monthNumber, type Month } from './month.ts'

/** What rows of the past bring, row after row. */
export interface Rows {
  count: number
  streams: number
  /** Where each stream's recurring part stands now. */
  standing: Float64Array
  /** What each stream never fell under in these months, and not over nothing. */
  floors: Float64Array
  changes: Float64Array
  /** One-off parts with the season taken out. */
  oneOffs: Float64Array
  /** Factors of the season, stream after stream, January first. */
  seasons: Float64Array
  /** Years of the streams that keep to the calendar, each with January first; none of the others. */
  years: readonly (readonly (readonly Minor[])[])[]
  /** The calendar's place of the month that comes next, 0 for January. */
  nextPlace: number
}

/** What the last months of streams bring as rows, of months beginning with `first`; amounts in minor units of the home currency (METRICS 9, steps 1 to 3). */
export function rowsOf(streams: readonly StreamMonths[], first: Month): Rows {
  const parts = streams.map((stream) => streamParts(stream, first))
  const months = streams[0]?.net.length ?? 0
  const place = monthNumber(first) % 12
  // The first month of all has no change: there is nothing before it.
  const begin = Math.max(1, months - MEMORY + 1)
  const count = months - begin
  const changes = new Float64Array(count * parts.length)
  const oneOffs = new Float64Array(count * parts.length)
  for (const [s, { recurring, oneOff, season }] of parts.entries()) {
    const factors = Array.from({ length: count }, (_, row) => season[(place + begin + row) % 12] ?? 1)
    const scale = scaleOf(oneOff.slice(begin), factors)
    for (let row = 0; row < count; row += 1) {
      const i = begin + row
      changes[row * parts.length + s] = (recurring[i] ?? 0) - (recurring[i - 1] ?? 0)
      oneOffs[row * parts.length + s] = (scale * (oneOff[i] ?? 0)) / (factors[row] ?? 1)
    }
  }
  const standing = Float64Array.from(parts, ({ recurring }) => recurring.at(-1) ?? 0)
  const floors = Float64Array.from(streams, ({ net }) => Math.min(0, ...net.slice(begin)))
  const seasons = Float64Array.from(parts.flatMap(({ season }) => season))
  const years = parts.map((part) => part.years)
  return { count, streams: parts.length, standing, floors, changes, oneOffs, seasons, years, nextPlace: (place + months) % 12 }
}

/** By what values without their season are multiplied, so that drawn under any season they bring on the whole what the months did. */
function scaleOf(values: readonly number[], factors: readonly number[]): number {
  const [all, usual] = [sumOf(values), sumOf(factors)]
  const without = sumOf(values.map((value, i) => value / (factors[i] ?? 1)))
  const scale = (all * values.length) / (usual * without)
  return Number.isFinite(scale) && scale > 0 ? scale : 1
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0)
}

/** Goes one month ahead: moves every stream's standing part, fills `made` by stream where it is asked for, and gives the sum. */
export function step(rows: Rows, at: { row: number; month: number; standing: Float64Array }, made: Float64Array | null): Minor {
  const { streams, changes } = rows
  const { row, month, standing } = at
  let total = 0
  for (let s = 0; s < streams; s += 1) {
    const now = (standing[s] ?? 0) + (changes[row * streams + s] ?? 0)
    standing[s] = now
    // What recurs ends at nothing; a stream that only pays fees stays where it is. The path goes on below: were it turned back, a
    // stream that jumps would rise by being turned back alone.
    const recurring = Math.max(Math.min(0, rows.standing[s] ?? 0), now)
    const sum = Math.max(rows.floors[s] ?? 0, recurring + oneOffOf(rows, s, { row, month }))
    if (made) made[s] = sum
    total += sum
  }
  return total
}

/** What a stream brings once in a month: of a row, or where it keeps to the calendar of one of the years that it may be like. */
export function oneOffOf({ streams, oneOffs, seasons, years }: Rows, s: number, { row, month }: { row: number; month: number }): Minor {
  const own = years[s]
  if (own && own.length > 0) return own[row % own.length]?.[month] ?? 0
  return Math.trunc((oneOffs[row * streams + s] ?? 0) * (seasons[s * 12 + month] ?? 1))
}

/** What is sure of a month ahead: of the streams that bring the same from whichever row they are drawn, less what may be replaced. */
export function sureOf(rows: Rows, ahead: number, replaceable: readonly number[]): Minor {
  const { count, streams, nextPlace } = rows
  const month = (nextPlace + ahead) % 12
  let sure = 0
  for (let s = 0; s < streams; s += 1) {
    const isStill = Array.from({ length: count }, (_, row) => rows.changes[row * streams + s]).every((change) => change === 0)
    if (!isStill) continue
    const [only = 0, ...others] = new Set(Array.from({ length: count }, (_, row) => oneOffOf(rows, s, { row, month })))
    if (others.length > 0) continue
    sure += (rows.standing[s] ?? 0) + (replaceable.includes(s) ? Math.min(0, only) : only)
  }
  return sure
}
