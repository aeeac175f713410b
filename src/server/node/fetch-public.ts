import { lookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { ProblemError } from '#http/problem.ts'
import { isPublicAddress } from './public-address.ts'

/** Bytes of a body; what a crawler of funding.json takes too. */
const MOST_BYTES = 320_000
const MOST_REDIRECTS = 3
/** For all of it: names, redirects and bodies. */
const TIME_MS = 3_000
/** For so long an answer is given again without asking. */
const FRESH_MS = 15 * 60_000
const MOST_KEPT = 200
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export interface Fetched {
  text: string
  /** Media type as the server said it; empty where it said none. */
  type: string
  /** Where the answer came from, after redirects. */
  url: string
}

interface Resolved {
  address: string
  family: number
}

/** What a test stands in for; on a server all of it is as the defaults say. */
export interface FetchSettings {
  resolve: (host: string) => Promise<Resolved[]>
  isAllowed: (address: string) => boolean
  /** Port that is connected to; addresses with a port of their own are refused. */
  port: number
  /** Certificates to trust in place of the system's. */
  ca?: string
  now: () => number
  timeMs: number
}

interface Kept extends Fetched {
  at: number
  etag: string | undefined
  modified: string | undefined
}

const DEFAULTS: FetchSettings = {
  resolve: (host) => lookup(host, { all: true }),
  isAllowed: isPublicAddress,
  port: 443,
  now: Date.now,
  timeMs: TIME_MS,
}

/**
 * Fetches a stranger's text without becoming their tool: HTTPS only, no port and no password in the address, every address that the
 * name stands for public, the connection made to the very address that was checked, each redirect checked like the first, at most
 * 320 kB, uncompressed, within 3 seconds. Answers are kept for a quarter of an hour and then asked for again by their tags. Throws a
 * problem whose sentence is meant for a person. What comes is text of unknown worth.
 */
export function createPublicFetch(change: Partial<FetchSettings> = {}): (url: string) => Promise<Fetched> {
  const settings = { ...DEFAULTS, ...change }
  const kept = new Map<string, Kept>()
  return async (wished) => {
    const known = kept.get(wished)
    if (known && settings.now() - known.at < FRESH_MS) return fetchedOf(known)
    const deadline = AbortSignal.timeout(settings.timeMs)
    try {
      const found = await follow({ wished, known, settings, deadline })
      kept.delete(wished)
      kept.set(wished, found)
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
      return fetchedOf(found)
    } catch (error) {
      throw problemOf(wished, deadline.aborted ? `it took longer than ${settings.timeMs / 1000} seconds` : error)
    }
  }
}

function fetchedOf({ text, type, url }: Kept): Fetched {
  return { text, type, url }
}

/** A reason for a person, within this file. */
class Refusal extends Error {}

function problemOf(wished: string, reason: unknown): ProblemError {
  const words = typeof reason === 'string' ? reason : reason instanceof Refusal ? reason.message : 'it could not be reached'
  return new ProblemError(400, `Failed to fetch ${wished.slice(0, 200)}: ${words}. Check the address.`)
}

interface Errand {
  wished: string
  known: Kept | undefined
  settings: FetchSettings
  deadline: AbortSignal
}

async function follow({ wished, known, settings, deadline }: Errand): Promise<Kept> {
  let url = safeUrl(wished, undefined)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const asked = known?.url === url.href ? known : undefined
    const response = await open(url, { validators: asked, settings, deadline })
    const status = response.statusCode ?? 0
    const location = response.headers.location
    if (status === 304 && asked) {
      response.destroy()
      return { ...asked, at: settings.now() }
    }
    if (REDIRECTS.has(status) && location !== undefined) {
      response.destroy()
      url = safeUrl(location, url)
      continue
    }
    if (status !== 200) {
      response.destroy()
      throw new Refusal(`it answers with ${status}`)
    }
    const text = await textOf(response)
    const { etag, 'last-modified': modified, 'content-type': type = '' } = response.headers
    return { text, type, url: url.href, at: settings.now(), etag, modified }
  }
  throw new Refusal(`it leads on more than ${MOST_REDIRECTS} times`)
}

/** The address, where it is one that may be asked. */
function safeUrl(text: string, base: URL | undefined): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (url === undefined) throw new Refusal('it is no address')
  if (url.protocol !== 'https:') throw new Refusal(base ? 'it leads on to an address without https' : 'it does not begin with https://')
  if (url.username !== '' || url.password !== '') throw new Refusal('it holds a name or a password')
  if (url.port !== '') throw new Refusal('it names a port')
  url.hash = ''
  return url
}

interface Opening {
  validators: Pick<Kept, 'etag' | 'modified'> | undefined
  settings: FetchSettings
  deadline: AbortSignal
}

async function open(url: URL, { validators, settings, deadline }: Opening): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await inTime(addressesOf(host, settings), deadline)
  const headers: Record<string, string> = {
    accept: 'application/json, application/yaml;q=0.9, text/plain;q=0.8, */*;q=0.1',
    'accept-encoding': 'identity',
    'user-agent': 'Enough (follows enough.json and funding.json)',
  }
  if (validators?.etag !== undefined) headers['if-none-match'] = validators.etag
  if (validators?.modified !== undefined) headers['if-modified-since'] = validators.modified
  return await new Promise((resolve, reject) => {
    const asking = request({
      host,
      // TLS checks the certificate against the name, wherever the connection goes.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      port: settings.port,
      path: url.pathname + url.search,
      headers: { ...headers, host: url.host },
      agent: false,
      lookup: pinned(addresses),
      signal: deadline,
      ...(settings.ca === undefined ? {} : { ca: settings.ca }),
    })
    asking.on('response', resolve)
    asking.on('error', reject)
    asking.end()
  })
}

/** What a name stands for, asked once; refused as a whole where one of it lies within. */
async function addressesOf(host: string, { resolve, isAllowed }: FetchSettings): Promise<Resolved[]> {
  const family = isIP(host)
  const found = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }]
  if (found.length === 0) throw new Refusal('its name is not known')
  if (!found.every(({ address }) => isAllowed(address))) throw new Refusal('it does not lie on the open internet')
  return found
}

/** Answers a connection's question for the name with what was checked, so that no second answer can lead elsewhere. */
function pinned(addresses: readonly Resolved[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses
    if (options.all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
}

async function inTime<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  deadline.throwIfAborted()
  const late = new Promise<never>((_, reject) => deadline.addEventListener('abort', () => reject(new Refusal('late')), { once: true }))
  return await Promise.race([work, late])
}

/** The body as text; refused when it is compressed although that was not asked for, or as soon as it is too long. */
async function textOf(response: IncomingMessage): Promise<string> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = response.headers
  try {
    if (encoding !== 'identity') throw new Refusal('it comes compressed')
    if (Number(length) > MOST_BYTES) throw tooLong()
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength
      if (bytes > MOST_BYTES) throw tooLong()
      chunks.push(chunk)
    }
    return new TextDecoder().decode(Buffer.concat(chunks))
  } finally {
    response.destroy()
  }
}

function tooLong(): Refusal {
  return new Refusal(`it is longer than ${MOST_BYTES / 1000} kB`)
}
