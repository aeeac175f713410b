import type { EntryKind } from './entry.ts'
import type { Minor } from './money.ts'
import type { Day } from './month.ts'
import type { Moment } from './zone.ts'

/** One line of a stream: what tells of some money, and may not be the only one to do so. */
export interface Sight {
  stream: number
  key: string
}

/** A line as the matcher sees it: what its source tells, whatever else it is part of. */
export interface DoubleLine extends Sight {
  /** Id of the stream's platform. */
  platform: string
  day: Day
  at: Moment
  kind: EntryKind
  currency: string
  /** What moved before fees, minor units: gross less refunds, so below 0 for a refund. */
  gross: Minor
  net: Minor
  /** The net in the home currency, or null where there is no rate. */
  home: Minor | null
  patron?: string
  name?: string
  note?: string
  ref?: string
}

/** `pair`: two sights of one payment. `landing`: a payout of several payments that arrives elsewhere as one line. */
export type DoubleKind = 'pair' | 'landing'

/** The same money in two streams: the lines that count, and the one that does not. */
export interface SameMoney {
  kind: DoubleKind
  /** By stream and key; exactly one of a pair. */
  counts: readonly Sight[]
  covered: Sight
}

/** What the matcher found, with how sure it is (whole percent) and why, in sentences. */
export interface FoundDouble extends SameMoney {
  score: number
  reasons: readonly string[]
}

/** What the user said of one double. */
export interface DoubleDecision extends SameMoney {
  same: boolean
}

/** "Everything from Ko-fi in this PayPal account": said of two streams, it holds for every double between them. */
export interface DoubleRule {
  /** The stream whose lines count. */
  counts: number
  /** The stream whose lines are the second sight. */
  covered: number
}

/**
 * What a platform knows of a payment: who paid for what, that it was charged, only that it arrived; a table may be of any kind, and
 * those that measure time know of none.
 */
type Knows = 'patron' | 'charge' | 'arrival' | 'anything' | 'none'

/** Every platform that is read, and what the user keeps by hand; a test walks the registry. */
const KNOWS: ReadonlyMap<string, Knows> = new Map(
  (
    [
      ['patron', 'github-sponsors open-collective patreon ko-fi liberapay buy-me-a-coffee sponsor-feed gumroad etsy bandcamp'],
      ['patron', 'polar upwork youtube kdp itch-io lemon-squeezy'],
      ['charge', 'stripe paypal'],
      ['arrival', 'wise bank'],
      ['anything', 'any any-csv journal'],
      ['none', 'toggl clockify harvest timewarrior timeclock'],
    ] as const
  ).flatMap(([knows, ids]) => ids.split(' ').map((id): [string, Knows] => [id, knows])),
).set('', 'anything')
/** Platforms that bear money for others, and so are a place where payouts land. */
const HOSTS = new Set(['open-collective'])

function knows(platform: string): Knows {
  return KNOWS.get(platform) ?? 'patron'
}

/** Whether it was decided what the platform knows of a payment; one that is not known is taken for one that knows its patrons. */
export function isPlaced(platform: string): boolean {
  return KNOWS.has(platform)
}

/** Whether the platform is one that charges cards and accounts for others: its ids prove a payment. */
export function isProcessor(platform: string): boolean {
  return knows(platform) === 'charge'
}

/** Whether its lines are of a table of any kind, and have no ids of their own. */
export function isTable(platform: string): boolean {
  return knows(platform) === 'anything'
}

/** Whether a line of the one platform may be a fuller sight of the same payment than one of the other. */
export function mayPair(counts: string, covered: string): boolean {
  const rank = { patron: 3, anything: 2, charge: 1, arrival: 0, none: 0 }
  const second = knows(covered)
  // A charge arrives in a bank as a payout of several: that is a landing.
  return second !== 'arrival' && second !== 'none' && rank[knows(counts)] > rank[second]
}

/** Whether what the one platform pays out may arrive in the other. */
export function mayLand(counts: string, covered: string): boolean {
  const [from, to] = [knows(counts), knows(covered)]
  if (counts === covered || to === 'none') return false
  if (from === 'patron') return to !== 'patron' || HOSTS.has(covered)
  return from === 'charge' && (to === 'arrival' || to === 'anything')
}

/** Whether any two of some streams, by their platforms, may tell of the same money: so may two of one platform. */
export function mayTellTwice(platforms: readonly string[]): boolean {
  const money = platforms.filter((platform) => knows(platform) !== 'none')
  const different = [...new Set(money)]
  if (different.length < money.length) return true
  return different.some((one) => different.some((other) => mayPair(one, other) || mayLand(one, other)))
}

/** Ids by which Stripe and PayPal know a payment; PayPal's have both letters and digits. */
const PAYMENT_ID = /(?<![\w-])(?:(?:ch|py|pi|txn)_\w{6,}|(?=[A-Z]*\d)(?=\d*[A-Z])[0-9A-Z]{17})(?![\w-])/
/** What most notes have nothing of: they are spared the closer look. */
const MAY_BE_ID = /(?:ch|py|pi|txn)_|[0-9A-Z]{17}/
/** What a reference may be short of: the platforms' own test data have shorter ones. */
const REFERENCE = /^(?:(?:ch|py|pi|txn)_\w+|[0-9A-Z]{17})$/

/** The id of the payment that a line holds, in its reference, else in its note; undefined where it names none. */
export function paymentIdIn({ ref, note }: { ref?: string | null | undefined; note?: string | null | undefined }): string | undefined {
  if (ref && REFERENCE.test(ref)) return ref
  return note && MAY_BE_ID.test(note) ? PAYMENT_ID.exec(note)?.[0] : undefined
}

/** A short name of a double, the same whenever it is about the same lines, in whatever order. */
export function doubleId({ kind, counts, covered }: SameMoney): string {
  const text = [kind, covered, ...counts.toSorted(bySight)]
    .map((part) => (typeof part === 'string' ? part : `${part.stream} ${part.key}`))
    .join('\n')
  return `${hash(text, 0x811c9dc5)}${hash(text, 0x01000193)}`
}

/** FNV-1a with its last bits mixed, in hex: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string, seed: number): string {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  return ((value ^ (value >>> 13)) >>> 0).toString(16).padStart(8, '0')
}

/** A text that names one sight, and no other. */
export function sightName({ stream, key }: Sight): string {
  return `${stream} ${key}`
}

/** Orders sights by stream and key. */
export function bySight(a: Sight, b: Sight): number {
  return a.stream - b.stream || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}
