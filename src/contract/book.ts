import { z } from 'zod'
import { Currency, Minor } from './money.ts'

export const BookId = z.string().regex(/^[a-z0-9-]{1,40}$/)
export const Book = z
  .object({
    id: BookId,
    name: z.string(),
    homeCurrency: Currency,
    zone: z.string(),
    locale: z.string(),
    /** Rises with every write. */
    revision: z.int(),
    /** Whether this is the example, made from a seed and deleted in one press. */
    example: z.boolean(),
    entries: z.int(),
    /** The book's local day now. */
    today: z.string(),
  })
  .meta({ id: 'Book' })

export const NewBook = z
  .object({
    name: z.string().trim().min(1).max(80).optional(),
    homeCurrency: Currency,
    zone: z.string(),
    locale: z.string().max(35),
    /** What is enough in a month, before income tax, in minor units of the home currency. */
    enough: Minor.min(1).optional(),
  })
  .meta({ id: 'NewBook' })

export const BookChange = NewBook.omit({ enough: true }).partial().meta({ id: 'BookChange' })

/** What is known of how the book file or its example came to be where it is, for Settings. */
export const About = z
  .object({
    version: z.string(),
    /** Where the data lies: a folder, or the page's memory. */
    kept: z.object({ where: z.string(), lasting: z.boolean() }),
    rates: z.object({ source: z.string(), from: z.string(), to: z.string(), currencies: z.array(Currency) }),
    platforms: z.array(z.object({ id: z.string(), name: z.string(), layouts: z.array(z.string()) })),
    currencies: z.array(z.object({ code: Currency, exponent: z.int() })),
    /** Whether a server folder or this page holds the books. */
    inPage: z.boolean(),
  })
  .meta({ id: 'About' })

export const Restore = z.object({ file: z.string(), replace: z.boolean().optional() }).meta({ id: 'Restore' })

export type Book = z.infer<typeof Book>
export type NewBook = z.infer<typeof NewBook>
export type BookChange = z.infer<typeof BookChange>
export type About = z.infer<typeof About>
