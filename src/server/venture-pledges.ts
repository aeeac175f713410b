import { split, type Minor } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import type { Pledge, PledgeState } from '#domain/pledge.ts'
import { decisionsOf, linkedLines } from '#domain/pledge-match.ts'
import { standingOf } from '#domain/pledge-standing.ts'
import { dayOf, zone } from '#domain/zone.ts'
import type { Book, StoredEntry } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import { yearUpTo } from './today.ts'

/** What patrons have said of one venture themselves. */
export interface PatronWords {
  /** Names of those who may be named, and have paid within twelve months: a name is not had for a promise. */
  names: string[]
  /** Pledged for a month and not paid yet, in the home currency. */
  pledged: Minor
}

const NOTHING_SAID: PatronWords = { names: [], pledged: 0 }

/** States of a pledge whose money may still be awaited. */
const AWAITED: readonly PledgeState[] = ['open', 'unchecked']

/** Reads a book's pledges once; answers what they say of each venture. */
export async function patronWords(
  parts: Pick<Parts, 'storage'>,
  book: Book,
  { today, coverage }: { today: Day; coverage: ReadonlyMap<number, Day> },
): Promise<(venture: number) => PatronWords> {
  const pledges = await parts.storage.pledges(book.id)
  if (pledges.length === 0) return () => NOTHING_SAID
  const linked = await linkedPayments(parts, book, pledges)
  const where = zone(book.zone)
  return (venture) => {
    const own = pledges.filter((pledge) => pledge.venture === venture)
    const paidLately = ({ id }: Pledge): boolean => (linked.get(id) ?? []).some(({ day }) => day >= yearUpTo(today))
    const awaited = own.filter((pledge) => {
      const payments = linked.get(pledge.id) ?? []
      const reach = payments.at(-1)?.stream
      const facts = { made: dayOf(pledge.made, where), payments, coverage: (reach !== undefined && coverage.get(reach)) || null, today }
      return pledge.currency === book.homeCurrency && AWAITED.includes(standingOf(pledge, facts).state)
    })
    return {
      names: own.filter((pledge) => pledge.named && pledge.patron.name !== '' && paidLately(pledge)).map(({ patron }) => patron.name),
      pledged: awaited.reduce((sum, pledge) => sum + monthly(pledge), 0),
    }
  }
}

/** A twelfth of a yearly pledge, and so on. */
function monthly({ amount, months }: Pledge): Minor {
  return split(amount, Math.max(1, months)).at(-1) ?? 0
}

async function linkedPayments(
  { storage }: Pick<Parts, 'storage'>,
  book: Book,
  pledges: readonly Pledge[],
): Promise<Map<string, StoredEntry[]>> {
  const decisions = decisionsOf(await storage.pledgeLinks(book.id))
  const byReference = await storage.linesByReference(
    book.id,
    pledges.map(({ reference }) => reference).filter((reference) => reference !== ''),
  )
  const byOwner: { pledge: string; line: StoredEntry }[] = []
  for (const { pledge, stream, key } of decisions.paying) {
    const line = await storage.entry(book.id, stream, key)
    if (line && line.uncounted === undefined) byOwner.push({ pledge, line })
  }
  const lines = byReference.map(({ reference, entry }) => ({ reference, line: entry }))
  return linkedLines(lines, byOwner, { pledges, decisions })
}
