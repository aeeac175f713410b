import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Book } from '#contract/book.ts'
import { q } from '#web/api/client.ts'
import { createFormat, type Format } from '#web/ui/format.ts'
import { useRouter } from './router-context.ts'

/** The book that the address belongs to, as fresh as the last read. */
export function useBook(): Book {
  const { book } = useRouter()
  const { data } = useQuery(q('books', {}))
  if (!book) throw new Error('Failed to read the book: there is none yet. Only pages of a book may ask for it.')
  // A book that was deleted a moment ago is still shown until the next page is.
  return data?.find((one) => one.id === book.id) ?? book
}

/** Words for amounts, months and days, by the book's locale and home currency. */
export function useFormat(): Format {
  const { locale, homeCurrency } = useBook()
  return useMemo(() => createFormat(locale, homeCurrency), [locale, homeCurrency])
}
