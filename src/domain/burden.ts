import type { Minor } from './money.ts'

/** How many of one kind give, and the middle gift of them in minor units; null of nobody. */
export interface KindGifts {
  patrons: number
  usual: Minor | null
}

export interface Kinds {
  person: KindGifts
  organisation: KindGifts
}

/**
 * What each person would be asked for if every organisation gave the usual gift of organisations and people bore the rest of enough
 * (FEATURES N8): (E − n_org · median_org) ÷ n_person, in minor units, rounded up so that it is enough. 0 where nothing is left to
 * ask, null where a kind is missing.
 */
export function askPerPerson(enough: Minor, { person, organisation }: Kinds): Minor | null {
  if (person.patrons === 0 || organisation.patrons === 0 || organisation.usual === null) return null
  return Math.max(0, Math.ceil((enough - organisation.patrons * organisation.usual) / person.patrons))
}

/** How many times what a person usually gives an organisation does: the ratio of the medians (METRICS 17); null where a kind is missing. */
export function ratioOfMedians({ person, organisation }: Kinds): number | null {
  if (person.usual === null || organisation.usual === null || person.usual <= 0) return null
  return organisation.usual / person.usual
}
