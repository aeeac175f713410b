import type { Day } from '#domain/month.ts'
import { addDays } from '#domain/month.ts'
import type { Pledge, PledgeStanding } from '#domain/pledge.ts'
import { decisionsOf, linkedLines, proposalsFor, type Decisions, type Proposal } from '#domain/pledge-match.ts'
import { GRACE_DAYS, standingOf } from '#domain/pledge-standing.ts'
import { dayOf, zone } from '#domain/zone.ts'
import type { Book, StoredEntry, StreamWithLines } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

type FactParts = Pick<Parts, 'storage' | 'clock'>

/** A pledge with what paid it and where it stands today. */
export interface StandingPledge {
  pledge: Pledge
  /** The book's day on which it was made. */
  made: Day
  /** Lines that pay it, oldest first. */
  payments: StoredEntry[]
  standing: PledgeStanding
}

/** What is known of a book's pledges, read once. */
export interface PledgeFacts {
  standing: StandingPledge[]
  streams: readonly StreamWithLines[]
  decisions: Decisions
}

/** Payments that are weighed against pledges; the newest, where there are more. */
const MOST_PAYMENTS = 5000

/** Reads every pledge of a book with its payments, and says where each stands. */
export async function pledgeFacts({ storage, clock }: FactParts, book: Book): Promise<PledgeFacts> {
  const pledges = await storage.pledges(book.id)
  const decisions = decisionsOf(await storage.pledgeLinks(book.id))
  if (pledges.length === 0) return { standing: [], streams: [], decisions }
  const streams = await storage.streams(book.id)
  const [linked, coverage] = [await linkedPayments({ storage }, book.id, { pledges, decisions }), await storage.coverage(book.id)]
  const [where, today] = [zone(book.zone), todayOf(book, clock)]
  const standing = pledges.map((pledge): StandingPledge => {
    const payments = (linked.get(pledge.id) ?? []).toSorted((a, b) => (a.day < b.day ? -1 : 1))
    const made = dayOf(pledge.made, where)
    const reach = reachOf(streamsFor(pledge, payments, streams), coverage)
    return { pledge, made, payments, standing: standingOf(pledge, { made, payments, coverage: reach, today }) }
  })
  return { standing, streams, decisions }
}

interface Asked {
  pledges: readonly Pledge[]
  decisions: Decisions
}

/** Counted lines that pay each pledge, by its id: by its exact reference, or because the owner or Stripe says so. */
export async function linkedPayments(
  { storage }: Pick<Parts, 'storage'>,
  book: string,
  { pledges, decisions }: Asked,
): Promise<Map<string, StoredEntry[]>> {
  const references = pledges.map(({ reference }) => reference)
  const byReference = await storage.linesByReference(book, references)
  const said = (await storage.payingLines(book)).map(({ pledge, entry }) => ({ pledge, line: entry }))
  const lines = byReference.map(({ reference, entry }) => ({ reference, line: entry }))
  return linkedLines(lines, said, { pledges, decisions })
}

/**
 * The streams whose imports would tell of a payment: where its last payment lies, else those of Stripe for a card pledge, else all
 * patronage of its venture.
 */
function streamsFor(pledge: Pledge, payments: readonly StoredEntry[], streams: readonly StreamWithLines[]): number[] {
  const last = payments.at(-1)
  if (last) return [last.stream]
  const live = streams.filter(({ archived }) => !archived)
  const ofStripe = live.filter(({ platform }) => platform === 'stripe')
  const ofVenture = (all: readonly StreamWithLines[]) => all.filter(({ venture }) => venture === pledge.venture)
  if (pledge.way !== 'stripe') return ofVenture(live.filter(({ kind }) => kind === 'patronage')).map(({ id }) => id)
  const own = ofVenture(ofStripe)
  return (own.length > 0 ? own : ofStripe).map(({ id }) => id)
}

/** The day up to which all of the streams are covered; null where one of them is not, or there is none. */
function reachOf(streams: readonly number[], coverage: ReadonlyMap<number, Day>): Day | null {
  const days = streams.map((stream) => coverage.get(stream) ?? '').toSorted()
  return days[0] || null
}

/** Payments that may belong to a pledge and are linked to none; of lines and pledges about which the owner said no, nothing. */
export async function pledgeProposals(
  { storage }: Pick<Parts, 'storage'>,
  book: string,
  { standing, streams, decisions }: PledgeFacts,
): Promise<Proposal<StoredEntry>[]> {
  const first = standing.map(({ made }) => made).toSorted()[0]
  if (first === undefined) return []
  const taken = new Set(standing.flatMap(({ payments }) => payments.map(({ stream, key }) => `${stream}.${key}`)))
  const payments = await storage.paymentsSince(book, addDays(first, -GRACE_DAYS), MOST_PAYMENTS)
  const free = payments.filter(({ stream, key }) => !taken.has(`${stream}.${key}`))
  const ventureOf = new Map(streams.map(({ id, venture }) => [id, venture]))
  const byVenture = Map.groupBy(standing, ({ pledge }) => pledge.venture)
  return [...byVenture].flatMap(([venture, pledges]) =>
    proposalsFor(
      pledges,
      free.filter(({ countsIn }) => ventureOf.get(countsIn) === venture),
    ).filter(({ pledge, payment }) => decisions.said(pledge, payment) === undefined),
  )
}
