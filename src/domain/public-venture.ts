import type { Work } from './book.ts'
import type { Minor } from './money.ts'
import { dayNumber, type Day, type Month } from './month.ts'
import type { BankWay, Contact, FundingDetails, MoneyShown, PageWay, Peer, StripeWay, Update, Visibility } from './publication.ts'

/** How long after its month a percentage still claims something, in days. */
export const CLAIMS_DAYS = 45

/** How far one month carries a venture: its smoothed patronage net over its own target. */
export interface Carried {
  /** Floored: whole percents beside exact money, steps of five otherwise. May be above 100. */
  percent: number
  /** The last closed month that imports cover. */
  month: Month
  /** That month's last day. */
  asOf: Day
  /** Minor units of the venture's currency; only beside exact money. */
  net?: Minor
  enough?: Minor
  /** What the month that still runs has so far; only beside exact money, and drawn hatched. */
  running?: { month: Month; net: Minor }
  /** Pledged for a month and not paid yet: in no total, drawn hatched; only beside exact money. */
  pledged?: Minor
}

/** A need as it is published: its amount beside exact money, else its share of enough in whole percents. */
export interface PublicNeed {
  text: string
  amount?: Minor
  percent?: number
}

/** Patrons of the last twelve months, where the owner shows them and no group is under five. */
export interface PublicPatrons {
  count?: number
  split?: { people: number; organisations: number; peopleNet?: Minor; organisationsNet?: Minor }
  /** "Half of the money comes from `few` patrons, the other half from `many`"; only beside exact money. */
  halves?: { few: number; many: number }
  /** Names of those who said yes, in alphabetical order. */
  names: string[]
}

export type PublicWay = StripeWay | Omit<BankWay, 'consent'> | PageWay

/** One venture as strangers see it: exactly what is published, and all that is made public of it comes from here. */
export interface PublicVenture {
  /** Below `/v/`. */
  address: string
  visibility: Exclude<Visibility, 'private'>
  title: string
  maker: string
  summary: string
  /** Markdown. */
  text: string
  tags: string[]
  work: Work
  currency: string
  link: string
  since: Day
  money: MoneyShown
  /** Null where money is hidden, or where there is no target or no closed month yet. */
  carried: Carried | null
  needs: PublicNeed[]
  /** Two years by month, smoothed, oldest first; empty unless money is exact. */
  history: { month: Month; net: Minor; enough: Minor | null }[]
  patrons: PublicPatrons
  suggested: Minor[]
  ways: PublicWay[]
  contact: Contact | null
  updates: Update[]
  packages: string[]
  /** Others to back first; filled only while the venture has enough and passes on. */
  overflow: Peer[]
  funding: FundingDetails | null
}

/** Whether a percentage still claims something on a day, or only says what once was. */
export function isCurrent({ asOf }: Pick<Carried, 'asOf'>, today: Day): boolean {
  return dayNumber(today) - dayNumber(asOf) <= CLAIMS_DAYS
}

/** Whether a venture says of itself, on a day, that it has enough. */
export function hasEnough({ carried }: Pick<PublicVenture, 'carried'>, today: Day): boolean {
  return carried !== null && carried.percent >= 100 && isCurrent(carried, today)
}
