import type { Kysely } from 'kysely'
import type { Need } from '#domain/need.ts'
import type { Pledge, PledgeLink } from '#domain/pledge.ts'
import type { Publication } from '#domain/publication.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'
import type { Schema } from './schema.ts'
import type { PatronKind } from './storage.ts'

/** What ventures need, by venture and month. */
export async function ventureTargets(db: Kysely<Schema>, book: string): Promise<PlannedTarget[]> {
  const rows = await db.selectFrom('venture_need').selectAll().where('book', '=', book).orderBy('venture').orderBy('from_month').execute()
  return rows.map(({ venture, from_month: from, needs }) => {
    const said = JSON.parse(needs) as Need[] | Pick<PlannedTarget, 'needs' | 'plan'> // only ever written by `keepPatronage`
    return { venture, from, ...(Array.isArray(said) ? { needs: said } : said) }
  })
}

/** What was said of ventures' pages, by venture. */
export async function publications(db: Kysely<Schema>, book: string): Promise<Publication[]> {
  const rows = await db.selectFrom('publication').select('facts').where('book', '=', book).orderBy('venture').execute()
  return rows.map(({ facts }) => {
    // Only ever written from a Publication, of which older programs knew less.
    const said = JSON.parse(facts) as Omit<Publication, 'formerAccounts'> & Partial<Pick<Publication, 'formerAccounts'>>
    return { ...said, formerAccounts: said.formerAccounts ?? [] }
  })
}

/** The book's pledges, oldest first. */
export async function pledges(db: Kysely<Schema>, book: string): Promise<Pledge[]> {
  const rows = await db.selectFrom('pledge').select('facts').where('book', '=', book).orderBy('made').orderBy('id').execute()
  return rows.map(({ facts }) => JSON.parse(facts) as Pledge) // only ever written from a Pledge
}

/** Decisions about lines and pledges, by pledge, stream and key. */
export async function pledgeLinks(db: Kysely<Schema>, book: string): Promise<PledgeLink[]> {
  const rows = await db
    .selectFrom('pledge_link')
    .selectAll()
    .where('book', '=', book)
    .orderBy('pledge')
    .orderBy('stream')
    .orderBy('key')
    .execute()
  return rows.map(({ pledge, stream, key, paid }) => ({ pledge, stream, key, paid: paid === 1 }))
}

/** The kinds that patrons were given, by patron. */
export async function patronKinds(db: Kysely<Schema>, book: string): Promise<Map<string, PatronKind>> {
  const rows = await db.selectFrom('patron_kind').selectAll().where('book', '=', book).orderBy('patron').execute()
  return new Map(rows.map(({ patron, kind }) => [patron, kind]))
}
