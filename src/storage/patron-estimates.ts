import type { Sighting } from '#domain/entry.ts'
import { NOTHING } from '#domain/money.ts'
import { estimatesOf, type PatronEstimate } from '#domain/patron-estimate.ts'
import { placed, sameRow, type EntryRow } from './entry-row.ts'
import { replaceRows } from './ledger.ts'
import { FIRST_KEY, hasMoney, listsOfPatrons, PAST_KEYS, WORKED_OUT } from './read-estimates.ts'
import type { Session } from './session.ts'

/**
 * PRODUCT rule 7: where the user said so, what lists of patrons tell counts as an estimate, a line for each month and currency, as long
 * as nothing else tells of the stream's money. The lines are worked out anew from what stands there, so they go by themselves when money
 * of the stream arrives and come back when that is undone; no order of imports matters.
 */
export async function settleEstimates(session: Session): Promise<void> {
  const { fromLists, routes } = session.placing
  const all = session.listsSaid
  session.listsSaid = false
  if (fromLists.size === 0 && !all) return
  const touched = all ? await streamIds(session) : [...session.unsettled].flatMap((stream) => routes.places(stream))
  const streams = new Set(touched.flatMap((stream) => routes.sources(stream)))
  for (const stream of streams) await settleStream(session, stream)
}

async function streamIds({ transaction, book }: Session): Promise<number[]> {
  const rows = await transaction.selectFrom('stream').select('id').where('book', '=', book).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

async function settleStream(session: Session, stream: number): Promise<void> {
  const { transaction, book } = session
  const standing = await transaction
    .selectFrom('entry')
    .selectAll()
    .where('book', '=', book)
    .where('stream', '=', stream)
    .where('key', '>=', FIRST_KEY)
    .where('key', '<', PAST_KEYS)
    .where('version', '=', WORKED_OUT)
    .execute()
  const old = new Map(standing.map((row) => [row.key, row]))
  const wanted = new Map((await wantedRows(session, stream)).map((row) => [row.key, row]))
  const changes = [...new Set([...old.keys(), ...wanted.keys()])].map((key) => ({ old: old.get(key), row: wanted.get(key) }))
  await replaceRows(
    session,
    stream,
    changes.filter((change) => !(change.old && change.row && sameRow(change.old, change.row))),
  )
}

async function wantedRows(session: Session, stream: number): Promise<EntryRow[]> {
  const { transaction, book, placing } = session
  const place = placing.routes.shown(stream)
  if (!placing.fromLists.has(place)) return []
  const lists = await listsOfPatrons(transaction, book, [stream])
  if (lists.length === 0 || (await hasMoney(transaction, book, { routes: placing.routes, place }))) return []
  return estimatesOf(lists).map((estimate) => estimateRow(session, { stream, place, estimate }))
}

function estimateRow(session: Session, told: { stream: number; place: number; estimate: PatronEstimate }): EntryRow {
  const { stream, place, estimate } = told
  const { month, currency, amount, from, to } = estimate
  const sighting: Sighting = {
    ...NOTHING,
    key: `${FIRST_KEY}${month}:${currency}`,
    at: month,
    kind: 'summary',
    currency,
    ...(amount < 0 ? { refunds: 0 - amount } : { gross: amount }),
    months: 1,
    note: `Estimate from patron lists, ${from} to ${to}, before fees`,
  }
  const { routes } = session.placing
  // A split looks for words of payments; an estimate names nobody, and stays with its stream.
  const placing = { ...session.placing, routes: { ...routes, of: () => place } }
  return placed(placing, { stream, version: WORKED_OUT, sighting, edit: undefined, byHand: false, asOf: to, covered: false })
}
