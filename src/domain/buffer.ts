import { divideHalfEven, type Minor } from './money.ts'

/** Working days of a month, in hundredths: 21.75. METRICS 11. */
const MONTH_DAYS = 2_175n

/** Days off that a buffer pays for, in tenths: max(0, buffer − floor) ÷ (enough ÷ 21.75). METRICS 11; `enough` is above 0. */
export function paidDaysOff({ buffer, floor, enough }: { buffer: Minor; floor: Minor; enough: Minor }): number {
  const above = BigInt(Math.max(0, buffer - floor))
  return Number(divideHalfEven(above * MONTH_DAYS, BigInt(enough) * 10n))
}
