import type { Outlook } from '#contract/outlook.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import { addMonths, monthOf, type Month } from '#domain/month.ts'

/** How many full months are looked back at. */
const LOOK_BACK = 12

/** The last full months, twelve at most, with what all streams brought in each. */
export function pastMonths({ streams, today }: Pick<Outlook, 'streams' | 'today'>): { months: Month[]; nets: Minor[] } {
  const full = streams[0]?.net.length ?? 0
  const count = Math.min(LOOK_BACK, full)
  const months = Array.from({ length: count }, (_, i) => addMonths(monthOf(today), i - count))
  const nets = months.map((_, i) => streams.reduce((sum, { net }) => sum + (net[full - count + i] ?? 0), 0))
  return { months, nets }
}

/** The last twelve values of a stream. */
export function lastYear(net: readonly Minor[]): readonly Minor[] {
  return net.slice(-LOOK_BACK)
}

/** The mean, rounded half to even; 0 of nothing. */
export function meanOf(values: readonly Minor[]): Minor {
  if (values.length === 0) return 0
  const sum = values.reduce((total, value) => total + BigInt(value), 0n)
  return Number(divideHalfEven(sum, BigInt(values.length)))
}
