import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Stream } from '#domain/book.ts'
import type { Sighting } from '#domain/entry.ts'
import type { Pledge } from '#domain/pledge.ts'
import { linesOfTransactions, STRIPE_SYNC } from '#platforms/stripe/transaction.ts'
import { NO_FACTS, type BookWriter, type Claimed, type ImportFacts } from '#storage/storage.ts'
import type { Parts } from './parts.ts'
import type { StripePayment } from './stripe-account.ts'

export type PledgePayments = { pledge: Pledge; payment: StripePayment }[]

type StoreParts = Pick<Parts, 'storage' | 'clock' | 'newId'>
const STRIPE = 'stripe'

/** One payment, ready to be claimed. */
interface Ready {
  pledge: Pledge
  charge: string
  lines: Sighting[]
  /** Tells this state of the charge from any other. */
  state: string
}

/**
 * Stores payments of pledges as one import, and links each to its pledge. What an earlier import of this kind told in the very same
 * words is passed over; where that leaves nothing, nothing is written. Answers whether it wrote.
 */
export async function storePayments({ storage, clock, newId }: StoreParts, book: string, payments: PledgePayments): Promise<boolean> {
  const ready = payments.map(readyOf).filter(({ lines }) => lines.length > 0)
  const [places, links] = [await standingPlaces({ storage }, book, ready), await storage.pledgeLinks(book)]
  const said = new Map(links.map(({ pledge, stream, key, paid }) => [`${pledge} ${stream} ${key}`, paid]))
  return storage.write(book, async (writer) => {
    const news: Ready[] = []
    for (const one of ready) if ((await writer.sourceStream(STRIPE, one.state)) === undefined) news.push(one)
    if (news.length === 0) return false
    const now = clock()
    // What is fetched is newer than any file so far, and as full: it stands where the two differ in words.
    const importing = await writer.beginImport(now)
    const streams = await openStreams(writer, places)
    const claims: { stream: number; one: Ready; claimed: Claimed[] }[] = []
    for (const one of news) {
      const stream = await streams.of(one)
      claims.push({ stream, one, claimed: await importing.claim(stream, one.lines) })
    }
    await importing.finish({ ...factsOf(claims), batch: newId(), savedAt: now, asOf: now, sources: claims.flatMap(sourcesOf) })
    for (const { stream, one } of claims) {
      const key = one.lines.find(({ kind }) => kind === 'payment')?.key
      const paid = key === undefined ? undefined : paysPledge(one.lines, said.get(`${one.pledge.id} ${stream} ${key}`))
      if (key !== undefined && paid !== undefined) await writer.linkPledge({ pledge: one.pledge.id, stream, key, paid })
    }
    return true
  })
}

/**
 * Whether a charge pays its pledge, where that is news: it does until all of it was given back or disputed away, and again once a
 * dispute is won. What the owner said of it stands otherwise.
 */
function paysPledge(lines: readonly Sighting[], said: boolean | undefined): boolean | undefined {
  const left = lines.reduce((sum, { gross, refunds }) => sum + gross - refunds, 0)
  const isBack = lines.some(({ refunds }) => refunds < 0)
  if (left <= 0) return said === false ? undefined : false
  return said === undefined || (said === false && isBack) ? true : undefined
}

function readyOf({ pledge, payment }: PledgePayments[number]): Ready {
  const lines = linesOfTransactions(payment.transactions)
  return { pledge, charge: payment.charge, lines, state: `${payment.charge} ${hashOf(lines).slice(0, 32)}` }
}

function hashOf(lines: readonly Sighting[]): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(lines))))
}

function factsOf(claims: readonly { one: Ready; claimed: Claimed[] }[]): ImportFacts {
  const lines = claims.flatMap(({ one }) => one.lines)
  const outcomes = claims.flatMap(({ claimed }) => claimed)
  const count = (what: Claimed): number => outcomes.filter((one) => one === what).length
  const days = lines.map(({ at }) => at.slice(0, 10)).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  return {
    ...NO_FACTS,
    file: hashOf(lines),
    name: STRIPE_SYNC.name,
    layout: STRIPE_SYNC.id,
    span: from !== undefined && to !== undefined ? { from, to } : null,
    rows: lines.length,
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
  }
}

/** Each charge and its state: a file that tells of the charge goes there, and the same state is not stored again. */
function sourcesOf({ stream, one }: { stream: number; one: Ready }): ImportFacts['sources'] {
  return [one.charge, one.state].map((account) => ({ platform: STRIPE, account, stream }))
}

/** The streams in which files have told of a charge before: by its balance transaction, or by the charge itself. */
async function standingPlaces({ storage }: Pick<Parts, 'storage'>, book: string, ready: readonly Ready[]): Promise<Map<string, number>> {
  const streams = (await storage.streams(book)).filter(({ platform }) => platform === STRIPE)
  const places = new Map<string, number>()
  for (const { charge, lines } of ready) {
    const keys = [...lines.filter(({ kind }) => kind === 'payment').map(({ key }) => key), `${STRIPE}:${charge}`]
    for (const { id } of streams) for (const key of keys) if (await storage.entry(book, id, key)) places.set(charge, id)
  }
  return places
}

/**
 * Where a payment goes: where its charge stands already, else a Stripe stream of the pledge's venture, the one that the account's
 * files feed first, else a new stream.
 */
async function openStreams(writer: BookWriter, places: ReadonlyMap<string, number>) {
  const streams: Stream[] = [...(await writer.streams())]
  const isThere = (id: number | undefined): id is number => streams.some((stream) => stream.id === id)
  const remembered = await writer.sourceStream(STRIPE, '')
  return {
    async of({ charge, pledge: { venture } }: Ready): Promise<number> {
      const before = (await writer.sourceStream(STRIPE, charge)) ?? places.get(charge)
      if (isThere(before)) return before
      const own = streams.filter((stream) => stream.platform === STRIPE && stream.venture === venture && !stream.archived)
      const chosen = own.find(({ id }) => id === remembered) ?? own[0]
      if (chosen) return chosen.id
      const draft = { venture, name: freeName(streams, venture), platform: STRIPE, kind: 'patronage' as const, automatic: true }
      const stream = await writer.addStream(draft)
      streams.push(stream)
      return stream.id
    },
  }
}

function freeName(streams: readonly Stream[], venture: number): string {
  const taken = (name: string): boolean => streams.some((stream) => stream.venture === venture && stream.name === name)
  let name = 'Stripe'
  for (let number = 2; taken(name); number += 1) name = `Stripe ${number}`
  return name
}
