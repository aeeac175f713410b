import type { Minor } from '#domain/money.ts'

/** Paths of the days of a month, in a box of 100 by 100 to be stretched. */
export interface DayPaths {
  /** What arrived, as steps: money comes on a day, not between days. */
  arrived: string
  /** A usual month, or empty. */
  usual: string
  /** Height of an amount, 0 at the top. */
  levelOf: (amount: Minor) => number
  /** Place of a day counted from 1. */
  placeOf: (day: number) => number
}

interface DayData {
  /** Cumulative net at the end of each day from the first. */
  days: readonly Minor[]
  usualDays: readonly Minor[] | null
  /** Days of the month. */
  length: number
  enough: Minor | null
}

const round = (value: number) => Number(value.toFixed(2))

/** Draws a month day by day from its first morning to its last evening. */
export function dayPaths({ days, usualDays, length, enough }: DayData): DayPaths {
  const usual = (usualDays ?? []).slice(0, length)
  const high = Math.max(1, enough ?? 0, ...days, ...usual) * 1.06
  const low = Math.min(0, ...days, ...usual)
  const levelOf = (amount: Minor) => round(100 - ((amount - low) / (high - low)) * 100)
  const placeOf = (day: number) => round((day / length) * 100)
  const ground = `M0 ${levelOf(0)}`
  const steps = days.map((amount, i) => `H${placeOf(i + 0.5)}V${levelOf(amount)}`).join('')
  return {
    arrived: days.length === 0 ? '' : `${ground}${steps}H${placeOf(days.length)}`,
    usual: usual.length === 0 ? '' : `${ground}${usual.map((amount, i) => `L${placeOf(i + 1)} ${levelOf(amount)}`).join('')}`,
    levelOf,
    placeOf,
  }
}
