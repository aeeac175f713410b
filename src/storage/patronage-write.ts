import type { Pledge, PledgeLink } from '#domain/pledge.ts'
import type { Publication } from '#domain/publication.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'
import { pledges, publications } from './read-patronage.ts'
import type { Session } from './session.ts'
import type { BookWriter, PatronKind } from './storage.ts'

/** The facts of the patron's side as a book file tells them: each is one line. */
export type PatronageFact =
  | { need: PlannedTarget }
  | { publication: Publication }
  | { pledge: Pledge }
  | { link: PledgeLink }
  | { patron: { patron: string; kind: PatronKind } }

type Writes =
  | 'setVentureTarget'
  | 'removeVentureTarget'
  | 'setPublication'
  | 'publications'
  | 'putPledge'
  | 'pledges'
  | 'linkPledge'
  | 'unlinkPledge'
  | 'setPatronKind'

/** What can be written of ventures' needs and pages, and of who pledges for them. */
export function patronageWrites(session: Session): Pick<BookWriter, Writes> {
  const { transaction, book } = session
  return {
    async setVentureTarget(target) {
      await dropVentureTarget(session, target)
      await keepPatronage(session, { need: target })
    },
    removeVentureTarget: (venture, from) => dropVentureTarget(session, { venture, from }),
    async setPublication(publication) {
      await transaction.deleteFrom('publication').where('book', '=', book).where('venture', '=', publication.venture).execute()
      await keepPatronage(session, { publication })
    },
    publications: () => publications(transaction, book),
    async putPledge(pledge) {
      await transaction.deleteFrom('pledge').where('book', '=', book).where('id', '=', pledge.id).execute()
      await keepPatronage(session, { pledge })
    },
    pledges: () => pledges(transaction, book),
    async linkPledge(link) {
      await dropLink(session, link)
      await keepPatronage(session, { link })
    },
    unlinkPledge: (link) => dropLink(session, link),
    async setPatronKind(patron, kind) {
      await transaction.deleteFrom('patron_kind').where('book', '=', book).where('patron', '=', patron).execute()
      if (kind === 'unknown') session.changed = true
      else await keepPatronage(session, { patron: { patron, kind } })
    },
  }
}

async function dropVentureTarget(session: Session, { venture, from }: Pick<PlannedTarget, 'venture' | 'from'>): Promise<void> {
  const { transaction, book } = session
  await transaction
    .deleteFrom('venture_need')
    .where('book', '=', book)
    .where('venture', '=', venture)
    .where('from_month', '=', from)
    .execute()
  session.changed = true
}

async function dropLink(session: Session, { pledge, stream, key }: Omit<PledgeLink, 'paid'>): Promise<void> {
  const { transaction, book } = session
  await transaction
    .deleteFrom('pledge_link')
    .where('book', '=', book)
    .where('pledge', '=', pledge)
    .where('stream', '=', stream)
    .where('key', '=', key)
    .execute()
  session.changed = true
}

/** Inserts one fact; the database refuses a second one in its place. */
export async function keepPatronage(session: Session, fact: PatronageFact): Promise<void> {
  const { transaction, book } = session
  if ('need' in fact) {
    const { venture, from, needs, plan } = fact.need
    await transaction
      .insertInto('venture_need')
      .values({ book, venture, from_month: from, needs: sortedJson(plan ? { needs, plan } : needs) })
      .execute()
  } else if ('publication' in fact) {
    const { venture } = fact.publication
    await transaction
      .insertInto('publication')
      .values({ book, venture, facts: sortedJson(fact.publication) })
      .execute()
  } else if ('pledge' in fact) {
    const { id, venture, made } = fact.pledge
    await transaction
      .insertInto('pledge')
      .values({ book, id, venture, made, facts: sortedJson(fact.pledge) })
      .execute()
  } else if ('link' in fact) {
    const { pledge, stream, key, paid } = fact.link
    await transaction
      .insertInto('pledge_link')
      .values({ book, pledge, stream, key, paid: paid ? 1 : 0 })
      .execute()
  } else
    await transaction
      .insertInto('patron_kind')
      .values({ book, ...fact.patron })
      .execute()
  session.changed = true
}

/** JSON with the fields of every object sorted, so that the same fact has the same text, whoever made it. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
