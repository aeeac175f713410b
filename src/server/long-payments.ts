import type { MonthNet } from '#domain/income.ts'
import { addMonths, dayOfMonth, type Day, type Month } from '#domain/month.ts'
import type { NamedLongPayment } from '#storage/read-renewals.ts'
import type { Book, Storage } from '#storage/storage.ts'
import { keepAnswers } from './kept-answers.ts'

/** Months back in which long payments are looked for: who renewed for three years tells how many do. */
const LOOKED_BACK = 40

/** The first day whose payments are looked at for a month. */
export function lookedBackTo(month: Month): Day {
  return dayOfMonth(addMonths(month, -LOOKED_BACK), 1)
}

/** The month, the year ahead and what is due ask for the same. */
const read = keepAnswers<readonly NamedLongPayment[]>()

/** Payments that cover more than a month, as far back as they are looked at for the running one, by day. */
export function longPayments(storage: Storage, book: Book, running: Month): Promise<readonly NamedLongPayment[]> {
  return read(storage, book, { question: running, answer: () => storage.longPayments(book.id, lookedBackTo(running)) })
}

const spread = keepAnswers<readonly MonthNet[]>()

/** What lines of more than a month that were paid as far back bring in each of their months, by stream. */
export function longParts(storage: Storage, book: Book, running: Month): Promise<readonly MonthNet[]> {
  const answer = () => storage.longParts(book.id, { since: lookedBackTo(running), before: dayOfMonth(running, 1) })
  return spread(storage, book, { question: running, answer })
}
