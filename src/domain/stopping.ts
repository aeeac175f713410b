import type { Minor } from './money.ts'

/** What one payer, stream, platform or currency brings by one stream in a month, after fees and refunds. */
export interface Part {
  stream: number
  net: Minor
}

/** A month as far as somebody may stop: what came, and what each stream brought of it. */
export interface Brought {
  total: Minor
  streams: readonly Part[]
}

/**
 * What goes with one who stops, by stream. What went back to them in one stream is taken off what they bring by others, the first
 * ones first: so it sums to their net, or to nothing for who took more back.
 */
export function goesWith(parts: readonly Part[]): Part[] {
  let back = parts.reduce((sum, { net }) => sum + Math.max(0, -net), 0)
  return parts
    .filter(({ net }) => net > 0)
    .map(({ stream, net }) => {
      const covered = Math.min(net, back)
      back -= covered
      return { stream, net: net - covered }
    })
}

/**
 * What is left of a month once all of `sources` stop (FEATURES N3). Whatever goes by more than one of them goes once: together they
 * take no stream more than it brings, so nobody's stopping ever adds anything.
 */
export function leftAfter(month: Brought, sources: readonly (readonly Part[])[]): Minor {
  const taking = takingFrom(month)
  return sources.reduce((left, parts) => left - taking(parts), month.total)
}

/**
 * The smallest number of largest sources that bring a month under enough by stopping: k* = min{k : total − Σ of the k largest <
 * enough} (METRICS 7). 0 where it is under already, null where not even all of them do.
 */
export function busFactor(month: Brought, sources: readonly (readonly Part[])[], enough: Minor): number | null {
  const carrying = sources.map((parts) => ({ parts, net: sumOf(goesWith(parts)) })).filter(({ net }) => net > 0)
  const taking = takingFrom(month)
  let left = month.total
  for (const [k, { parts }] of carrying.toSorted((a, b) => b.net - a.net).entries()) {
    if (left < enough) return k
    left -= taking(parts)
  }
  return left < enough ? carrying.length : null
}

/** Takes one source after another out of the streams, and answers what each still took. */
function takingFrom({ streams }: Brought): (parts: readonly Part[]) => Minor {
  const there = new Map(streams.map(({ stream, net }) => [stream, Math.max(0, net)]))
  return (parts) =>
    goesWith(parts).reduce((sum, { stream, net }) => {
      const rest = there.get(stream) ?? 0
      const taken = Math.min(rest, net)
      there.set(stream, rest - taken)
      return sum + taken
    }, 0)
}

function sumOf(parts: readonly Part[]): Minor {
  return parts.reduce((sum, { net }) => sum + net, 0)
}
