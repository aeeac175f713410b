import type { Sums as SumsAnswer, Unconverted } from '#contract/money.ts'
import { groupCells, type MonthCell, type Sums } from '#domain/income.ts'
import { net } from '#domain/money.ts'
import type { Parts } from './parts.ts'

/** Sums with their net, as the contract tells them. */
export function sumsAnswer(sums: Sums): SumsAnswer {
  const { gross, fees, refunds, tax, entries } = sums
  return { gross, fees, refunds, tax, net: net(sums), entries }
}

/** Money of the cells for which there is no rate, by its own currency. */
export function unconvertedAnswer(cells: readonly MonthCell[]): Unconverted[] {
  const without = cells.filter((cell) => cell.home === null)
  return groupCells(without, { by: [], home: '', native: true }).map(({ currency, sums }) => ({ currency, ...sumsAnswer(sums) }))
}

/** How many lines of the cells stand at the table's last rate because their day's is not known yet. */
export function estimatedAnswer(cells: readonly MonthCell[], { rates }: Parts): { entries: number; rateDay: string } | null {
  const entries = cells.reduce((sum, cell) => sum + cell.estimated, 0)
  return entries > 0 ? { entries, rateDay: rates.last } : null
}
