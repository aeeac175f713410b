import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { isNamed } from '#http/tag.ts'

/** Who may do what with an answer: a page of ours, a file that other sites show, a frame in another site, or what is one person's own. */
export type Audience = 'page' | 'everyone' | 'frame' | 'own'

/** An answer that can be given again as it is. */
export interface Reply {
  status: number
  body: string | Uint8Array<ArrayBuffer>
  tag: string
  headers: Record<string, string>
}

/** What a page may load, in its own words too: a web host of plain files sends no policy. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')
/** A file is shown, and does nothing. The styles of an SVG are its own attributes. */
const FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
}
const CLOSED = {
  ...ALWAYS,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
const HEADERS: Record<Audience, Record<string, string>> = {
  page: { ...CLOSED, 'content-security-policy': `${PAGE_POLICY}; frame-ancestors 'none'`, 'cache-control': 'no-cache' },
  everyone: {
    ...ALWAYS,
    'content-security-policy': FILE_POLICY,
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'x-frame-options': 'DENY',
    'cache-control': 'public, max-age=300',
  },
  // Its policy comes with it: it names the hash of its own styles.
  frame: { ...ALWAYS, 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=300' },
  own: { ...CLOSED, 'content-security-policy': FILE_POLICY, 'cache-control': 'no-store' },
}

/** Headers that every answer for these people carries, problems and files too. */
export function headersFor(audience: Audience): Readonly<Record<string, string>> {
  return HEADERS[audience]
}

/** An answer whose tag is a hash of its bytes, and of nothing else: a change that is not published does not show. */
export function replyOf(body: Reply['body'], { audience, type, status = 200, more = {} }: ReplyShape): Reply {
  const tag = `"${hashOf(body)}"`
  return { status, body, tag, headers: { ...HEADERS[audience], 'content-type': type, etag: tag, ...more } }
}

interface ReplyShape {
  audience: Audience
  type: string
  status?: number
  more?: Record<string, string>
}

/** 128 bits of SHA-256, in hex. */
export function hashOf(body: string | Uint8Array): string {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return bytesToHex(sha256(bytes)).slice(0, 32)
}

/** Gives the answer, or says that the caller has it already. */
export function send({ status, body, tag, headers }: Reply, ifNoneMatch: string | undefined): Response {
  if (status !== 200 || ifNoneMatch === undefined || !isNamed(ifNoneMatch, tag)) return new Response(body, { status, headers })
  const { 'content-type': _, ...rest } = headers
  return new Response(null, { status: 304, headers: rest })
}

/** A response made elsewhere, with the headers that everything carries. */
export function secured(response: Response, audience: Audience): Response {
  for (const [name, value] of Object.entries(HEADERS[audience])) response.headers.set(name, value)
  return response
}
