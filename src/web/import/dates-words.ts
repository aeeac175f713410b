import type { FileReport, ImportRequest } from '#contract/import.ts'
import type { Format } from '#web/ui/format.ts'
import { readDay } from './mapping-sample.ts'

export type DateOrder = NonNullable<ImportRequest['files'][number]['dateOrder']>
type Dates = NonNullable<FileReport['dates']>

export const ORDER_WORDS: Record<DateOrder, string> = { dmy: 'day first', mdy: 'month first' }

export function otherOrder(order: DateOrder): DateOrder {
  return order === 'dmy' ? 'mdy' : 'dmy'
}

/** The file's example as the day that it is in an order; as it stands where it is none. */
export function orderExample({ example }: Pick<Dates, 'example'>, order: DateOrder, format: Format): string {
  const day = readDay(example, order)
  return day === undefined ? example : format.day(day)
}

/** "Dates in pp.csv read 03/04/2026: 3 April 2026, or March 4, 2026?" */
export function datesQuestion(fileName: string, dates: Dates, format: Format): string {
  return `Dates in ${fileName} read ${dates.example}: ${orderExample(dates, 'dmy', format)}, or ${orderExample(dates, 'mdy', format)}?`
}

/** How a file's dates are read and why, where that could be otherwise; empty where a date proves it or nothing is known. */
export function datesWords(dates: FileReport['dates'], format: Format): string {
  if (!dates?.order || dates.by === 'proof') return ''
  const { order, because } = dates
  return `Dates are read ${ORDER_WORDS[order]} (${dates.example} is ${orderExample(dates, order, format)}), because ${because}.`
}
