import { z } from 'zod'
import { Currency, Day, Minor } from './money.ts'

const line = (max: number) => z.string().trim().max(max)
const httpsUrl = z.url({ protocol: /^https$/, error: 'an address begins with https://' }).max(500)

export const NeedLevel = z.enum(['bare', 'enough', 'comfortable']).meta({ id: 'NeedLevel' })
export const Need = z.object({ text: line(120).min(1, 'say what it is'), amount: Minor.min(1), level: NeedLevel }).meta({ id: 'Need' })
export const Visibility = z.enum(['private', 'unlisted', 'public']).meta({ id: 'Visibility' })
export const MoneyShown = z.enum(['exact', 'percent', 'hidden']).meta({ id: 'MoneyShown' })
/** Per payment: minor units, and hundredths of a percent. */
export const Fee = z.object({ fixed: Minor.min(0).max(100_000), basisPoints: z.int().min(0).max(5_000) }).meta({ id: 'Fee' })
export const StripeWay = z.object({ kind: z.literal('stripe'), fee: Fee }).meta({ id: 'StripeWay' })
export const BankWay = z
  .object({
    kind: z.literal('bank'),
    holder: line(70).min(1, 'the account holder is needed'),
    /** Checked by the server, and kept without spaces. */
    iban: line(42),
    bic: line(11).optional(),
    consent: z.boolean(),
    /** Set by the server when the IBAN changes; what a caller sends is not looked at. */
    since: Day,
  })
  .meta({ id: 'BankWay' })
export const PageWay = z
  .object({ kind: z.literal('page'), platform: line(40).min(1, 'the platform is needed'), url: httpsUrl, fee: Fee })
  .meta({ id: 'PageWay' })
export const Way = z.discriminatedUnion('kind', [StripeWay, BankWay, PageWay])
export const Contact = z
  .object({
    legalName: line(140).min(1, 'the legal name is needed'),
    email: z.email('an e-mail address is needed').max(200),
    country: z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters, as in DE'),
    privacy: line(4000).min(1, 'say what happens to a patron’s data'),
    refunds: line(4000).min(1, 'say when money is given back'),
  })
  .meta({ id: 'Contact' })
export const Update = z
  .object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), day: Day, title: line(120).min(1, 'a title is needed'), text: line(20_000) })
  .meta({ id: 'Update' })
export const Peer = z
  .object({ title: line(80).min(1, 'a title is needed'), address: line(300).min(1, 'an address is needed') })
  .meta({ id: 'Peer' })
export const FundingDetails = z
  .object({
    entity: z.enum(['individual', 'group', 'organisation', 'other']),
    role: z.enum(['owner', 'steward', 'maintainer', 'contributor', 'other']),
    email: z.email('an e-mail address is needed').max(200),
    repository: httpsUrl,
    licences: z.array(line(60).min(1)).min(1, 'one licence at least').max(5),
  })
  .meta({ id: 'FundingDetails' })
export const Shows = z.object({
  needs: z.boolean(),
  history: z.boolean(),
  patrons: z.boolean(),
  split: z.boolean(),
  names: z.boolean(),
  pledged: z.boolean(),
})

/** An account that stood on a page and does so no more. */
export const FormerAccount = z.object({ holder: z.string(), iban: z.string(), from: Day, until: Day }).meta({ id: 'FormerAccount' })
/** What an owner says of a venture's page. `venture`, `secret`, `since`, `formerAccounts`, `revision` and each bank account's `since` are the server's own. */
export const PublicationDraft = z
  .object({
    visibility: Visibility,
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
      .max(40),
    title: line(80).min(1, 'a title is needed'),
    maker: line(120),
    summary: line(280),
    text: line(20_000),
    tags: z.array(line(30).min(1)).max(10),
    link: z.union([z.literal(''), httpsUrl]),
    money: MoneyShown,
    shows: Shows,
    suggested: z.array(Minor.min(1)).max(4),
    ways: z.array(Way).max(8),
    contact: Contact.nullable(),
    updates: z.array(Update).max(200),
    packages: z
      .array(
        z
          .string()
          .regex(/^pkg:[a-z0-9.+-]+\/[^\s@?#]+$/i, 'a package is written pkg:npm/name')
          .max(200),
      )
      .max(100),
    overflow: z.object({ on: z.boolean(), peers: z.array(Peer).max(5, 'five at most') }),
    funding: FundingDetails.nullable(),
  })
  .meta({ id: 'PublicationDraft' })
export const Publication = PublicationDraft.extend({
  venture: z.int(),
  secret: z.string(),
  since: Day.nullable(),
  formerAccounts: z.array(FormerAccount),
  revision: z.string(),
}).meta({
  id: 'Publication',
})

/** A revision is that of the page it was made from; without one, whatever stands there gives way. */
export const PublicationChange = PublicationDraft.extend({ revision: z.string().max(64).optional() }).meta({ id: 'PublicationChange' })

/** What would be public: each address with its very bytes, what is new about them, and what they reveal together. */
export const PublicationPreview = z
  .object({
    /** Absolute; null while it is private or no public address is set. */
    url: z.string().nullable(),
    files: z.array(z.object({ path: z.string(), type: z.string(), text: z.string() })),
    reveals: z.array(z.string()),
  })
  .meta({ id: 'PublicationPreview' })

/** What a funding.json, a FUNDING.yml or an `enough.json` told; notes say what was left out and why. */
export const Fill = z
  .object({ text: z.string().max(320_000).optional(), url: z.url().max(500).optional() })
  .refine(({ text, url }) => (text === undefined) !== (url === undefined), 'give a text or an address')
  .meta({ id: 'Fill' })
export const Filled = z
  .object({ source: z.enum(['funding.json', 'FUNDING.yml', 'enough.json']), draft: PublicationDraft.partial(), notes: z.array(z.string()) })
  .meta({ id: 'Filled' })

/** One venture in the list of what is shared. */
export const SharedVenture = z
  .object({
    venture: z.int(),
    name: z.string(),
    /** Its page, if there is one, is private for so long. */
    archived: z.boolean(),
    visibility: Visibility,
    money: MoneyShown,
    /** Path below the public address; null while private. */
    path: z.string().nullable(),
    url: z.string().nullable(),
    percent: z.int().nullable(),
    asOf: Day.nullable(),
    /** Currencies for want of whose rates the page tells no percentage. */
    unconverted: z.array(Currency),
  })
  .meta({ id: 'SharedVenture' })
export const FollowedAddress = z
  .object({
    id: z.int(),
    url: z.string(),
    /** Host of the address. */
    origin: z.string(),
    ventures: z.int(),
    /** Instant of the last answer that could be read; null before it. */
    fetched: z.string().nullable(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'FollowedAddress' })
export const Sharing = z
  .object({
    site: z.object({
      /** The public address, absolute and without a final slash; null until it is set. */
      url: z.string().nullable(),
      name: z.string(),
      /** Whether the environment sets the address, so that it cannot be changed here. */
      fixed: z.boolean(),
      /** Where the public app listens: `off` while nothing is published, `failed` with a problem. */
      listening: z.enum(['off', 'on', 'failed', 'in-page']),
      at: z.string().nullable(),
      problem: z.string().nullable(),
      stripe: z.boolean(),
      mail: z.boolean(),
    }),
    ventures: z.array(SharedVenture),
    followed: z.array(FollowedAddress),
    /** Bank accounts that stand on a page, newest first, and then those that did, until the day on which they were changed or taken away. */
    accounts: z.array(z.object({ venture: z.int(), holder: z.string(), iban: z.string(), since: Day, until: Day.nullable() })),
  })
  .meta({ id: 'Sharing' })
export const SiteChange = z
  .object({
    /** Absolute, without a path. */
    url: z.url({ protocol: /^https?$/ }).max(200),
    name: line(60),
  })
  .partial()
  .meta({ id: 'SiteChange' })
export const Follow = z.object({ url: httpsUrl }).meta({ id: 'Follow' })

/** Patrons of a venture whose kind the owner can say: nobody else can know that a handle is a company. */
export const KnownPatron = z
  .object({ patron: z.string(), name: z.string(), kind: z.enum(['person', 'organisation', 'unknown']), net: Minor, currency: Currency })
  .meta({ id: 'KnownPatron' })
export const PatronKind = z
  .object({
    /** One, or several at once. */
    patron: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(10_000)]),
    kind: z.enum(['person', 'organisation', 'unknown']),
  })
  .meta({ id: 'PatronKind' })

export type Need = z.infer<typeof Need>
export type PublicationDraft = z.infer<typeof PublicationDraft>
export type Publication = z.infer<typeof Publication>
export type PublicationPreview = z.infer<typeof PublicationPreview>
export type Filled = z.infer<typeof Filled>
export type Sharing = z.infer<typeof Sharing>
export type SharedVenture = z.infer<typeof SharedVenture>
export type FollowedAddress = z.infer<typeof FollowedAddress>
export type KnownPatron = z.infer<typeof KnownPatron>
export type Way = z.infer<typeof Way>
