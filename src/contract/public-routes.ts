import { z } from 'zod'
import type { PublicRouteName } from './public-paths.ts'
import {
  BrowsePage,
  BrowseQuery,
  Moved,
  NewPledge,
  PackageIndex,
  PledgeChange,
  PledgeMade,
  PledgeView,
  PublicVenture,
  Remittance,
  Site,
  ToldVenture,
} from './public.ts'
import type { RouteShape } from './routes.ts'

const params = z.object({ address: z.string().regex(/^[a-z0-9-]{1,64}$/) })

/** Shapes of every route of `public-paths.ts`, by its name. */
export const publicRoutes = {
  site: { summary: 'The site', answer: Site },
  browse: {
    summary: 'Ventures of this site and of those it follows, searched, filtered and sorted',
    body: BrowseQuery,
    answer: BrowsePage,
  },
  publicVenture: { summary: 'One venture as it is published', params, answer: PublicVenture },
  followedVenture: {
    summary: 'A venture of a site that is followed, as that site tells it',
    query: z.object({ url: z.string().max(2000) }),
    answer: ToldVenture,
  },
  matchPackages: { summary: 'Packages that listed ventures claim', answer: PackageIndex },
  pledge: { summary: 'Pledge to a venture', params, body: NewPledge, answer: PledgeMade, status: 201 },
  pledgeState: { summary: 'One pledge, by its signed link', answer: PledgeView },
  changePledge: { summary: 'Cancel a pledge, or give or withdraw consent to be named', body: PledgeChange, answer: PledgeView },
  openPortal: { summary: 'Where a card pledge is changed', answer: Moved },
  pledgeInvoice: { summary: 'The invoice that the recipient uploaded', answer: 'application/pdf' },
  remittance: { summary: 'What a remittance sheet is about, by its signed link', answer: Remittance },
  uploadInvoice: { summary: 'Upload an invoice for a remittance; the body is the PDF', answer: Remittance },
  stripeWebhook: { summary: 'Events of Stripe', answer: null },
} as const satisfies Record<PublicRouteName, RouteShape>

export type PublicRoutes = typeof publicRoutes
type Shape<N extends PublicRouteName, K extends string> = K extends keyof PublicRoutes[N] ? PublicRoutes[N][K] : undefined
type In<T> = T extends z.ZodType ? z.input<T> : Record<never, never>
/** What a caller gives in the address. */
export type PublicParams<N extends PublicRouteName> = In<Shape<N, 'params'>> & In<Shape<N, 'query'>>
/** What a caller gives as JSON body. */
export type PublicBody<N extends PublicRouteName> = Shape<N, 'body'> extends z.ZodType ? z.input<Shape<N, 'body'>> : undefined
/** What a caller gets. */
export type PublicAnswer<N extends PublicRouteName> = Shape<N, 'answer'> extends z.ZodType ? z.output<Shape<N, 'answer'>> : null
