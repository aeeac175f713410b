import type { BrowseItem, BrowsePage, BrowseQuery } from '#contract/public.ts'
import { folded } from '#domain/fold.ts'
import { dayNumber, type Day } from '#domain/month.ts'
import type { RateTable } from '#domain/rate.ts'
import { hasEnough, isCurrent } from '#domain/public-venture.ts'
import { createReckoning } from './browse-change.ts'
import type { Offer } from './browse-offer.ts'
import { createSearch, type Search } from './browse-search.ts'

/** Answers one query over a list that does not change. */
export type Browse = (query: BrowseQuery) => BrowsePage

/** More tags than this are no help to choose by. */
const MOST_TAGS = 60

/** A venture with all that orders and filters it, so that a query only compares numbers. */
interface Listed {
  offer: Offer
  /** Published, and still claiming something today. */
  percent: number | null
  enough: boolean
  /** Positions in the list of tags. */
  tags: number[]
  /** Day number of its first publication; null where it is not told. */
  since: number | null
}

/** Tags told apart by their letters, without accents and capitals. */
interface Tags {
  /** Position of a tag by its folded text. */
  at: Map<string, number>
  /** As the first venture wrote it. */
  names: string[]
}

/**
 * Browse over ventures that are listed: search and filters choose, the sort alone orders what they leave, also beside a search. No
 * order knows more than what is published: a venture without amounts takes part by its floored percentage where the order is by
 * percentage, and a percentage that claims nothing any more counts as none. Whatever is equal is shuffled by the day, the same
 * for everybody. Runs on a server and in a page.
 */
export function createBrowse(offers: readonly Offer[], { today, rates }: { today: Day; rates: RateTable }): Browse {
  const tags: Tags = { at: new Map(), names: [] }
  const list = shuffled(offers, today).map((offer) => listedOf(offer, today, tags))
  const reckoning = createReckoning(rates, today)
  const reckoned = list.map(({ offer: { venture }, percent }) => (percent === null ? null : reckoning.read(venture)))
  const currencies = [...new Set(list.flatMap(({ offer }) => offer.venture.currency ?? []))].sort()
  let search: Search | undefined

  return (query) => {
    const found = query.search === undefined ? undefined : (search ??= createSearch(list.map(({ offer }) => offer.venture)))(query.search)
    const wished = query.tag === undefined ? undefined : (tags.at.get(folded(query.tag)) ?? -1)
    const counts = new Uint32Array(tags.names.length)
    const effect = reckoning.effect(query)
    const matching = new Uint32Array(list.length)
    const keys = new Float64Array(list.length)
    let count = 0
    for (let i = 0; i < list.length; i += 1) {
      const listed = list[i]
      if (!listed || (found && !found.has(i)) || !fits(listed, query)) continue
      for (const tag of listed.tags) counts[tag] = (counts[tag] ?? 0) + 1
      if (wished !== undefined && !listed.tags.includes(wished)) continue
      matching[count] = i
      keys[count] = sortKey(listed, query.sort, query.sort === 'change' ? effect.share(reckoned[i] ?? null) : null)
      count += 1
    }
    const items = firstOf(keys.subarray(0, count), query.offset, query.limit).flatMap((position) => {
      const i = matching[position] ?? -1
      const listed = list[i]
      return listed ? [itemOf(listed, effect.tenths(reckoned[i] ?? null), today)] : []
    })
    return { items, matching: count, tags: mostUsed(tags.names, counts), currencies }
  }
}

/** The list in the day's order, in which it stays wherever a sort finds two equal. */
function shuffled(offers: readonly Offer[], today: Day): Offer[] {
  const dealt = offers.map((offer) => ({ offer, chance: chanceOf(`${today} ${offer.origin ?? ''} ${offer.venture.address}`) }))
  return dealt.sort((a, b) => a.chance - b.chance).map(({ offer }) => offer)
}

/** A number from a text, the same everywhere and alike to chance: FNV-1a, stirred as in MurmurHash3's last step. Secret it is not. */
function chanceOf(text: string): number {
  let mixed = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function listedOf(offer: Offer, today: Day, tags: Tags): Listed {
  const { venture } = offer
  const current = venture.carried !== null && isCurrent(venture.carried, today)
  return {
    offer,
    percent: current ? (venture.carried?.percent ?? null) : null,
    enough: hasEnough(venture, today),
    tags: [...new Set(venture.tags.map((tag) => positionOf(tag, tags)))],
    since: venture.since === null ? null : dayNumber(venture.since),
  }
}

function positionOf(tag: string, { at, names }: Tags): number {
  const key = folded(tag)
  const known = at.get(key)
  if (known !== undefined) return known
  at.set(key, names.length)
  return names.push(tag) - 1
}

function fits({ offer: { venture } }: Listed, { work, currency }: BrowseQuery): boolean {
  return (work === undefined || venture.work === work) && (currency === undefined || venture.currency === currency)
}

/** The smaller the earlier. `change` is what the amount changes, as a share of enough, or null where no amounts are told. */
function sortKey({ percent, enough, since, offer }: Listed, sort: BrowseQuery['sort'], change: number | null): number {
  switch (sort) {
    case 'change':
      if (change === null) return enough ? 3 : 2
      return enough ? 1 : -change
    case 'nearest':
      if (percent === null) return 2
      return enough ? 1 : -percent
    case 'fewest':
      return offer.venture.patrons.count ?? Infinity
    case 'newest':
      return since === null ? Infinity : -since
  }
}

/** Positions of one page in rising order of the keys; equal keys keep their order. Only what is on the page is sorted in full. */
function firstOf(keys: Float64Array, offset: number, limit: number): number[] {
  const end = Math.min(keys.length, offset + limit)
  if (end <= offset) return []
  const last = keys.toSorted()[end - 1] ?? Infinity
  const before: number[] = []
  const level: number[] = []
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? Infinity
    if (key < last) before.push(i)
    else if (key === last && level.length < end) level.push(i)
  }
  before.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
  return [...before, ...level.slice(0, end - before.length)].slice(offset)
}

function itemOf({ offer, percent, enough }: Listed, tenthsAfter: number | null, today: Day): BrowseItem {
  const { venture, url, origin, fetched } = offer
  const { address, title, maker, summary, work, currency, money, carried, overflow, needs } = venture
  const amounts = needs.flatMap(({ amount }) => amount ?? [])
  return {
    address,
    url,
    origin,
    fetched,
    title,
    maker,
    summary,
    tags: venture.tags,
    work,
    currency,
    money,
    overflow,
    enough,
    percent: carried?.percent ?? null,
    asOf: carried?.asOf ?? null,
    current: carried !== null && isCurrent(carried, today),
    tenthsAfter: percent === null ? null : tenthsAfter,
    needsAmounts: money === 'exact' && amounts.length > 0 ? amounts : null,
  }
}

/** The tags of what was found, those of most ventures first. */
function mostUsed(names: readonly string[], counts: Uint32Array): BrowsePage['tags'] {
  const used = names.map((tag, i) => ({ tag, count: counts[i] ?? 0 })).filter(({ count }) => count > 0)
  return used.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)).slice(0, MOST_TAGS)
}
