import type { Dice } from './dice.ts'
import { isProcessor, mayLand, type DoubleLine, type SameMoney } from './double.ts'
import { platformWords } from './double-words.ts'
import type { Minor } from './money.ts'
import { addDays, monthOf, type Day } from './month.ts'

/** A stream in which payouts arrive. */
export interface Place {
  stream: number
  platform: string
  /** Undefined for an account that holds each currency by itself. */
  currency: string | undefined
}

/** What a made-up book needs to write lines. */
export interface LandingMaker {
  dice: Dice
  /** Adds a line, with its worth at home. */
  put(line: Pick<DoubleLine, 'stream' | 'platform' | 'day' | 'kind' | 'currency' | 'net'> & { name?: string }): DoubleLine
  convert(amount: Minor, from: string, to: string): Minor
}

/**
 * Pays out what a stream's payments come to, by the month or every few days, into one place: some streams write a line of their own
 * for it, the others' payments are all that tells of it. It arrives up to five days later, one in six accounts keeps up to 2.5 % on
 * the way, one flow in six is converted, and one in ten arrivals does not say from whom.
 */
export function madeLandings(maker: LandingMaker, lines: readonly DoubleLine[], places: readonly Place[]): SameMoney[] {
  const { dice } = maker
  const [first] = lines
  const may = places.filter(({ platform, stream }) => first && stream !== first.stream && mayLand(first.platform, platform))
  const converts = dice.between(1, 6) === 1
  const open = may.filter(({ currency }) => converts || currency === undefined || currency === first?.currency)
  if (!first || open.length === 0) return []
  const kind = dice.pick([...new Set(open.map(({ platform }) => platform))])
  const place = dice.pick(open.filter(({ platform }) => platform === kind))
  const writes = isProcessor(first.platform) || dice.chance(40)
  const kept = dice.chance(17) ? dice.between(5, 25) : 0
  const byMonth = dice.chance(50)
  const every = dice.between(5, 30)
  const found: SameMoney[] = []
  for (const group of groups(lines, byMonth, every)) {
    const last = group.at(-1)?.day ?? first.day
    const day = byMonth ? addDays(`${monthOf(last)}-28`, dice.between(4, 12)) : addDays(last, dice.between(0, 2))
    const sum = group.reduce((total, { net }) => total + net, 0)
    if (sum <= 0) continue
    const payout = writes
      ? maker.put({ stream: first.stream, platform: first.platform, day, kind: 'transfer', currency: first.currency, net: -sum })
      : undefined
    const currency = place.currency ?? first.currency
    // Nobody converts at the very rate that the European Central Bank tells.
    const rate = currency === first.currency ? 1_000 : dice.between(995, 1_005)
    const sent = Math.trunc((maker.convert(sum, first.currency, currency) * rate) / 1_000)
    const name = dice.chance(90) ? `${platformWords(first.platform)[0]?.toUpperCase()} PAYOUT` : undefined
    const arrival = maker.put({
      stream: place.stream,
      platform: place.platform,
      day: addDays(day, dice.between(0, 5)),
      kind: 'payment',
      currency,
      net: sent - Math.trunc((sent * kept) / 1_000),
      ...(name === undefined ? {} : { name }),
    })
    const counts = payout ? [payout] : group
    found.push({
      kind: 'landing',
      counts: counts.map(({ stream, key }) => ({ stream, key })),
      covered: { stream: arrival.stream, key: arrival.key },
    })
  }
  return found
}

/** Whole days of payments that are paid out together. */
function groups(lines: readonly DoubleLine[], byMonth: boolean, every: number): DoubleLine[][] {
  const sorted = lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const made: DoubleLine[][] = []
  let until: Day = ''
  for (const line of sorted) {
    const open = made.at(-1)
    const isSame = open && (byMonth ? monthOf(open[0]?.day ?? '') === monthOf(line.day) : line.day < until)
    if (isSame) {
      open.push(line)
      continue
    }
    made.push([line])
    until = addDays(line.day, every)
  }
  return made
}
