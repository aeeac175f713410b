import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Stream } from '#domain/book.ts'
import type { Sighting } from '#domain/entry.ts'
import type { Pledge } from '#domain/pledge.ts'
import { linesOfTransactions, STRIPE_SYNC } from '#platforms/stripe/transaction.ts'
import { NO_FACTS, type BookWriter, type Claimed, type ImportFacts, type ImportRecord } from '#storage/storage.ts'
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
 * Stores payments of pledges as one import, and links each to its pledge unless the owner said no. What an earlier import of this
 * kind told in the very same words is passed over; where that leaves nothing, nothing is written. Answers whether it wrote.
 */
export async function storePayments({ storage, clock, newId }: StoreParts, book: string, payments: PledgePayments): Promise<boolean> {
  const ready = payments.map(readyOf).filter(({ lines }) => lines.length > 0)
  const [records, links] = [await storage.imports(book), await storage.pledgeLinks(book)]
  const said = new Set(links.map(({ pledge, stream, key }) => `${pledge} ${stream} ${key}`))
  return storage.write(book, async (writer) => {
    const news: Ready[] = []
    for (const one of ready) if ((await writer.sourceStream(STRIPE, one.state)) === undefined) news.push(one)
    if (news.length === 0) return false
    const now = clock()
    // What is fetched is newer than any file so far, and as full: it stands where the two differ in words.
    const importing = await writer.beginImport(now)
    const streams = await openStreams(writer, records)
    const claims: { stream: number; one: Ready; claimed: Claimed[] }[] = []
    for (const one of news) {
      const stream = await streams.of(one)
      claims.push({ stream, one, claimed: await importing.claim(stream, one.lines) })
    }
    await importing.finish({ ...factsOf(claims), batch: newId(), savedAt: now, asOf: now, sources: streams.sources(claims) })
    for (const { stream, one } of claims) {
      const line = one.lines.find(({ kind }) => kind === 'payment')
      if (!line || said.has(`${one.pledge.id} ${stream} ${line.key}`)) continue
      await writer.linkPledge({ pledge: one.pledge.id, stream, key: line.key, paid: true })
    }
    return true
  })
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

/**
 * Where a payment goes: where its charge stands already, else a Stripe stream of the pledge's venture, else where the account's files
 * go, so that the next of them finds it, else a new stream.
 */
async function openStreams(writer: BookWriter, records: readonly ImportRecord[]) {
  const streams: Stream[] = [...(await writer.streams())]
  const isThere = (id: number | undefined): id is number => streams.some((stream) => stream.id === id)
  const ofFiles = records
    .filter(({ layout }) => layout !== STRIPE_SYNC.id)
    .flatMap(({ sources }) => sources.filter(({ platform, account }) => platform === STRIPE && account === ''))
    .at(-1)?.stream
  const remembered = await writer.sourceStream(STRIPE, '')
  const ofVenture = async (venture: number): Promise<number> => {
    const own = streams.filter((stream) => stream.platform === STRIPE && stream.venture === venture && !stream.archived)
    const chosen = own.find(({ id }) => id === remembered) ?? own[0]
    if (chosen) return chosen.id
    if (isThere(ofFiles)) return ofFiles
    const stream = await writer.addStream({
      venture,
      name: freeName(streams, venture),
      platform: STRIPE,
      kind: 'patronage',
      automatic: true,
    })
    streams.push(stream)
    return stream.id
  }
  return {
    async of({ charge, pledge }: Ready): Promise<number> {
      const before = await writer.sourceStream(STRIPE, charge)
      return isThere(before) ? before : ofVenture(pledge.venture)
    },
    /** Each charge and its state, and the account itself where no import said yet where it goes. */
    sources(claims: readonly { stream: number; one: Ready }[]): ImportFacts['sources'] {
      const told = claims.flatMap(({ stream, one }) => [one.charge, one.state].map((account) => ({ platform: STRIPE, account, stream })))
      const first = claims[0]
      return first && remembered === undefined ? [{ platform: STRIPE, account: '', stream: first.stream }, ...told] : told
    },
  }
}

function freeName(streams: readonly Stream[], venture: number): string {
  const taken = (name: string): boolean => streams.some((stream) => stream.venture === venture && stream.name === name)
  let name = 'Stripe'
  for (let number = 2; taken(name); number += 1) name = `Stripe ${number}`
  return name
}
