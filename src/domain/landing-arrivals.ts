import { mayLand, type DoubleLine } from './double.ts'
import { remembered, type LineIndex } from './double-index.ts'
import { platformsNamed } from './double-words.ts'

/** Money that came in somewhere, and may be a payout that landed. */
export interface Arrival {
  /** Its position in the index. */
  at: number
  day: number
  /** The platforms that its text names. */
  says: ReadonlySet<string>
}

/** Where one stream's payouts may have landed: what came in there, by day. */
export class Arrivals {
  /** Those whose text names a platform. */
  readonly naming: Arrival[] = []
  /** All others, by day. */
  private readonly byPlatform = new Map<string, Arrival[]>()
  private readonly others = new Map<number, number[]>()
  readonly stream: number
  readonly platform: string

  constructor(stream: number, platform: string) {
    this.stream = stream
    this.platform = platform
  }

  add(at: number, day: number, says: ReadonlySet<string>): void {
    if (says.size > 0) {
      this.naming.push({ at, day, says })
      return
    }
    const ofDay = this.others.get(day)
    if (ofDay) ofDay.push(at)
    else this.others.set(day, [at])
  }

  /** Those that name a platform, by day. */
  of(platform: string): readonly Arrival[] {
    const known = this.byPlatform.get(platform)
    if (known) return known
    const made = this.naming.filter(({ says }) => says.has(platform))
    this.byPlatform.set(platform, made)
    return made
  }

  /** Those of some days that name a platform. */
  within(platform: string, from: number, to: number): Arrival[] {
    const all = this.of(platform)
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((all[middle]?.day ?? 0) < from) low = middle + 1
      else high = middle
    }
    const found: Arrival[] = []
    for (let at = low; at < all.length; at++) {
      const one = all[at]
      if (!one || one.day > to) break
      found.push(one)
    }
    return found
  }

  /** Positions of those of a day whose text names no platform. */
  silent(day: number): readonly number[] {
    return this.others.get(day) ?? []
  }
}

/** What came in, by the streams in which payouts of another may land. */
export function arrivalsOf(index: LineIndex, free: Uint8Array): Arrivals[] {
  const { lines, days, streams, ofStream } = index
  const sources = [...new Set(ofStream.map(({ platform }) => platform))]
  const places = ofStream.map(({ id, platform }) =>
    sources.some((one) => mayLand(one, platform)) ? new Arrivals(id, platform) : undefined,
  )
  const said = remembered((text) => platformsNamed(text, sources))
  for (let i = 0; i < lines.length; i++) {
    const place = places[streams[i] ?? 0]
    const line = lines[i]
    if (!place || !line || !free[i] || line.net <= 0 || (line.kind !== 'payment' && line.kind !== 'adjustment')) continue
    place.add(i, days[i] ?? 0, saidBy(line, said))
  }
  return places.filter((place) => place !== undefined)
}

const NOTHING: ReadonlySet<string> = new Set()

function saidBy({ name, note, patron, ref }: DoubleLine, said: (text: string) => ReadonlySet<string>): ReadonlySet<string> {
  let all = name ? said(name) : NOTHING
  if (note) all = both(all, said(note))
  if (patron) all = both(all, said(patron))
  return ref ? both(all, said(ref)) : all
}

function both(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return other.size === 0 ? one : one.size === 0 ? other : new Set([...one, ...other])
}
