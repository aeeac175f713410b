import type { Minor } from './money.ts'
import type { MoneyShown, Publication } from './publication.ts'
import type { PublicPatrons } from './public-venture.ts'
import { folded } from './fold.ts'

/** No group of patrons that is smaller is ever told. */
export const GROUP_FLOOR = 5

/** One patron of the last twelve months, as far as the owner has said who it is; net in minor units of the home currency. */
export interface PatronShare {
  kind: 'person' | 'organisation' | 'unknown'
  net: Minor
}

interface Carriers {
  patrons: readonly PatronShare[]
  /** Names of those who said yes. */
  names: readonly string[]
}

/**
 * What a page tells of who carries a venture. Patrons whose money went back in full are none. Names stand by their holders' own
 * consent, so they have no floor, and they come in alphabetical order, so that no order tells an amount.
 */
export function publicPatrons({ patrons, names }: Carriers, shows: Publication['shows'], money: MoneyShown): PublicPatrons {
  const carrying = patrons.filter(({ net }) => net > 0)
  const told: PublicPatrons = { names: shows.names ? alphabetical(names) : [] }
  if (shows.patrons && carrying.length >= GROUP_FLOOR) told.count = carrying.length
  const split = shows.split ? splitOf(carrying, money === 'exact') : undefined
  if (split) told.split = split
  const halves = shows.split && money === 'exact' ? halvesOf(carrying) : undefined
  if (halves) told.halves = halves
  return told
}

/**
 * People and organisations, where both groups are large enough. One patron of unknown kind makes a split impossible: counted as a
 * person it would be a guess told as a fact, and left out it would be a third group, of one, beside the number of all.
 */
function splitOf(patrons: readonly PatronShare[], exact: boolean): PublicPatrons['split'] {
  const of = (kind: PatronShare['kind']) => patrons.filter((patron) => patron.kind === kind)
  const [people, organisations] = [of('person'), of('organisation')]
  if (people.length + organisations.length < patrons.length) return undefined
  if (people.length < GROUP_FLOOR || organisations.length < GROUP_FLOOR) return undefined
  const heads = { people: people.length, organisations: organisations.length }
  return exact ? { ...heads, peopleNet: sumOf(people), organisationsNet: sumOf(organisations) } : heads
}

/** The fewest patrons who bring half of the money, and all others, where both groups are large enough. */
function halvesOf(patrons: readonly PatronShare[]): PublicPatrons['halves'] {
  const all = sumOf(patrons)
  let few = 0
  let sum = 0
  for (const { net } of patrons.toSorted((a, b) => b.net - a.net)) {
    if (sum >= all - sum) break
    sum += net
    few += 1
  }
  const many = patrons.length - few
  return few >= GROUP_FLOOR && many >= GROUP_FLOOR ? { few, many } : undefined
}

function sumOf(patrons: readonly PatronShare[]): Minor {
  return patrons.reduce((sum, { net }) => sum + net, 0)
}

/** Each name once; case and accents do not part what belongs side by side. */
function alphabetical(names: readonly string[]): string[] {
  const keyed = [...new Set(names)].map((name) => ({ name, key: folded(name) }))
  return keyed.toSorted((a, b) => compare(a.key, b.key) || compare(a.name, b.name)).map(({ name }) => name)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
