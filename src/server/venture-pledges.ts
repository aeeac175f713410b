import type { Minor } from '#domain/money.ts'
import { monthOf, type Day } from '#domain/month.ts'
import { isOwedIn, monthlyShare } from '#domain/pledge.ts'
import type { Book } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import { pledgeFacts, type StandingPledge } from './pledge-facts.ts'
import { yearUpTo } from './today.ts'

/** What patrons have said of one venture themselves. */
export interface PatronWords {
  /** Names of those who may be named and have paid within twelve months: nobody gets onto a page by a promise. */
  names: string[]
  /** Pledged for the running month and not paid yet, in the home currency; pledges in other money are left out. */
  pledged: Minor
}

/** Reads a book's pledges once; answers what they say of each venture. */
export async function patronWords(
  parts: Pick<Parts, 'storage' | 'clock'>,
  book: Book,
  today: Day,
): Promise<(venture: number) => PatronWords> {
  const { standing } = await pledgeFacts(parts, book)
  const since = yearUpTo(today)
  const mayBeNamed = ({ pledge, payments }: StandingPledge): boolean =>
    pledge.named && pledge.patron.name.trim() !== '' && payments.some(({ day }) => day >= since)
  return (venture) => {
    const own = standing.filter(({ pledge }) => pledge.venture === venture)
    const owed = own.filter((one) => one.pledge.currency === book.homeCurrency && isOwedIn(one.standing, monthOf(today)))
    return {
      names: own.filter(mayBeNamed).map(({ pledge }) => pledge.patron.name.trim()),
      pledged: owed.reduce((sum, { pledge }) => sum + monthlyShare(pledge), 0),
    }
  }
}
