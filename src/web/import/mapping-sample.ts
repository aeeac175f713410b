import type { Mapping } from '#contract/import.ts'
import { exponentOf } from '#domain/currency.ts'
import { parseAmount, type Minor } from '#domain/money.ts'
import { isDay, isMonth, type Day } from '#domain/month.ts'

/** One cell as it stands and as it would be read; `value` is undefined where it could not be. */
export interface Read<T> {
  text: string
  value: T | undefined
}

/** One row of the file as a mapping would read it. */
export interface SampleRow {
  day: Read<Day>
  amount: Read<Minor>
  currency: Read<string>
  name: string
  /** Null where no column is named for it or the cell is empty. */
  fee: Read<Minor> | null
}

type Order = Mapping['dateOrder']

const PLACES: Record<Order, readonly [year: number, month: number, day: number]> = { ymd: [0, 1, 2], dmy: [2, 1, 0], mdy: [2, 0, 1] }

/** Reads the day at the start of a text by the order of its parts; four digits in front are a year in any order. */
export function readDay(text: string, order: Order): Day | undefined {
  const whole = /^(\d{4})[-/.](\d{1,2})$|^(\d{1,2})[/.](\d{4})$/.exec(text.trim())
  if (whole) return monthOfParts(whole[1] ?? whole[4] ?? '', whole[2] ?? whole[3] ?? '')
  const parts = /^(\d{1,4})[-./ ](\d{1,2})[-./ ]+(\d{1,4})(?=$|[T\s,])/.exec(text.trim())?.slice(1)
  if (!parts) return dayInWords(text)
  const [year, month, day] = PLACES[parts[0]?.length === 4 ? 'ymd' : order].map((place) => parts[place] ?? '')
  if (year === undefined || month === undefined || day === undefined || (year.length !== 4 && year.length !== 2)) return undefined
  const found = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : undefined
}

function monthOfParts(year: string, month: string): string | undefined {
  const found = `${year}-${month.padStart(2, '0')}`
  return isMonth(found) ? found : undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "Sep 25, 2026" and "25 September 2026", in English; other languages are read as well, but not shown here. */
function dayInWords(text: string): Day | undefined {
  const [, a, b, c, d, year = ''] =
    /^(?:\p{L}{2,9}\.?, )?(?:(\d{1,2})\.? (\p{L}{3,10})|(\p{L}{3,10})\.? (\d{1,2})),? (\d{4})/u.exec(text.trim()) ?? []
  const month = MONTHS.indexOf((b ?? c ?? '').slice(0, 3).toLowerCase()) + 1
  const found = `${year}-${String(month).padStart(2, '0')}-${(a ?? d ?? '').padStart(2, '0')}`
  return isDay(found) ? found : undefined
}

/** The first rows of a file as they would be read, so that a wrong guess is seen before anything is. */
export function sampleOf(header: readonly string[], rows: readonly (readonly string[])[], mapping: Mapping): SampleRow[] {
  const cell = (row: readonly string[], column: string | undefined) =>
    (column === undefined ? '' : (row[header.indexOf(column)] ?? '')).trim()
  return rows.map((row) => {
    const date = cell(row, mapping.date)
    const code = (mapping.currencyCode ?? cell(row, mapping.currency)).toUpperCase()
    const exponent = exponentOf(code)
    const money = (text: string): Read<Minor> => {
      // The currency may stand beside the number; it is read by its own column or choice.
      const bare = text.replace(/\b[A-Z]{3}\b/g, '').trim()
      return { text, value: exponent === undefined ? undefined : parseAmount(bare, exponent, mapping.decimals) }
    }
    const fee = cell(row, mapping.fee)
    return {
      day: { text: date, value: readDay(date, mapping.dateOrder) },
      amount: money(cell(row, mapping.amount)),
      currency: { text: code, value: exponent === undefined ? undefined : code },
      name: cell(row, mapping.name),
      fee: fee === '' ? null : money(fee),
    }
  })
}
