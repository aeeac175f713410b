import type { Kysely } from 'kysely'
import type { Sighting } from '#domain/entry.ts'
import { net } from '#domain/money.ts'
import { factsText, sightingFrom } from './facts.ts'
import type { Schema } from './schema.ts'

/** Until fees had rows of their own, what is left of a payment is what every layout of Open Collective states; since then, the whole. */
const FEE_ROWS = '2024-01-01'
const PLATFORM = 'open-collective'
const LEGACY = `${PLATFORM}-legacy`
const GAP = ':gap'
const PAGE = 400

/** What one file told of one line, with the layout of that file. */
interface Told {
  book: string
  stream: number
  id: number
  line: Sighting
  layout: string
}

/**
 * Gives lines of Open Collective that were imported before its layouts shared a reference theirs, as far as what was kept of them
 * tells it, and lets the layouts yield that do not tell every fee; so that what two layouts tell counts once. Of a payment it was
 * not kept whether it was a contribution or added funds: it is taken for a contribution, as nearly all are. Books in which there are
 * such lines are placed anew when they are opened.
 */
export async function giveSharedSights(db: Kysely<Schema>): Promise<void> {
  for (let after = { book: '', id: 0 }; ;) {
    const page = await toldAfter(db, after)
    const last = page.at(-1)
    if (!last) return
    for (const told of page) if (told.line.ref === undefined) await giveSight(db, told)
    await db
      .updateTable('book')
      .set({ rates_last: '' })
      .where('book', 'in', [...new Set(page.map(({ book }) => book))])
      .execute()
    after = last
  }
}

async function toldAfter(db: Kysely<Schema>, { book, id }: { book: string; id: number }): Promise<Told[]> {
  const rows = await db
    .selectFrom('version')
    .innerJoin('claim', (join) => join.onRef('claim.book', '=', 'version.book').onRef('claim.version', '=', 'version.id'))
    .innerJoin('import', (join) => join.onRef('import.book', '=', 'claim.book').onRef('import.id', '=', 'claim.import'))
    .select(['version.book', 'version.stream', 'version.id', 'version.key', 'version.facts'])
    .select(({ fn }) => fn.max('import.layout').as('layout'))
    .where((eb) => eb.or([eb('version.book', '>', book), eb.and([eb('version.book', '=', book), eb('version.id', '>', id)])]))
    .where('import.layout', 'like', `${PLATFORM}-%`)
    .groupBy(['version.book', 'version.stream', 'version.id', 'version.key', 'version.facts'])
    .orderBy('version.book')
    .orderBy('version.id')
    .limit(PAGE)
    .execute()
  return rows.map(({ key, facts, layout, ...row }) => ({ ...row, layout: layout ?? '', line: sightingFrom(key, facts) }))
}

async function giveSight(db: Kysely<Schema>, told: Told): Promise<void> {
  const { line, layout } = told
  const owner = await ownerOf(db, told)
  const ref = owner && (await sightOf(db, told, owner))
  const changed: Sighting = {
    ...line,
    ...(ref === undefined ? {} : { ref: ref.slice(0, 200) }),
    ...(layout === LEGACY ? {} : { yields: true }),
  }
  await tellAs(db, told, factsText(changed))
}

/** The payment or refund that a line is, or that its fee, tax or gap belongs to: from the time of a refund on, that. */
async function ownerOf(db: Kysely<Schema>, { book, stream, line, layout }: Told): Promise<Sighting | undefined> {
  const { key, kind, tie } = line
  if (kind === 'payment' || kind === 'refund') return line
  if (key.endsWith(GAP)) return lineOf(db, { book, stream }, key.slice(0, -GAP.length))
  // A fee of the layout that does not yield covers nothing, and what names it was not kept.
  if (layout === LEGACY || tie === undefined) return undefined
  const refund = await db
    .selectFrom('entry')
    .select('key')
    .where('book', '=', book)
    .where('stream', '=', stream)
    .where('tie', '=', tie)
    .where('kind', '=', 'refund')
    .where('at', '<=', line.at)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return lineOf(db, { book, stream }, refund?.key ?? tie)
}

async function sightOf(db: Kysely<Schema>, { book, stream }: Told, owner: Sighting): Promise<string> {
  const { key, at, currency, patron = '' } = owner
  const gap = at < FEE_ROWS ? await lineOf(db, { book, stream }, key + GAP) : undefined
  const amount = at < FEE_ROWS ? net(owner) + (gap?.gross ?? 0) : owner.gross - owner.refunds
  return `oc:${at}:${amount}:${currency}:${patron}:CONTRIBUTION`
}

async function lineOf(db: Kysely<Schema>, { book, stream }: Pick<Told, 'book' | 'stream'>, key: string): Promise<Sighting | undefined> {
  const row = await db
    .selectFrom('version')
    .select('facts')
    .where('book', '=', book)
    .where('stream', '=', stream)
    .where('key', '=', key)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && sightingFrom(key, row.facts)
}

/** Where the same was told so by a later file, the two are one version from now on. */
async function tellAs(db: Kysely<Schema>, { book, stream, id, line }: Told, facts: string): Promise<void> {
  const same = await db
    .selectFrom('version')
    .select('id')
    .where('book', '=', book)
    .where('stream', '=', stream)
    .where('key', '=', line.key)
    .where('facts', '=', facts)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (same) {
    await db.updateTable('claim').set({ version: same.id }).where('book', '=', book).where('version', '=', id).execute()
    await db.deleteFrom('version').where('book', '=', book).where('id', '=', id).execute()
  } else await db.updateTable('version').set({ facts }).where('book', '=', book).where('id', '=', id).execute()
}
