import type { Work } from './book.ts'
import type { Minor } from './money.ts'
import { addMonths, lastDay, monthOf, monthRange, type Day, type Month } from './month.ts'
import { levelsOf, ventureTargetOf, type Need, type VentureTarget } from './need.ts'
import { openPeers, type PeerSite } from './overflow.ts'
import { publicPatrons, type PatronShare } from './patron-groups.ts'
import { addressOf, type Publication } from './publication.ts'
import { hasEnough, type Carried, type PublicNeed, type PublicVenture, type PublicWay } from './public-venture.ts'

/** A percentage beside hidden amounts moves in steps of so many points, so that it tells little of any one patron. */
export const PERCENT_STEP = 5
const HISTORY_MONTHS = 24

/** Everything of a book that bears on what one venture's page tells. Money is in minor units of the home currency. */
export interface VentureFacts {
  /** The book's local day. */
  today: Day
  work: Work
  currency: string
  /** Smoothed net of its patronage by month, up to the running one; months without any are absent. */
  months: readonly { month: Month; net: Minor }[]
  /** The last closed month that imports cover; null when there is none. */
  covered: Month | null
  /** Currencies of that month's patronage for which there is no rate: what came in them is in no sum. */
  unconverted: readonly string[]
  targets: readonly VentureTarget[]
  /** Who paid in the last twelve months. */
  patrons: readonly PatronShare[]
  /** Names of patrons who said that they may be named. */
  names: readonly string[]
  /** Pledged for a month and not paid yet. */
  pledged: Minor
  /** The percentage that stands published, and the day on which it last changed; null when none does. */
  before: Standing | null
  /** Whether cards can be taken here. */
  cards: boolean
  site: PeerSite
}

/** A published percentage beside hidden amounts. */
export interface Standing {
  percent: number
  month: Month
  changed: Day
  /** Whether it passed on what was too much; notes of older programs lack it. */
  lasting?: boolean
}

/**
 * What strangers may see of a venture: null while it is private. Every public byte comes from here, and nothing is in it that the
 * publication does not say may be told; the property tests beside this file hold it to that.
 */
export function disclose(publication: Publication, facts: VentureFacts): PublicVenture | null {
  const { visibility, money, shows } = publication
  const address = addressOf(publication)
  if (address === null || visibility === 'private') return null
  const { title, maker, summary, text, tags, link, updates, packages, funding } = publication
  const ways = publicWays(publication, facts.cards)
  const record: PublicVenture = {
    address,
    visibility,
    title,
    maker,
    summary,
    text,
    tags,
    work: facts.work,
    currency: facts.currency,
    link,
    since: publication.since ?? facts.today,
    money,
    carried: carriedOf(publication, facts),
    needs: shows.needs ? publicNeeds(publication, facts) : [],
    history: money === 'exact' && shows.history ? historyOf(publication.venture, facts) : [],
    patrons: publicPatrons(facts, shows, money),
    suggested: money === 'exact' ? publication.suggested : [],
    ways,
    // A name and an address are asked of who takes money, and told of nobody else.
    contact: ways.length > 0 ? publication.contact : null,
    updates,
    packages,
    overflow: [],
    funding,
  }
  if (passesOn(publication, facts) && hasEnough(record, facts.today)) record.overflow = openPeers(publication.overflow.peers, facts.site)
  return record
}

function netOf({ months }: VentureFacts, month: Month): Minor {
  return months.find((cell) => cell.month === month)?.net ?? 0
}

/** What is enough in a month, or null where nothing was said of it. */
function enoughOf({ targets }: VentureFacts, venture: number, month: Month): Minor | null {
  const target = ventureTargetOf(targets, venture, month)
  const enough = target ? levelsOf(target.needs).enough : 0
  return enough > 0 ? enough : null
}

/**
 * PRODUCT.md, rule 10: smoothed patronage net of the last closed month that imports cover, over the target in force in it. Nothing is
 * claimed of a month with money that could not be counted: the percentage would be too low, and nobody could see it.
 */
function carriedOf({ venture, money, shows }: Publication, facts: VentureFacts): Carried | null {
  const month = facts.covered
  if (money === 'hidden' || month === null || facts.unconverted.length > 0) return null
  const enough = enoughOf(facts, venture, month)
  if (enough === null) return null
  const net = netOf(facts, month)
  if (money === 'percent') return steady({ percent: percentOf(net, enough, PERCENT_STEP), month }, facts)
  const running = monthOf(facts.today)
  const exact = { net, enough, running: { month: running, net: netOf(facts, running) } }
  const pledged = shows.pledged && facts.pledged > 0 ? { pledged: facts.pledged } : {}
  return { percent: percentOf(net, enough, 1), month, asOf: lastDay(month), ...exact, ...pledged }
}

/** Floored to a multiple of `step`; what is less than nothing is nothing. On big integers: a hundred times much money is too much. */
function percentOf(net: Minor, enough: Minor, step: number): number {
  if (net <= 0) return 0
  return Number((BigInt(net) * 100n) / (BigInt(enough) * BigInt(step))) * step
}

/** Once a day at most: two figures of one day would tell what came in between them. */
function steady(now: { percent: number; month: Month }, { before, today }: VentureFacts): Carried {
  const { percent, month } = heldOf({ before, today }) ?? now
  return { percent, month, asOf: lastDay(month) }
}

/** What was told today already, and so is told until tomorrow. */
function heldOf({ before, today }: Pick<VentureFacts, 'before' | 'today'>): Standing | null {
  return before !== null && before.changed >= today ? before : null
}

/** Whether a record would tell another percentage, had one not been told today already. */
export function isHeldToday(publication: Publication, facts: VentureFacts): boolean {
  const fresh = carriedOf(publication, { ...facts, before: null })
  return publication.money === 'percent' && fresh !== null && fresh.percent !== carriedOf(publication, facts)?.percent
}

/** Currencies for want of whose rates no percentage is told; none where none would be told anyway. */
export function missingRates(publication: Publication, facts: VentureFacts): readonly string[] {
  return carriedOf(publication, { ...facts, unconverted: [] }) === null ? [] : facts.unconverted
}

/**
 * The day on which the percentage of a record last changed, or whether it passes on, for the next time it is made; null for a record
 * without such a one.
 */
export function standingPercent({ venture }: Publication, { money, carried }: PublicVenture, facts: VentureFacts): Standing | null {
  if (money !== 'percent' || carried === null) return null
  const { before, today } = facts
  const { percent, month } = carried
  const lasting = heldOf(facts)?.lasting ?? isLasting(venture, facts)
  const isSame = before?.percent === percent && (before.lasting ?? lasting) === lasting
  return { percent, month, changed: isSame ? before.changed : today, lasting }
}

/**
 * What enough pays for, most urgent first as the owner has put it: amounts that sum to enough beside exact money, shares that sum to
 * 100 beside a percentage, and no figure where money is hidden. What would be comfortable is no part of enough.
 */
function publicNeeds({ venture, money }: Publication, { targets, covered, today }: VentureFacts): PublicNeed[] {
  // The needs of the very month whose percentage stands above them; those of today before there is one.
  const target = (covered !== null && ventureTargetOf(targets, venture, covered)) || ventureTargetOf(targets, venture, monthOf(today))
  const needs = target?.needs.filter(({ level }) => level !== 'comfortable') ?? []
  if (money === 'exact') return needs.map(({ text, amount }) => ({ text, amount }))
  if (money === 'hidden') return needs.map(({ text }) => ({ text }))
  const shares = sharesOf(needs)
  return needs.map(({ text }, i) => ({ text, percent: shares[i] ?? 0 }))
}

/** Whole percents of the sum, which add up to 100: the largest remainders get the spare points, the earlier of two equal ones first. */
function sharesOf(needs: readonly Need[]): number[] {
  const total = needs.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  if (total === 0n) return []
  const parts = needs.map(({ amount }, i) => {
    const hundredfold = BigInt(amount) * 100n
    return { i, whole: Number(hundredfold / total), rest: hundredfold % total }
  })
  const spare = 100 - parts.reduce((sum, { whole }) => sum + whole, 0)
  const first = parts.toSorted((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest < b.rest ? 1 : -1)).slice(0, spare)
  const lucky = new Set(first.map(({ i }) => i))
  return parts.map(({ i, whole }) => (lucky.has(i) ? whole + 1 : whole))
}

/** The last two years that imports cover, from the first month with money on. */
function historyOf(venture: number, facts: VentureFacts): PublicVenture['history'] {
  const { covered, months } = facts
  const first = months.reduce<Month | null>((least, { month }) => (least === null || month < least ? month : least), null)
  if (covered === null || first === null) return []
  const span = monthRange(addMonths(covered, 1 - HISTORY_MONTHS), covered).filter((month) => month >= first)
  return span.map((month) => ({ month, net: netOf(facts, month), enough: enoughOf(facts, venture, month) }))
}

/** Whether a venture says that it passes on, and has had enough for that; beside a percentage that too changes once a day at most. */
function passesOn({ venture, money, overflow }: Publication, facts: VentureFacts): boolean {
  if (!overflow.on || money === 'hidden') return false
  const held = money === 'percent' ? heldOf(facts)?.lasting : undefined
  return held ?? isLasting(venture, facts)
}

/** Whether it has had enough in two of its last three covered months (FEATURES.md, N7). */
function isLasting(venture: number, facts: VentureFacts): boolean {
  if (facts.covered === null) return false
  const last = monthRange(addMonths(facts.covered, -2), facts.covered)
  const had = last.filter((month) => {
    const enough = enoughOf(facts, venture, month)
    return enough !== null && netOf(facts, month) >= enough
  })
  return had.length >= 2
}

/** Ways to pay, once it is said who stands behind them; an account only by consent. */
function publicWays({ ways, contact }: Publication, cards: boolean): PublicWay[] {
  if (contact === null || !isComplete(contact)) return []
  return ways.flatMap((way): PublicWay[] => {
    if (way.kind === 'stripe') return cards ? [way] : []
    if (way.kind === 'page') return [way]
    const { consent, ...account } = way
    return consent ? [account] : []
  })
}

/** Whether everything is said that a page with a way to pay must say. */
export function isComplete(contact: NonNullable<Publication['contact']>): boolean {
  return Object.values(contact).every((text) => text.trim() !== '')
}
