import { dice, type Dice } from './dice.ts'
import type { StreamMonths } from './forecast-parts.ts'
import type { KnownItem } from './known-items.ts'
import type { Minor } from './money.ts'
import { addMonths, dayOfMonth, monthRange } from './month.ts'
import { longByMonth, renewals, type LongPayment } from './renewal.ts'

/** The month in which generated worlds begin. */
export const WORLD_FIRST = '2020-03'

const GIFTS: readonly Minor[] = [300, 500, 500, 1_000, 2_000]

/** Three platforms with patrons who come, stay and go, and now and then a single gift. */
function patronage(dice: Dice, hard: readonly boolean[]): StreamMonths {
  let patrons = Array.from({ length: dice.between(3, 40) }, () => dice.pick(GIFTS))
  const leaving = dice.between(2, 8)
  const arriving = patrons.length * dice.between(1, 9)
  const net = hard.map((isHard) => {
    patrons = patrons.filter(() => !dice.chance(isHard ? leaving * 2 : leaving))
    for (let left = arriving; left > 0; left -= 100) if (dice.chance(Math.min(100, left))) patrons.push(dice.pick(GIFTS))
    const gift = dice.chance(25) ? dice.between(5, 60) * 100 : 0
    return patrons.reduce((sum, one) => sum + one, gift)
  })
  return { kind: 'patronage', net }
}

/** Thousandths of a year's mean that each month of the calendar brings to a shop. */
const SHOP_YEAR = [700, 600, 700, 800, 900, 1_000, 800, 800, 1_000, 1_200, 1_500, 2_000]

function sales(dice: Dice, hard: readonly boolean[]): StreamMonths {
  const base = dice.between(50, 500) * 100
  const start = dice.between(0, 11)
  const net = hard.map((isHard, i) => {
    const usual = (base * (SHOP_YEAR[(start + i) % 12] ?? 0) * (isHard ? 7 : 10)) / 10_000
    return Math.trunc((usual * dice.between(600, 1_400)) / 1_000)
  })
  return { kind: 'sales', net }
}

function freelance(dice: Dice, hard: readonly boolean[]): StreamMonths {
  const size = dice.between(200, 1_500)
  const often = dice.between(25, 80)
  const net = hard.map((isHard) => (dice.chance(isHard ? often - 20 : often) ? size * dice.between(50, 150) : 0))
  return { kind: 'service', net }
}

function windfalls(dice: Dice, hard: readonly boolean[]): StreamMonths {
  return { kind: 'other', net: hard.map(() => (dice.chance(3) ? dice.between(500, 3_000) * 100 : 0)) }
}

/**
 * The income of an imagined person: three platforms of patrons, a shop with its seasons, freelance work in lumps and rare
 * windfalls, with a hard month for all of them now and then (METRICS 9).
 */
export function world(seed: number, months: number): StreamMonths[] {
  const chance = dice(seed)
  const hard = Array.from({ length: months }, () => chance.chance(5))
  const three = Array.from({ length: 3 }, () => patronage(chance, hard))
  return [...three, sales(chance, hard), freelance(chance, hard), windfalls(chance, hard)]
}

/** The first months of every stream. */
export function upTo(streams: readonly StreamMonths[], months: number): StreamMonths[] {
  return streams.map(({ kind, net }) => ({ kind, net: net.slice(0, months) }))
}

/** What all streams bring in each month. */
export function totalsByMonth(streams: readonly StreamMonths[]): Minor[] {
  return (streams[0]?.net ?? []).map((_, i) => streams.reduce((sum, { net }) => sum + (net[i] ?? 0), 0))
}

/** A world in which some patrons pay for a year at once. */
export interface YearlyWorld {
  /** All money, the yearly payments among it: the last stream. */
  streams: StreamMonths[]
  /** The yearly payments, in order of their days. */
  payments: LongPayment[]
}

/** Of a hundred yearly patrons so many come again when their year is over. */
const RENEWING = 80

/** The world of a seed with patrons who pay once a year, each in a month of their own; some do not come again, others come new. */
export function yearlyWorld(seed: number, months: number): YearlyWorld {
  const chance = dice(seed + 1)
  const stream = 6
  const own = monthRange(WORLD_FIRST, addMonths(WORLD_FIRST, months - 1))
  const payments: LongPayment[] = []
  const patrons = chance.between(5, 25)
  for (let patron = 0; patron < patrons; patron += 1) {
    const net = chance.pick(GIFTS) * 10
    let staying = true
    for (let i = chance.between(0, Math.max(11, months - 1)); staying && i < months; i += 12) {
      payments.push({ stream, day: dayOfMonth(own[i] ?? '', 5), months: 12, patron: `patron ${patron}`, net, back: 0 })
      staying = chance.chance(RENEWING)
    }
  }
  payments.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const net = longByMonth(payments, own).get(stream) ?? own.map(() => 0)
  return { streams: [...world(seed, months), { kind: 'patronage', net }], payments }
}

/** What is drawn and what is known of such a world after its first months: yearly payments are due again, and not drawn. */
export function knownOf({ streams, payments }: YearlyWorld, months: number): { streams: StreamMonths[]; known: KnownItem[] } {
  const running = addMonths(WORLD_FIRST, months)
  const { due } = renewals(payments, { running, horizon: 3 })
  const last = streams.length - 1
  return {
    streams: upTo(streams, months).map((one, i) => (i === last ? { ...one, net: one.net.map(() => 0) } : one)),
    known: due.map(({ ahead, amount, chance: sure }) => ({ stream: last, ahead, amount, chance: sure })),
  }
}
