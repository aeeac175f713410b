import { isCurrency } from '#domain/currency.ts'
import { levelsAround, SINCE_ALWAYS } from '#domain/target.ts'
import { isZone } from '#domain/zone.ts'
import type { Book as BookAnswer } from '#contract/book.ts'
import type { Book } from '#storage/storage.ts'
import { createExampleBook } from './example.ts'
import { bookOf, type Generation, type Handlers } from './handle.ts'
import type { Clock, Parts } from './parts.ts'
import { present } from './present.ts'
import { ProblemError, unfit } from '#http/problem.ts'
import { restoreBook } from './restore.ts'
import { todayOf } from './today.ts'

/** The one book of a person who keeps their own; the example has an id of its own. */
export const BOOK_ID = 'main'
export const EXAMPLE_ID = 'example'

type Names = 'books' | 'createBook' | 'createExample' | 'restoreBook' | 'book' | 'changeBook' | 'deleteBook'

export function bookHandlers(parts: Parts, generation: Generation): Handlers<Names> {
  const { storage, clock } = parts
  const answer = async (id: string): Promise<BookAnswer> => bookAnswer(await bookOf(parts, id), clock)
  return {
    books: async () => (await storage.books()).map((book) => bookAnswer(book, clock)),
    async createBook({ body }) {
      checkSettings(body)
      if (await storage.book(BOOK_ID)) {
        throw new ProblemError(409, 'Failed to begin a book: there is one here already. Open it, or delete it first.')
      }
      const { name = 'My book', homeCurrency, zone, locale, enough } = body
      await storage.createBook(BOOK_ID, { name, homeCurrency, zone, locale }, false)
      if (enough !== undefined) await storage.write(BOOK_ID, (writer) => writer.setTarget(SINCE_ALWAYS, levelsAround(enough)))
      generation.next()
      return answer(BOOK_ID)
    },
    async createExample({ body }) {
      checkSettings(body)
      if (!(await storage.book(EXAMPLE_ID))) {
        await createExampleBook(parts, EXAMPLE_ID, body)
        generation.next()
      }
      return answer(EXAMPLE_ID)
    },
    async restoreBook({ body }) {
      await restoreBook(parts, BOOK_ID, body)
      generation.next()
      return answer(BOOK_ID)
    },
    book: async ({ book }) => bookAnswer(book, clock),
    async changeBook({ book, body }) {
      checkSettings(body)
      await storage.write(book.id, (writer) => writer.changeBook(present(body)))
      return answer(book.id)
    },
    async deleteBook({ book }) {
      await storage.deleteBook(book.id)
      generation.next()
      return null
    },
  }
}

function checkSettings({
  homeCurrency,
  zone,
  locale,
}: {
  homeCurrency?: string | undefined
  zone?: string | undefined
  locale?: string | undefined
}): void {
  if (homeCurrency !== undefined && !isCurrency(homeCurrency)) throw unfit('homeCurrency', `"${homeCurrency}" is no currency that is known`)
  if (zone !== undefined && !isZone(zone)) throw unfit('zone', `"${zone}" is no time zone that is known`)
  if (locale !== undefined && !isLocale(locale)) throw unfit('locale', `"${locale}" is no language tag such as en or de-AT`)
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function bookAnswer(book: Book, clock: Clock): BookAnswer {
  const { id, name, homeCurrency, zone, locale, revision, example, entries } = book
  return { id, name, homeCurrency, zone, locale, revision, example, entries, today: todayOf(book, clock) }
}
