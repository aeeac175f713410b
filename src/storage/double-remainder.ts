import { net, NOTHING, type Amounts, type Minor } from '#domain/money.ts'
import { converted } from '#domain/rate.ts'
import { doubledText, type DoubledBy } from './doubled-row.ts'
import { homeOf, nativeOf, type EntryRow, type Placing } from './entry-row.ts'
import { WORKED_OUT } from './read-estimates.ts'

interface Landed {
  id: string
  by: DoubledBy
  /** The lines that were paid out, or the payout's own. */
  rows: readonly EntryRow[]
  /** The arrival. */
  row: EntryRow
}

/**
 * What arrived less what was sent, as a line of the stream that sent it, on the day of arrival: a fee where something is missing, an
 * adjustment where there is more. In the currency of both, else in the home currency. Undefined where nothing is left over, or
 * where some of it has no rate.
 */
export function remainderRow(placing: Placing, { id, by, rows, row }: Landed): EntryRow | undefined {
  const [first] = rows
  const left = first && leftOver(rows, row)
  if (!left || left.amount === 0) return undefined
  const { currency, amount } = left
  const isFee = amount < 0
  const amounts: Amounts = isFee ? { ...NOTHING, fees: 0 - amount } : { ...NOTHING, gross: amount }
  const rate = currency === undefined ? null : placing.converterOf(first.stream).rate(currency, row.day, false)
  const home = currency === undefined ? amounts : rate && converted(amounts, rate)
  return {
    ...first,
    day: row.day,
    month: row.month,
    key: `double:${id}`,
    version: WORKED_OUT,
    at: row.day,
    kind: isFee ? 'fee' : 'adjustment',
    currency: currency ?? placing.home,
    ...amounts,
    h_gross: home ? home.gross : null,
    h_fees: home ? home.fees : null,
    h_refunds: home ? home.refunds : null,
    h_tax: home ? home.tax : null,
    rate: currency === undefined || currency === placing.home ? 'home' : home && rate ? rate.source : 'none',
    rate_day: (home && rate?.day) ?? null,
    months: 1,
    tie: null,
    patron: null,
    name: null,
    note: isFee ? 'Less arrived than was paid out' : 'More arrived than was paid out',
    ref: null,
    yields: 0,
    uncounted: null,
    edited: 0,
    by_hand: 0,
    revision: placing.revision,
    spread: null,
    reference: null,
    proof: null,
    doubled: doubledText({ id, by, role: 'remainder' }, undefined),
  }
}

/** What arrived less what was sent; without a currency it is the home one. */
export function leftOver(
  rows: readonly (Pick<EntryRow, 'kind' | 'currency'> & EntryRow)[],
  row: EntryRow,
): { currency?: string; amount: Minor } | undefined {
  if (rows.every(({ currency }) => currency === row.currency)) {
    return { currency: row.currency, amount: net(nativeOf(row)) - rows.reduce((sum, one) => sum + sentBy(one.kind, net(nativeOf(one))), 0) }
  }
  const [arrived, ...sent] = [row, ...rows].map((one) => {
    const home = homeOf(one)
    return home && sentBy(one.kind, net(home))
  })
  if (arrived == null || sent.some((amount) => amount === null)) return undefined
  return { amount: arrived - sent.reduce<Minor>((sum, amount) => sum + (amount ?? 0), 0) }
}

/** A payout's own line tells what left. */
function sentBy(kind: EntryRow['kind'], amount: Minor): Minor {
  return kind === 'transfer' ? 0 - amount : amount
}
