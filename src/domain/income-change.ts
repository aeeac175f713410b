import type { MonthCell, StreamPlace } from './income.ts'
import { divideHalfEven, type Minor } from './money.ts'
import type { Month } from './month.ts'

/** Ventures that are told by name; what all others changed is one sum. */
const TOLD = 4

/** What one payer paid gross by one stream in one month, in minor units of its own currency and of the home currency. */
export interface PayerGross {
  patron: string
  month: Month
  stream: number
  currency: string
  native: Minor
  home: Minor
}

/** Both months of a lens: their roll-up cells, and of their gross what names a payer. */
export interface Money {
  cells: readonly MonthCell[]
  payers: readonly PayerGross[]
}

/** How a patron stood at the end of both months, whether at an earlier end, and whether a payment of theirs in them is for several months. */
export interface PatronStand {
  was: boolean
  is: boolean
  earlier: boolean
  several: boolean
}

export const CHANGES = [
  'new',
  'returned',
  'more',
  'less',
  'left',
  'several',
  'once',
  'unnamed',
  'venture',
  'others',
  'fees',
  'refunds',
  'fx',
] as const
/**
 * Why a month brought more or less than the one before. `several` is of patrons who stay and pay for several months at once, `once`
 * of gifts that nothing follows, `unnamed` of gifts that name nobody; `fx` is the change of rates alone.
 */
export type Change = (typeof CHANGES)[number]

/** One signed step in minor units of the home currency; of patrons it tells how many they are, else 0. */
export interface ChangePart {
  change: Change
  /** Set where the change is one venture's. */
  venture: number | null
  net: Minor
  patrons: number
}

/** start + every part = end, exactly. Parts that come to nothing are absent. */
export interface IncomeChange {
  start: Minor
  end: Minor
  parts: ChangePart[]
}

interface Told {
  /** The later month; everything of another one is of the earlier. */
  month: Month
  streams: ReadonlyMap<number, StreamPlace>
  standOf: (patron: string) => PatronStand
}

/**
 * What changed from one month to another, net, by what it is: patrons who came, came back, went, or gave more or less, gifts once, ventures,
 * fees, refunds and exchange rates. The change of rates is, of each payer's or stream's amount in each currency, what the earlier
 * amount is worth at the later one's rate, less what it was worth. Money that has no rate is left out.
 */
export function incomeChange(money: Money, told: Told): IncomeChange {
  const sums = new Map<string, ChangePart>()
  const patrons = new Map<string, Minor>()
  let [start, end] = [0, 0]
  for (const { of, was, is } of potsOf(money, told)) {
    const fx = rateChange(was, is)
    const moved = is.home - was.home - fx
    start += was.home
    end += is.home
    add(sums, { change: 'fx', venture: null, net: fx, patrons: 0 })
    if ('patron' in of) patrons.set(of.patron, (patrons.get(of.patron) ?? 0) + moved)
    else add(sums, { ...of, net: moved, patrons: 0 })
  }
  for (const [patron, net] of patrons) {
    if (net !== 0) add(sums, { change: patronChange(told.standOf(patron), net), venture: null, net, patrons: 1 })
  }
  return { start, end, parts: ordered([...sums.values()].filter(({ net }) => net !== 0)) }
}

function patronChange({ was, is, earlier, several }: PatronStand, net: Minor): Change {
  if (!was && !is) return 'once'
  if (!was) return earlier ? 'returned' : 'new'
  if (!is) return 'left'
  if (several) return 'several'
  return net > 0 ? 'more' : 'less'
}

interface Amount {
  native: Minor
  home: Minor
}

/** Money of both months that changes for one reason, by one rate. */
interface Pot {
  of: { patron: string } | { change: Change; venture: number | null }
  was: Amount
  is: Amount
}

/** The pots of one stream and currency. */
interface PlacePots {
  isGift: boolean
  rest: Pot
  fees: Pot
  refunds: Pot
  patrons: Map<string, Pot>
}

function potsOf({ cells, payers }: Money, { streams, month }: Told): Pot[] {
  const places = new Map<number, Map<string, PlacePots>>()
  const placeOf = ({ stream, currency }: { stream: number; currency: string }): PlacePots => {
    const currencies = places.get(stream) ?? new Map<string, PlacePots>()
    if (currencies.size === 0) places.set(stream, currencies)
    const place = currencies.get(currency) ?? potsAt(streams.get(stream))
    currencies.set(currency, place)
    return place
  }
  const put = (pot: Pot, of: Month, { native, home }: Amount) => {
    const side = of === month ? pot.is : pot.was
    side.native += native
    side.home += home
  }
  for (const cell of cells) {
    const { native, home } = cell
    if (!home) continue
    const { rest, fees, refunds } = placeOf(cell)
    put(rest, cell.month, { native: native.gross, home: home.gross })
    put(fees, cell.month, { native: -native.fees, home: -home.fees })
    put(refunds, cell.month, { native: -native.refunds, home: -home.refunds })
  }
  for (const payer of payers) {
    const { isGift, rest, patrons } = placeOf(payer)
    if (!isGift) continue
    const { patron } = payer
    const pot = patrons.get(patron) ?? emptyPot({ patron })
    patrons.set(patron, pot)
    put(pot, payer.month, payer)
    put(rest, payer.month, { native: -payer.native, home: -payer.home })
  }
  const all = [...places.values()].flatMap((currencies) => [...currencies.values()])
  return all.flatMap(({ rest, fees, refunds, patrons }) => [rest, fees, refunds, ...patrons.values()])
}

function potsAt(stream: StreamPlace | undefined): PlacePots {
  const isGift = stream?.kind === 'patronage'
  const rest: Pot['of'] = isGift ? { change: 'unnamed', venture: null } : { change: 'venture', venture: stream?.venture ?? null }
  return {
    isGift,
    rest: emptyPot(rest),
    fees: emptyPot({ change: 'fees', venture: null }),
    refunds: emptyPot({ change: 'refunds', venture: null }),
    patrons: new Map(),
  }
}

function emptyPot(of: Pot['of']): Pot {
  return { of, was: { native: 0, home: 0 }, is: { native: 0, home: 0 } }
}

/** What the earlier amount is worth at the later one's rate, less what it was worth; nothing where one of both has no rate to tell. */
function rateChange(was: Amount, is: Amount): Minor {
  if (was.native * is.native <= 0) return 0
  return Number(divideHalfEven(BigInt(is.home) * BigInt(was.native), BigInt(is.native))) - was.home
}

function add(sums: Map<string, ChangePart>, part: ChangePart): void {
  const key = `${part.change} ${part.venture}`
  const known = sums.get(key)
  if (!known) sums.set(key, part)
  else {
    known.net += part.net
    known.patrons += part.patrons
  }
}

/** In the order of `CHANGES`; of the ventures those that changed most by themselves, and all others as one. */
function ordered(parts: readonly ChangePart[]): ChangePart[] {
  const size = ({ net }: ChangePart) => Math.abs(net)
  const ventures = parts
    .filter(({ change }) => change === 'venture')
    .sort((a, b) => size(b) - size(a) || (a.venture ?? 0) - (b.venture ?? 0))
  const told = ventures.slice(0, TOLD)
  const rest = ventures.slice(told.length).reduce((sum, { net }) => sum + net, 0)
  const others: ChangePart[] = rest === 0 ? [] : [{ change: 'others', venture: null, net: rest, patrons: 0 }]
  return CHANGES.flatMap((change) => {
    if (change === 'venture') return told
    return change === 'others' ? others : parts.filter((part) => part.change === change)
  })
}
