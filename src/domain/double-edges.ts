/** How many days later the second sight may stand; a day earlier, since days are told in different zones. */
export const PAIR_DAYS = { earliest: -1, latest: 3 } as const
export const PAIR_WIDTH = PAIR_DAYS.latest - PAIR_DAYS.earliest + 1
/** Share by which two currencies may differ after both were converted at the rate of their day. */
export const RATE_TOLERANCE = 0.025
/** In how many steps the distance of converted amounts is told. */
export const STEPS = 10

/** Which of the other's amounts is this one's: as it is, or at home, after both were converted. */
export const WAYS = ['gross', 'net', 'home', 'home net'] as const
export type Way = (typeof WAYS)[number]

/** Whether amounts agree only after they were converted, by the place in `WAYS`. */
export function isConverted(way: number): boolean {
  return way >= 2
}

/**
 * What two lines say of who paid. `like`: the one name holds the other's words. `here` and `there`: only the line that counts has a
 * name, or only its second sight. What a line with a name may meet comes first.
 */
export const NAMES = ['same', 'like', 'other', 'here', 'neither', 'there'] as const
export type Names = (typeof NAMES)[number]

/** Pairs of lines that may be one payment, in columns: there may be millions of them. */
export class Edges {
  length = 0
  /** Positions of both lines in the index. */
  a = new Int32Array(1024)
  b = new Int32Array(1024)
  /** Which two streams, and in which way their amounts agree: a number of `Flowing`. */
  flow = new Int32Array(1024)
  /** The run in which the second line was found: those of worth at home are numbered after those of amounts. */
  run = new Int32Array(1024)
  /** Place in `NAMES`. */
  names = new Uint8Array(1024)
  /** Days later, counted from `PAIR_DAYS.earliest`. */
  lag = new Uint8Array(1024)
  /** 1 where both stand within minutes of each other. */
  near = new Uint8Array(1024)
  /** How far converted amounts are from each other, of `STEPS`. */
  step = new Uint8Array(1024)

  /** Makes room for one more, and answers its place. */
  add(): number {
    if (this.length === this.a.length) this.grow()
    return this.length++
  }

  /** Drops those from a place on that are not wanted. */
  keep(from: number, isWanted: (place: number) => boolean): void {
    const columns = [this.a, this.b, this.flow, this.run, this.names, this.lag, this.near, this.step]
    let to = from
    for (let i = from; i < this.length; i++) {
      if (!isWanted(i)) continue
      for (const column of columns) column[to] = column[i] ?? 0
      to += 1
    }
    this.length = to
  }

  private grow(): void {
    const length = this.length + (this.length >> 1)
    const longer = <T extends Int32Array | Uint8Array>(column: T, made: T): T => {
      made.set(column)
      return made
    }
    for (const name of ['a', 'b', 'flow', 'run'] as const) this[name] = longer(this[name], new Int32Array(length))
    for (const name of ['names', 'lag', 'near', 'step'] as const) this[name] = longer(this[name], new Uint8Array(length))
  }
}

/** Numbers for two streams with the way in which their amounts agree, given as they are met. */
export class Flowing {
  readonly all: { counts: number; covered: number; way: number }[] = []
  private readonly numbers: Int32Array
  private readonly streams: number

  constructor(streams: number) {
    this.streams = streams
    this.numbers = new Int32Array(streams * streams * WAYS.length).fill(-1)
  }

  number(counts: number, covered: number, way: number): number {
    const place = (counts * this.streams + covered) * WAYS.length + way
    const known = this.numbers[place] ?? -1
    if (known >= 0) return known
    this.numbers[place] = this.all.length
    return this.all.push({ counts, covered, way }) - 1
  }
}
