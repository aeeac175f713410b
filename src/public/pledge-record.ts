import type { Papers } from '#domain/pledge.ts'
import type { PledgeView } from '#contract/public.ts'
import { ProblemError } from '#http/problem.ts'
import type { Shelf } from './shelf.ts'

/** What the shelf keeps of a pledge: what its patron sees, and what their link and the recipient's may do with it. */
export interface PledgeRecord {
  view: PledgeView
  papers: Papers | null
  /** Stripe's id of the checkout that began it; null for any other way. */
  session: string | null
}

/** The record of a pledge; undefined for one that is not on the shelf. */
export function readRecord(shelf: Shelf, pledge: string): PledgeRecord | undefined {
  const json = shelf.pledgeView(pledge)
  return json === undefined ? undefined : (JSON.parse(json) as PledgeRecord) // written below
}

/** The same, for a caller who holds a signed link: throws a problem where there is none. */
export function neededRecord(shelf: Shelf, pledge: string): PledgeRecord {
  const record = readRecord(shelf, pledge)
  if (record) return record
  throw new ProblemError(404, 'Failed to find the pledge: it is not kept here any more. Ask whom you pledged to.')
}

/** Writes a record, and only where it differs from what stands there. */
export function writeRecord(shelf: Shelf, { view, papers, session }: PledgeRecord): void {
  const json = JSON.stringify({ view, papers, session })
  if (shelf.pledgeView(view.id) !== json) shelf.putPledgeView(view.id, json)
}
