import { readDate } from '../any-csv/dates.ts'
import type { CsvRow } from '../csv.ts'
import type { LikelyOrder, NumberOrder } from '../date-order.ts'
import { orderAt } from './zones.ts'

/** Money that hardly any American account is paid in alone. */
const NOT_AMERICAN = /^(GBP|EUR|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|INR|SGD|HKD|MYR|ZAR|ILS|BRL|MXN|THB)$/
/** On fewer different days rows stand in their order by chance. */
const FEWEST_DAYS = 3

/** What English exports, which are American, British and others, say of the order of their dates beside the dates themselves. */
export interface OrderSigns {
  /** Cells of each row: its date, its zone and its currency. */
  dates: readonly string[]
  zones: readonly string[]
  currencies: readonly string[]
}

/** The order of day and month that an export's zone, the order of its rows or its money speaks for, the surest sign first. */
export function likelyOrder({ dates, zones, currencies }: OrderSigns): LikelyOrder | undefined {
  const named = zones.filter((zone) => zone !== '')
  const [byZone, ...others] = new Set(named.flatMap((zone) => orderAt(zone) ?? []))
  if (byZone !== undefined && others.length === 0) {
    return { order: byZone, because: `the times are of the zone ${named.find((zone) => orderAt(zone) === byZone) ?? ''}` }
  }
  const byRows = orderOfRows(dates)
  if (byRows !== undefined) return { order: byRows, because: 'only then do the rows stand in the order of their days' }
  const [currency, ...more] = [...new Set(currencies)]
  const isForeign = currency !== undefined && [currency, ...more].every((code) => NOT_AMERICAN.test(code))
  return isForeign ? { order: 'dmy', because: `all of it is in ${[currency, ...more].join(' and ')}, and none in dollars` } : undefined
}

/**
 * Exports run from the oldest row to the newest or back: the one order in which these do. Rows that stand in the order of their
 * texts say nothing of months first, as a spreadsheet may have put them so.
 */
function orderOfRows(dates: readonly string[]): NumberOrder | undefined {
  if (new Set(dates).size < FEWEST_DAYS) return undefined
  const runs = (order: NumberOrder) => isRunning(dates.map((text) => readDate(text, order) ?? ''))
  const [dayFirst, monthFirst] = [runs('dmy'), runs('mdy')]
  if (dayFirst === monthFirst) return undefined
  if (dayFirst) return 'dmy'
  return isRunning(dates) ? undefined : 'mdy'
}

function isRunning(texts: readonly string[]): boolean {
  const rises = texts.every((text, i) => i === 0 || (texts[i - 1] ?? '') <= text)
  return rises || texts.every((text, i) => i === 0 || (texts[i - 1] ?? '') >= text)
}

/** The same rows as cells. */
export function signsOf(rows: readonly CsvRow[], places: Record<'date' | 'zone' | 'currency', { index: number }>): OrderSigns {
  const cells = (index: number) => rows.map((row) => row.cells[index]?.trim() ?? '')
  return {
    dates: cells(places.date.index),
    zones: cells(places.zone.index),
    currencies: cells(places.currency.index).map((code) => code.toUpperCase()),
  }
}
