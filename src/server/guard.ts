import type { MiddlewareHandler } from 'hono'
import { ProblemError } from '#http/problem.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i
const READS = new Set(['GET', 'HEAD'])

/**
 * Without accounts the loopback address is the only fence, so a page of another site must not reach through the browser:
 * a foreign `Host` (a name rebound to 127.0.0.1) and a foreign `Origin` are refused, and what a browser says comes from
 * elsewhere (`Sec-Fetch-Site`; another port of this machine is elsewhere too) may neither write nor read the API.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!LOOPBACK.test(host)) throw foreign('host', 'Open Enough by its printed address.')
  const origin = c.req.header('origin')
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    throw foreign('origin', 'Use the page that Enough serves itself.')
  }
  const site = c.req.header('sec-fetch-site')
  const elsewhere = site === 'cross-site' || site === 'same-site'
  if (elsewhere && (!READS.has(c.req.method) || c.req.path.startsWith('/api/'))) {
    throw foreign('site', 'Use the page that Enough serves itself.')
  }
  await next()
}

function foreign(what: string, advice: string): ProblemError {
  return new ProblemError(403, `Failed to answer: the request comes from a foreign ${what}. ${advice}`)
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Record<string, string> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'x-frame-options': 'DENY',
}

/** Headers that every answer carries, problems and files too. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
}
