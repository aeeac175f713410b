import type { Minor } from './money.ts'
import type { Day } from './month.ts'

/** Who can find a venture's page: nobody, whoever has its address, or anybody. */
export type Visibility = 'private' | 'unlisted' | 'public'

/** How much of its money a page tells. `percent` is the default: floored to 5 points, and no amount anywhere. */
export type MoneyShown = 'exact' | 'percent' | 'hidden'

/** What a payment costs: `fixed` in minor units of the venture's currency for each payment, and hundredths of a percent of it. */
export interface Fee {
  fixed: Minor
  basisPoints: number
}

/** Card payment by Stripe Checkout on the owner's own account. */
export interface StripeWay {
  kind: 'stripe'
  fee: Fee
}

/** Transfer to a bank account. It is published only with the owner's consent, and each change of it is dated. */
export interface BankWay {
  kind: 'bank'
  holder: string
  /** In electronic form, without spaces. */
  iban: string
  bic?: string
  consent: boolean
  /** Day since which this IBAN stands here; the server sets it. */
  since: Day
}

/** A page that the owner has elsewhere: GitHub Sponsors, Liberapay, Ko-fi … */
export interface PageWay {
  kind: 'page'
  /** Name shown: "GitHub Sponsors". */
  platform: string
  /** Absolute, HTTPS. */
  url: string
  fee: Fee
}

/** An account that stood on a page and does so no more, with the days between which it did. */
export interface FormerAccount {
  holder: string
  iban: string
  from: Day
  until: Day
}

export type Way = StripeWay | BankWay | PageWay

/** Who stands behind a page; needed before any way to pay is published. */
export interface Contact {
  legalName: string
  email: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** What happens to a patron's data. */
  privacy: string
  /** When money is given back. */
  refunds: string
}

/** News of a venture; `text` is Markdown. */
export interface Update {
  id: string
  day: Day
  title: string
  text: string
}

/** Another venture to back when this one has enough: an address on this server, or an absolute one. */
export interface Peer {
  title: string
  address: string
}

/** What funding.json asks for besides; only published when it is there. https://floss.fund/funding-manifest */
export interface FundingDetails {
  entity: 'individual' | 'group' | 'organisation' | 'other'
  role: 'owner' | 'steward' | 'maintainer' | 'contributor' | 'other'
  email: string
  repository: string
  /** SPDX identifiers, without the `spdx:` prefix. */
  licences: string[]
}

/** Everything that an owner has said of one venture's page, published or not. */
export interface Publication {
  venture: number
  visibility: Visibility
  /** Readable part of a public page's address: lower-case letters, digits and hyphens. */
  slug: string
  /** 128 random bits in hex: the address of an unlisted page. */
  secret: string
  /** Day of the first publication; null before it. */
  since: Day | null
  title: string
  /** Who makes it, in the words of the owner: "by its maintainer". */
  maker: string
  /** One or two plain sentences. */
  summary: string
  /** Markdown. */
  text: string
  tags: string[]
  /** The venture's own page elsewhere, absolute; empty for none. */
  link: string
  money: MoneyShown
  shows: { needs: boolean; history: boolean; patrons: boolean; split: boolean; names: boolean; pledged: boolean }
  /** Amounts offered in the form, minor units; published only beside exact money. */
  suggested: Minor[]
  ways: Way[]
  /** Oldest first; the server sets them. */
  formerAccounts: FormerAccount[]
  contact: Contact | null
  updates: Update[]
  /** Package URLs without versions: `pkg:npm/obtool`. https://github.com/package-url/purl-spec */
  packages: string[]
  overflow: { on: boolean; peers: Peer[] }
  funding: FundingDetails | null
}

/** Where the page stands below the public address; null while it is private. */
export function addressOf({ visibility, slug, secret }: Pick<Publication, 'visibility' | 'slug' | 'secret'>): string | null {
  if (visibility === 'private') return null
  return visibility === 'unlisted' ? secret : slug
}

/** A page about which nothing was said yet. `secret` is 128 random bits in hex. */
export function draftPublication(venture: { id: number; name: string }, secret: string): Publication {
  return {
    venture: venture.id,
    visibility: 'private',
    slug: slugOf(venture.name),
    secret,
    since: null,
    title: venture.name,
    maker: '',
    summary: '',
    text: '',
    tags: [],
    link: '',
    money: 'percent',
    shows: { needs: true, history: false, patrons: false, split: false, names: false, pledged: false },
    suggested: [],
    ways: [],
    formerAccounts: [],
    contact: null,
    updates: [],
    packages: [],
    overflow: { on: false, peers: [] },
    funding: null,
  }
}

/** A name as an address: "Zine shop Ålesund" is "zine-shop-alesund"; "venture" where nothing is left of it. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return plain === '' ? 'venture' : plain
}
