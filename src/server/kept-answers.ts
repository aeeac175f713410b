import type { MonthNet } from '#domain/income.ts'
import type { Book, Storage } from '#storage/storage.ts'

interface Asked<T> {
  /** All that the answer hangs on besides the book: a month, a lens, the day. */
  question: string
  answer: () => Promise<T>
}

/**
 * Keeps what is worked out of a book as long as the book stays as it is: its months are the same list until something is written.
 * What is handed out is not to be changed. Of a book without months nothing is kept.
 */
export function keepAnswers<T>(): (storage: Storage, book: Book, asked: Asked<T>) => Promise<T> {
  const kept = new WeakMap<readonly MonthNet[], Map<string, T>>()
  return async (storage, book, { question, answer }) => {
    const series = await storage.monthSeries(book.id, 'cash')
    const answers = kept.get(series) ?? new Map<string, T>()
    const known = answers.get(question)
    if (known !== undefined) return known
    const told = await answer()
    if (series.length > 0) kept.set(series, answers.set(question, told))
    return told
  }
}
