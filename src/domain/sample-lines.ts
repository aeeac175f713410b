import type { Dice } from './dice.ts'
import type { Sighting } from './entry.ts'
import { divideHalfEven, NOTHING, type Minor } from './money.ts'
import { addDays, addMonths, dayOfMonth, monthOf, type Day, type Month } from './month.ts'

/** What every line of the example is made from. */
export interface Making {
  dice: Dice
  /** All months of the example, oldest first. */
  months: readonly Month[]
  /** Starts every key of the stream. */
  prefix: string
  currency: string
  /** A month in which work failed: no invoices, few orders. */
  badMonth: Month
}

const ADJECTIVES = ['quiet', 'amber', 'early', 'plain', 'bright', 'slow', 'tidy', 'mossy', 'silver', 'gentle', 'windy', 'paper']
const NOUNS = ['heron', 'lantern', 'otter', 'meadow', 'kettle', 'compass', 'thistle', 'harbour', 'badger', 'walnut', 'sparrow', 'loom']

/** A made-up payer: a handle that no platform's user is meant by, and the name shown for it. */
export function madeUpPayer(dice: Dice, number: number): { patron: string; name: string } {
  const [adjective, noun] = [dice.pick(ADJECTIVES), dice.pick(NOUNS)]
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
  return { patron: `${adjective}-${noun}-${number}`, name: `${capital(adjective)} ${capital(noun)}` }
}

/** So many thousandths of an amount, rounded half to even. */
export function perMille(amount: Minor, share: number): Minor {
  return Number(divideHalfEven(BigInt(amount) * BigInt(share), 1000n))
}

/** An instant of a day between 7 and 19 o'clock, so that it is the same day anywhere in Europe. */
export function instantOn(day: Day, dice: Dice): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${day}T${two(dice.between(7, 18))}:${two(dice.between(0, 59))}:${two(dice.between(0, 59))}Z`
}

/** A line with the fields that its kind needs; the rest are nothing. */
export function line(making: Making, facts: Partial<Sighting> & Pick<Sighting, 'key' | 'at' | 'kind'>): Sighting {
  return { ...NOTHING, currency: making.currency, months: 1, ...facts, key: `${making.prefix}-${facts.key}` }
}

/** What a platform keeps of a payment: thousandths and a fixed part, on the payment's own row or as a row of its own. */
export interface FeeRule {
  perMille: number
  fixed: Minor
  ownRow: boolean
}

interface Patron {
  number: number
  patron: string
  name: string
  amount: Minor
  joined: number
  yearly: boolean
  dayInMonth: number
}

/** How the crowd of a patronage stream grows and pays. */
export interface Crowd {
  from: number
  to: number
  /** What one gives in a month; an amount may stand several times to be likelier. */
  tiers: readonly Minor[]
  yearlyPercent: number
  fee: FeeRule
}

function payment(making: Making, patron: Patron, paid: { month: Month; fee: FeeRule }): Sighting[] {
  const { dice } = making
  const day = dayOfMonth(paid.month, patron.dayInMonth)
  const gross = patron.yearly ? patron.amount * 11 : patron.amount
  const fees = perMille(gross, paid.fee.perMille) + paid.fee.fixed
  const key = `${patron.number}-${paid.month}`
  const facts = { months: patron.yearly ? 12 : 1, patron: patron.patron, name: patron.name }
  const own = { ...facts, key, at: instantOn(day, dice), kind: 'payment', gross } as const
  const lines = [line(making, paid.fee.ownRow ? own : { ...own, fees })]
  const tie = `${making.prefix}-${key}`
  if (paid.fee.ownRow && fees > 0) lines.push(line(making, { ...facts, key: `${key}-fee`, at: own.at, kind: 'fee', fees, tie }))
  if (dice.chance(1)) {
    const back = patron.yearly ? (gross * 2) / 3 : gross
    const at = instantOn(addDays(day, patron.yearly ? dice.between(90, 120) : dice.between(2, 20)), dice)
    lines.push(line(making, { ...facts, key: `${key}-refund`, at, kind: 'refund', refunds: Math.trunc(back), tie }))
  }
  return lines
}

/** A stream of patrons who join, stay a while and leave; some pay for a year at a time, a few get their money back. */
export function patronage(making: Making, crowd: Crowd): Sighting[] {
  const { dice, months } = making
  const lines: Sighting[] = []
  let active: Patron[] = []
  let count = 0
  for (const [index, month] of months.entries()) {
    const wanted = crowd.from + Math.trunc(((crowd.to - crowd.from) * index) / Math.max(1, months.length - 1))
    active = active.filter(() => !dice.chance(3))
    while (active.length < wanted) {
      count += 1
      const joined = index === 0 ? -dice.between(0, 11) : index
      const amount = dice.pick(crowd.tiers)
      const yearly = dice.chance(crowd.yearlyPercent)
      active.push({ number: count, ...madeUpPayer(dice, count), amount, joined, yearly, dayInMonth: dice.between(1, 28) })
    }
    for (const patron of active) {
      if (patron.yearly && (index - patron.joined) % 12 !== 0) continue
      lines.push(...payment(making, patron, { month, fee: crowd.fee }))
    }
  }
  return lines
}

/** How a shop sells: orders in a usual month, prices, and what its processor keeps. */
export interface Shop {
  orders: [low: number, high: number]
  prices: readonly Minor[]
  fee: FeeRule
}

function isSeason(month: Month): boolean {
  return month.endsWith('-11') || month.endsWith('-12')
}

/** A stream of orders: more before the winter holidays, few in the bad month, some returned, one charged back in the bad month. */
export function shop(making: Making, rules: Shop): Sighting[] {
  const { dice, months, badMonth } = making
  const lines: Sighting[] = []
  for (const month of months) {
    const usual = dice.between(...rules.orders)
    const orders = month === badMonth ? Math.trunc(usual / 3) : isSeason(month) ? usual * 2 : usual
    for (let order = 1; order <= orders; order += 1) {
      const key = `${month}-${order}`
      const day = dayOfMonth(month, dice.between(1, 31))
      const gross = dice.pick(rules.prices)
      const fees = perMille(gross, rules.fee.perMille) + rules.fee.fixed
      lines.push(line(making, { key, at: instantOn(day, dice), kind: 'payment', gross, fees }))
      const tie = `${making.prefix}-${key}`
      const later = instantOn(addDays(day, dice.between(3, 14)), dice)
      if (month === badMonth && order === 1) {
        lines.push(line(making, { key: `${key}-dispute`, at: later, kind: 'chargeback', refunds: gross, fees: 2000, tie }))
      } else if (dice.chance(3)) lines.push(line(making, { key: `${key}-refund`, at: later, kind: 'refund', refunds: gross, tie }))
    }
  }
  return lines
}

/** What a platform pays out of its balance early in the next month: kept in the ledger, never counted. */
export function payouts(making: Making, lines: readonly Sighting[]): Sighting[] {
  return making.months.flatMap((month) => {
    const own = lines.filter(({ at }) => monthOf(at.slice(0, 10)) === month)
    const balance = own.reduce((sum, { gross, fees, refunds }) => sum + gross - fees - refunds, 0)
    if (balance <= 0) return []
    const at = instantOn(dayOfMonth(addMonths(month, 1), 3), making.dice)
    return [line(making, { key: `payout-${month}`, at, kind: 'transfer', gross: -balance, note: 'Payout' })]
  })
}
