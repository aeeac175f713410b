import type { Minor } from '#domain/money.ts'
import type { Year } from '#domain/outlook.ts'

/** Two plots one above the other on one axis of months; all in percent, 0 at the top left of each. */
export interface PayLayout {
  names: { month: string; x: number }[]
  /** What the past months brought. */
  past: string
  /** How one drawn path goes on from there. */
  drawn: string
  /** Where the year begins. */
  begins: number
  /** Heights in the upper plot: of pay, of enough, and of the line where nothing came. */
  pay: number
  none: number
  enough: number | null
  /** The line at which pay is named, its own or that of enough, and whether below it: nothing is written across a line. */
  name: { level: number; below: boolean }
  /** What is left of the buffer, in the lower plot: the shade, its middle, and where nothing is left. */
  shade: string
  middle: string
  nothing: number
  /** The most that the lower plot holds, and the least where that is under nothing. */
  most: Minor
  least: Minor
}

export interface PayQuestion {
  past: readonly { month: string; net: Minor }[]
  year: Year
  months: readonly string[]
  enough: Minor | null
  buffer: Minor
}

const HEAD = 1.08
/** Lowest level of pay below which its name still has room over the lower plot, in percent. */
const LOWEST = 86
/** Room that the name takes above or below a line, in percent. */
const ROOM = 14

/** Lays the past and the year ahead side by side: income and pay above, the buffer below. */
export function layOutPay({ past, year, months, enough, buffer }: PayQuestion): PayLayout {
  const [path = []] = year.singles
  const { pay, left } = year.pay
  const count = past.length + months.length
  const place = 100 / Math.max(1, count)
  const at = (i: number) => round((i + 0.5) * place)
  const begins = round(past.length * place)
  const high = HEAD * Math.max(1, pay, enough ?? 0, ...past.map(({ net }) => net), ...path)
  const low = HEAD * Math.min(0, ...past.map(({ net }) => net), ...path)
  const levelOf = (amount: Minor) => round((100 * (high - amount)) / (high - low))
  const line = (amounts: readonly Minor[], from: number) =>
    amounts.map((amount, i) => `${i === 0 ? 'M' : 'L'}${at(from + i)} ${levelOf(amount)}`).join('')
  const last = past.at(-1)
  const [most, least] = [Math.max(1, buffer, ...left.map((band) => band.high)), Math.min(0, ...left.map((band) => band.low))]
  const leftOf = (amount: Minor) => round(((most - amount) / (most - least)) * 100)
  // The buffer is what is said at the beginning of the year, and what is left at the end of each month.
  const ends = left.map((band, i) => ({ ...band, x: round((past.length + i + 1) * place) }))
  const edge = (of: 'low' | 'middle' | 'high') => ends.map((band) => `L${band.x} ${leftOf(band[of])}`)
  const [payLevel, enoughLevel] = [levelOf(pay), enough === null ? null : levelOf(enough)]
  return {
    names: [...past.map(({ month }) => month), ...months].map((month, i) => ({ month, x: at(i) })),
    past: line(
      past.map(({ net }) => net),
      0,
    ),
    drawn: line(last ? [last.net, ...path] : path, last ? past.length - 1 : past.length),
    begins,
    pay: payLevel,
    none: levelOf(0),
    enough: enoughLevel,
    name: nameOf(payLevel, enoughLevel, levelOf(0)),
    shade: `M${begins} ${leftOf(buffer)}${edge('high').join('')}${edge('low').toReversed().join('')}Z`,
    middle: `M${begins} ${leftOf(buffer)}${edge('middle').join('')}`,
    nothing: leftOf(0),
    most,
    least,
  }
}

/** Away from enough where that leaves the name its room; else above the higher of both. */
function nameOf(pay: number, enough: number | null, none: number): PayLayout['name'] {
  if (enough === null || enough >= pay) return { level: pay, below: false }
  if (pay <= LOWEST && (none <= pay || none >= pay + ROOM)) return { level: pay, below: true }
  return { level: pay - enough < ROOM ? enough : pay, below: false }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
