import type { MonthNet } from '#domain/income.ts'
import { addMonths, dayOfMonth, type Day, type Month } from '#domain/month.ts'
import type { NamedLongPayment } from '#storage/read-renewals.ts'
import type { Book, Storage } from '#storage/storage.ts'

/** Months back in which long payments are looked for: who renewed for three years tells how many do. */
const LOOKED_BACK = 40

/** The first day whose payments are looked at for a month. */
export function lookedBackTo(month: Month): Day {
  return dayOfMonth(addMonths(month, -LOOKED_BACK), 1)
}

/** What was read hangs on one revision of a book: the month, the year ahead and what is due ask for the same. */
const read = new WeakMap<readonly MonthNet[], { running: Month; payments: readonly NamedLongPayment[] }>()

/** Payments that cover more than a month, as far back as they are looked at for the running one, by day. */
export async function longPayments(storage: Storage, book: Book, running: Month): Promise<readonly NamedLongPayment[]> {
  const series = await storage.monthSeries(book.id, 'cash')
  const known = read.get(series)
  if (known?.running === running) return known.payments
  const payments = await storage.longPayments(book.id, lookedBackTo(running))
  if (series.length > 0) read.set(series, { running, payments })
  return payments
}

const spread = new WeakMap<readonly MonthNet[], { running: Month; nets: readonly MonthNet[] }>()

/** What lines of more than a month that were paid as far back bring in each of their months, by stream. */
export async function longParts(storage: Storage, book: Book, running: Month): Promise<readonly MonthNet[]> {
  const series = await storage.monthSeries(book.id, 'cash')
  const known = spread.get(series)
  if (known?.running === running) return known.nets
  const nets = await storage.longParts(book.id, { since: lookedBackTo(running), before: dayOfMonth(running, 1) })
  if (series.length > 0) spread.set(series, { running, nets })
  return nets
}
