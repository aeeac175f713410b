import type { Minor } from './money.ts'

/** A stream that was silent for so many months may have ended. */
const LEAST_SILENT = 6
/** And for more than so many times its longest gap before. */
const GAPS = 2
/** Months over which it is told whether a stream matters, and the share of their total that does, in hundredths. */
const WEIGHED = { months: 24, share: 5 }

/**
 * Since when each stream is silent, as the place of its first silent month, or null: it brought nothing for six months or more and
 * for more than twice as long as ever before between two months with money, and it brought a twentieth or more of what the last 24
 * months came to. Rows are full months of the same length, oldest first, in minor units.
 */
export function silences(nets: readonly (readonly Minor[])[]): (number | null)[] {
  const recent = nets.map((net) => net.slice(-WEIGHED.months).reduce((sum, one) => sum + one, 0))
  const total = recent.reduce((sum, one) => sum + one, 0)
  return nets.map((net, i) => {
    const own = recent[i] ?? 0
    const matters = own > 0 && own * 100 >= total * WEIGHED.share
    return matters ? silentSince(net) : null
  })
}

function silentSince(net: readonly Minor[]): number | null {
  const places = net.flatMap((sum, place) => (sum > 0 ? [place] : []))
  const last = places.at(-1)
  if (last === undefined) return null
  const gaps = places.slice(1).map((place, i) => place - (places[i] ?? 0) - 1)
  const silent = net.length - 1 - last
  return silent >= LEAST_SILENT && silent > GAPS * Math.max(0, ...gaps) ? last + 1 : null
}
