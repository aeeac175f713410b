import type { Method } from './paths.ts'

/**
 * Names, methods and addresses of the public API, below `/api/public/v1`, as plain data. It is answered by the public app alone.
 * Reads that depend on an amount are POSTs: an amount never stands in an address. Neither does a signed link's token, which comes as
 * `Authorization: Bearer`.
 */
export const publicPaths = {
  site: ['GET', '/site'],
  browse: ['POST', '/browse'],
  publicVenture: ['GET', '/ventures/{address}'],
  followedVenture: ['GET', '/followed'],
  matchPackages: ['GET', '/packages'],
  pledge: ['POST', '/ventures/{address}/pledges'],
  pledgeState: ['GET', '/pledge'],
  changePledge: ['PATCH', '/pledge'],
  openPortal: ['POST', '/pledge/portal'],
  pledgeInvoice: ['GET', '/pledge/invoice'],
  remittance: ['GET', '/remittance'],
  uploadInvoice: ['PUT', '/remittance/invoice'],
  stripeWebhook: ['POST', '/stripe'],
} as const satisfies Record<string, readonly [method: Method, path: string]>

export type PublicRouteName = keyof typeof publicPaths
