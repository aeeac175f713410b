import type { LineIndex } from './double-index.ts'

/**
 * Lines by what they agree in, told as a number from 0, then by stream, then by day: each run is a stretch of lines that agree in
 * both. Nothing but columns, laid out in linear time.
 */
export class Runs {
  /** Positions of lines in the index. */
  readonly lines: Int32Array
  /** Where each run begins, and at last where the last one ends. */
  readonly starts: Int32Array
  /** The number of each run's stream. */
  readonly streams: Int32Array
  private readonly agree: Int32Array
  private readonly days: Int32Array
  /** The first run by what its lines agree in. */
  private readonly firsts: Int32Array
  /** How far each run was looked through. */
  private cursors: Int32Array

  /** `agree[i]` tells in what the line at position `lines[i]` agrees with others; a line may stand there several times. */
  constructor(index: LineIndex, { agree, lines }: { agree: Int32Array; lines: Int32Array }) {
    const groups = agree.reduce((most, value) => Math.max(most, value), -1) + 1
    const inStreams = sorted(
      lines.map((_, i) => i),
      (i) => index.streams[lines[i] ?? 0] ?? 0,
      index.ofStream.length,
    )
    const order = sorted(inStreams, (i) => agree[i] ?? 0, groups)
    this.lines = order.map((i) => lines[i] ?? 0)
    this.days = this.lines.map((line) => index.days[line] ?? 0)
    this.firsts = new Int32Array(groups).fill(-1)
    const starts: number[] = []
    for (const [at, i] of order.entries()) {
      const last = order[at - 1]
      const isSame = last !== undefined && agree[last] === agree[i] && index.streams[lines[last] ?? 0] === index.streams[lines[i] ?? 0]
      if (!isSame) starts.push(at)
    }
    this.agree = Int32Array.from(starts, (at) => agree[order[at] ?? 0] ?? 0)
    this.streams = Int32Array.from(starts, (at) => index.streams[this.lines[at] ?? 0] ?? 0)
    for (let run = starts.length - 1; run >= 0; run--) this.firsts[this.agree[run] ?? 0] = run
    this.starts = Int32Array.from([...starts, order.length])
    this.cursors = this.starts.slice()
  }

  get count(): number {
    return this.streams.length
  }

  /** The first run of those that agree in a number; −1 for none. The others follow it. */
  first(agree: number): number {
    return this.firsts[agree] ?? -1
  }

  /** Whether there is such a run, and it is of those that agree in a number. */
  agrees(run: number, agree: number): boolean {
    return this.agree[run] === agree
  }

  length(run: number): number {
    return (this.starts[run + 1] ?? 0) - (this.starts[run] ?? 0)
  }

  /** The first place in a run at or after a day. Days must be asked for in their order, or after `rewind`: so all of them cost one look through. */
  firstOn(run: number, day: number): number {
    const end = this.starts[run + 1] ?? 0
    let at = this.cursors[run] ?? 0
    while (at < end && (this.days[at] ?? 0) < day) at++
    this.cursors[run] = at
    return at
  }

  dayAt(place: number): number {
    return this.days[place] ?? 0
  }

  rewind(): void {
    this.cursors = this.starts.slice()
  }
}

/** Sorts by a whole number from 0 to below `count`, and leaves equal ones in their order. */
function sorted(list: Int32Array, numberOf: (value: number) => number, count: number): Int32Array {
  const places = new Int32Array(count + 1)
  for (const value of list) places[numberOf(value) + 1] = (places[numberOf(value) + 1] ?? 0) + 1
  for (let i = 1; i <= count; i++) places[i] = (places[i] ?? 0) + (places[i - 1] ?? 0)
  const made = new Int32Array(list.length)
  for (const value of list) {
    const place = places[numberOf(value)] ?? 0
    made[place] = value
    places[numberOf(value)] = place + 1
  }
  return made
}
