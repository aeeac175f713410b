import type { Kysely } from 'kysely'
import { isDue, SURENESS, type AgreedIncome } from '#domain/agreed-income.ts'
import { currency, day, fields, id, nothingOr, oneOf, text, textThat, type Check } from './fact-form.ts'
import { sortedJson } from './patronage-write.ts'
import type { Schema } from './schema.ts'
import { takeId, type Session } from './session.ts'

/** Income that is agreed. */
export interface AgreedTable {
  book: string
  id: number
  /** JSON of all but the id. */
  facts: string
}

/** Income that is agreed, as a book file tells it. */
export interface AgreedFact {
  agreed: AgreedIncome
}

/** What can be asked of agreed income: part of `Storage`. */
export interface AgreedReads {
  /** By id, and so in the order in which it was entered. */
  agreedIncome(book: string): Promise<AgreedIncome[]>
}

/** Part of `BookWriter`. */
export interface AgreedWrites {
  addAgreed(draft: Omit<AgreedIncome, 'id'>): Promise<AgreedIncome>
  /** Lays down what is agreed in the place of what had its id. */
  setAgreed(item: AgreedIncome): Promise<void>
  removeAgreed(id: number): Promise<void>
}

/** Everything that is agreed, arrived or not. */
export async function agreedIncome(db: Kysely<Schema>, book: string): Promise<AgreedIncome[]> {
  const rows = await db.selectFrom('agreed_income').select(['id', 'facts']).where('book', '=', book).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, ...(JSON.parse(row.facts) as Omit<AgreedIncome, 'id'>) })) // only ever written by `keepAgreed`
}

export function agreedWrites(session: Session): AgreedWrites {
  return {
    async addAgreed(draft) {
      const item = { ...draft, id: await takeId(session) }
      await keepAgreed(session, { agreed: item })
      return item
    },
    async setAgreed(item) {
      await dropAgreed(session, item.id)
      await keepAgreed(session, { agreed: item })
    },
    removeAgreed: (one) => dropAgreed(session, one),
  }
}

async function dropAgreed(session: Session, one: number): Promise<void> {
  await session.transaction.deleteFrom('agreed_income').where('book', '=', session.book).where('id', '=', one).execute()
  session.changed = true
}

/** Inserts what is agreed; the database refuses a second one in its place. */
export async function keepAgreed(session: Session, { agreed: { id: own, ...facts } }: AgreedFact): Promise<void> {
  await session.transaction
    .insertInto('agreed_income')
    .values({ book: session.book, id: own, facts: sortedJson(facts) })
    .execute()
  session.changed = true
}

/** The form of agreed income in a book file. */
export const agreedCheck: Check = fields({
  id,
  stream: id,
  due: textThat(isDue),
  amount: id,
  currency,
  note: text,
  sureness: oneOf(SURENESS),
  entered: day,
  arrived: nothingOr(fields({ stream: id, key: text })),
})
