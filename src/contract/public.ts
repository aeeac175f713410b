import { z } from 'zod'
import { Currency, Day, Minor, Month } from './money.ts'
import { BankWay, Contact, FundingDetails, MoneyShown, PageWay, Peer, StripeWay, Update } from './publication.ts'
import { Work } from './venture.ts'

/** How far one month carries a venture. https://floss.fund has nothing of the kind, so the words are ours. */
export const Carried = z
  .object({
    percent: z
      .int()
      .min(0)
      .describe('Smoothed patronage net over the venture’s own target, floored: whole percents beside exact money, steps of 5 otherwise'),
    month: Month.describe('The last closed month that the imports cover'),
    asOf: Day.describe('Last day of that month; 45 days later the percentage claims nothing any more'),
    net: Minor.optional(),
    enough: Minor.optional(),
    running: z.object({ month: Month, net: Minor }).optional(),
    pledged: Minor.optional(),
  })
  .meta({ id: 'Carried' })
export const PublicNeed = z
  .object({ text: z.string(), amount: Minor.optional(), percent: z.int().optional() })
  .meta({ id: 'PublicNeed', description: 'What enough pays for: an amount beside exact money, else a share of enough in whole percents' })
export const PublicPatrons = z
  .object({
    count: z.int().optional(),
    split: z
      .object({ people: z.int(), organisations: z.int(), peopleNet: Minor.optional(), organisationsNet: Minor.optional() })
      .optional(),
    halves: z.object({ few: z.int(), many: z.int() }).optional(),
    names: z.array(z.string()),
  })
  .meta({ id: 'PublicPatrons', description: 'Patrons of the last twelve months; no group under five is ever told' })
export const PublicWay = z.discriminatedUnion('kind', [StripeWay, BankWay.omit({ consent: true }), PageWay]).meta({ id: 'PublicWay' })

/** One venture exactly as it is published. */
export const PublicVenture = z
  .object({
    address: z.string(),
    visibility: z.enum(['unlisted', 'public']),
    title: z.string(),
    maker: z.string(),
    summary: z.string(),
    text: z.string().describe('Markdown'),
    tags: z.array(z.string()),
    work: Work,
    currency: Currency,
    link: z.string(),
    since: Day,
    money: MoneyShown,
    carried: Carried.nullable(),
    needs: z.array(PublicNeed),
    history: z.array(z.object({ month: Month, net: Minor, enough: Minor.nullable() })),
    patrons: PublicPatrons,
    suggested: z.array(Minor),
    ways: z.array(PublicWay),
    contact: Contact.nullable(),
    updates: z.array(Update),
    packages: z.array(z.string()),
    overflow: z.array(Peer),
    funding: FundingDetails.nullable(),
  })
  .meta({ id: 'PublicVenture' })

/** `enough.json`: the ventures that an address offers. */
export const EnoughFile = z
  .object({
    $schema: z.string().optional(),
    enough: z.literal('1.0').describe('Version of this form'),
    name: z.string().describe('Who offers these ventures'),
    url: z.url().describe('Address of the site; a venture’s page is below it at v/{address}'),
    lens: z.literal('smoothed').describe('Percentages are of smoothed patronage: a yearly payment counts a twelfth in each of its months'),
    ventures: z.array(PublicVenture),
  })
  .meta({
    id: 'EnoughFile',
    title: 'enough.json',
    description: 'Ventures, how far each month carries them, and ways to back them. Money is in integer minor units.',
  })

/** What the page of a site has to know before anything else. */
export const Site = z
  .object({
    name: z.string(),
    url: z.string(),
    /** The site's local day. */
    today: Day,
    /** Whether pledges can be made here: not in plain files. */
    pledges: z.boolean(),
    rates: z.object({ to: Day, currencies: z.array(Currency) }),
  })
  .meta({ id: 'Site' })

export const Sort = z.enum(['change', 'nearest', 'fewest', 'newest']).meta({ id: 'Sort' })
export const BrowseQuery = z
  .object({
    search: z.string().max(200).optional(),
    tag: z.string().max(30).optional(),
    work: Work.optional(),
    currency: Currency.optional(),
    sort: Sort.default('change'),
    /** What the patron could give in a month. */
    amount: Minor.min(1).default(500),
    amountCurrency: Currency.default('EUR'),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(100).default(24),
  })
  .meta({ id: 'BrowseQuery' })
/** One card. A followed venture is told by its own site: `origin` names it, and nothing of it is trusted as more than text. */
export const BrowseItem = z
  .object({
    address: z.string(),
    /** Absolute where the venture is another site's. */
    url: z.string(),
    origin: z.string().nullable(),
    fetched: Day.nullable(),
    title: z.string(),
    maker: z.string(),
    summary: z.string(),
    tags: z.array(z.string()),
    work: Work.nullable(),
    currency: Currency.nullable(),
    money: MoneyShown,
    percent: z.int().nullable(),
    asOf: Day.nullable(),
    current: z.boolean(),
    enough: z.boolean(),
    /** Where the amount would carry it: percents with one decimal, as tenths ("31.9 %" is 319); null where no amounts are published. */
    tenthsAfter: z.int().nullable(),
    overflow: z.array(Peer),
    needsAmounts: z.array(Minor).nullable(),
  })
  .meta({ id: 'BrowseItem' })
export const BrowsePage = z
  .object({
    items: z.array(BrowseItem),
    matching: z.int(),
    tags: z.array(z.object({ tag: z.string(), count: z.int() })),
    currencies: z.array(Currency),
  })
  .meta({ id: 'BrowsePage' })

/** An account or a price of another site's venture, as that site tells it; what did not fit its shape is not told. */
export const ToldWay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bank'), holder: z.string().optional(), iban: z.string().optional(), bic: z.string().optional() }),
  StripeWay,
  PageWay.pick({ kind: true, fee: true }),
])
/** A venture of another site: nothing of it is vouched for here. */
export const ToldVenture = z
  .object({
    url: z.string(),
    origin: z.string(),
    fetched: Day.nullable(),
    title: z.string(),
    summary: z.string(),
    currency: Currency.nullable(),
    carried: Carried.nullable(),
    ways: z.array(ToldWay),
  })
  .meta({ id: 'ToldVenture' })

/** Every package that a listed venture claims, so that a browser can match its own list without sending it. */
export const PackageIndex = z.array(z.object({ package: z.string(), address: z.string(), title: z.string() })).meta({ id: 'PackageIndex' })

export const Rhythm = z.enum(['once', 'monthly', 'quarterly', 'yearly']).meta({ id: 'Rhythm' })
/** One line of a stranger's words: no line breaks or other control characters, and nothing that turns the direction of what stands beside it. */
const said = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, 'it has line breaks or other control characters in it')
export const Papers = z.object({ purchaseOrder: said(60), vatNumber: said(30) }).meta({ id: 'Papers' })
export const NewPledge = z
  .object({
    amount: Minor.min(100).max(100_000_000),
    currency: Currency,
    rhythm: Rhythm,
    months: z.int().min(1).max(24),
    way: z.enum(['stripe', 'bank', 'page']),
    page: z.string().max(500).default(''),
    patron: z.object({
      kind: z.enum(['person', 'organisation']),
      name: said(140),
      email: z.union([z.literal(''), z.email('this is no e-mail address').max(200)]),
    }),
    named: z.boolean(),
    papers: Papers.nullable().default(null),
  })
  .meta({ id: 'NewPledge' })
/** What a patron gets, once: the link to their pledge, and how to pay it. */
export const PledgeMade = z
  .object({
    id: z.string(),
    /** Signed; belongs into the fragment of `/pledge`. */
    token: z.string(),
    /** Signed for the recipient, for a remittance sheet; only for an organisation. */
    recipientToken: z.string().nullable(),
    reference: z.string(),
    /** Where to go on, for Stripe or another page. */
    payAt: z.string().nullable(),
  })
  .meta({ id: 'PledgeMade' })
/** A pledge as its patron sees it. */
export const PledgeView = z
  .object({
    id: z.string(),
    address: z.string(),
    title: z.string(),
    amount: Minor,
    currency: Currency,
    rhythm: Rhythm,
    months: z.int(),
    way: z.enum(['stripe', 'bank', 'page']),
    page: z.string(),
    reference: z.string(),
    made: Day,
    named: z.boolean(),
    name: z.string(),
    state: z.enum(['open', 'unchecked', 'paid', 'at-risk', 'ended', 'cancelled']),
    due: Day.nullable(),
    checked: Day.nullable(),
    payments: z.array(z.object({ day: Day, amount: Minor, currency: Currency })),
    invoice: z.string().nullable(),
    portal: z.boolean(),
    /** How to pay by transfer, where that is the way. */
    account: z.object({ holder: z.string(), iban: z.string(), bic: z.string().optional() }).nullable(),
  })
  .meta({ id: 'PledgeView' })
export const PledgeChange = z
  .object({ named: z.boolean(), name: said(140), cancel: z.literal(true) })
  .partial()
  .meta({ id: 'PledgeChange' })
export const Moved = z.object({ url: z.string() }).meta({ id: 'Moved' })
/** What a recipient sees behind the link on a remittance sheet. */
export const Remittance = z
  .object({
    title: z.string(),
    patron: z.string(),
    amount: Minor,
    currency: Currency,
    rhythm: Rhythm,
    reference: z.string(),
    papers: Papers.nullable(),
    invoice: z.string().nullable(),
  })
  .meta({ id: 'Remittance' })

export type PublicVenture = z.infer<typeof PublicVenture>
export type PublicWay = z.infer<typeof PublicWay>
export type EnoughFile = z.infer<typeof EnoughFile>
export type Site = z.infer<typeof Site>
export type Sort = z.infer<typeof Sort>
export type BrowseQuery = z.output<typeof BrowseQuery>
export type BrowseItem = z.infer<typeof BrowseItem>
export type BrowsePage = z.infer<typeof BrowsePage>
export type ToldVenture = z.infer<typeof ToldVenture>
export type PackageIndex = z.infer<typeof PackageIndex>
export type NewPledge = z.input<typeof NewPledge>
export type PledgeMade = z.infer<typeof PledgeMade>
export type PledgeView = z.infer<typeof PledgeView>
export type Remittance = z.infer<typeof Remittance>
