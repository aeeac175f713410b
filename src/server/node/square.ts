import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtAssets } from '#public/node/built-assets.ts'
import { startPublicThread, type PublicThread } from '#public/node/public-thread.ts'
import { openShelf, SHELF_FILE } from '#public/sql-shelf.ts'
import { nodeHandle } from '#storage/node-handle.ts'
import type { Log, Square } from '../parts.ts'
import { createTurn } from '../turn.ts'
import { createPublicFetch } from './fetch-public.ts'
import { openMail } from './smtp.ts'
import { programVersion } from './version.ts'

/** Where the public half stands. */
export interface SquareSettings {
  host: string
  port: number
  proxy: boolean
  /** Absolute, without a final slash; undefined where the owner may set it. */
  url: string | undefined
}

type Reach = Pick<Square, 'fetchText' | 'stripe' | 'mail'>

interface SquareOptions extends Reach {
  /** Data folder; it must be there. */
  folder: string
  settings: SquareSettings
  log: Log
  /** Called after a stranger left something in the inbox. */
  onInbox: () => void
}

export interface OpenSquare extends Square {
  close(): Promise<void>
}

/** How long a thread that died is left before another one is tried. */
const AGAIN_MS = 5_000

/** Reads `PUBLIC_HOST`, `PUBLIC_PORT`, `PUBLIC_PROXY` and `PUBLIC_URL`; throws a sentence for what cannot be. */
export function squareSettings(environment: NodeJS.ProcessEnv): SquareSettings {
  const { PUBLIC_HOST: host = '127.0.0.1', PUBLIC_PORT: port = '4401', PUBLIC_PROXY: proxy = '0', PUBLIC_URL: url } = environment
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`Failed to start: PUBLIC_PORT "${port}" is no port. Use a number up to 65535.`)
  if (!/^[01]$/.test(proxy)) throw new Error(`Failed to start: PUBLIC_PROXY "${proxy}" is neither 0 nor 1. Use 1 behind a proxy of yours.`)
  return { host, port: Number(port), proxy: proxy === '1', url: url === undefined || url === '' ? undefined : originOf(url) }
}

function originOf(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error(`Failed to start: PUBLIC_URL "${text}" is no address of a site. Write it as https://example.org, without a path.`)
  return url.origin
}

/**
 * The public half on a machine: its app runs in a thread of its own, only while something is published and its address is known.
 * Whatever goes wrong there, the owner's app goes on.
 */
export function openSquare({ folder, settings, log, onInbox, ...reach }: SquareOptions): OpenSquare {
  const shelf = openShelf(nodeHandle(join(folder, SHELF_FILE)))
  if (settings.url !== undefined) shelf.setSite({ url: settings.url })
  const built = fileURLToPath(new URL('../../../dist-public', import.meta.url))
  const assets = builtAssets(built)
  const turn = createTurn()
  let thread: PublicThread | undefined
  let problem: string | null = null
  let closed = false
  let again: NodeJS.Timeout | undefined

  const wanted = (): boolean => !closed && shelf.site().url !== '' && shelf.ventures().length > 0
  const start = async (): Promise<void> => {
    const { host, port, proxy } = settings
    try {
      thread = await startPublicThread({ folder, host, port, proxy, built, version: programVersion() }, { inbox: onInbox, log, died })
      problem = null
    } catch (error) {
      problem = sentenceOf(error, log)
    }
  }
  const died = (error: unknown): void => {
    thread = undefined
    problem = sentenceOf(error, log)
    again = setTimeout(() => void ensure(), AGAIN_MS).unref()
  }
  const ensure = (): Promise<void> =>
    turn(async () => {
      clearTimeout(again)
      if (wanted()) {
        if (!thread) await start()
        return
      }
      problem = null
      await thread?.end()
      thread = undefined
    })
  return {
    ...reach,
    ...(assets ? { assets } : {}),
    shelf,
    urlFixed: settings.url !== undefined,
    listening() {
      if (thread) return { state: 'on', at: addressOf(settings.host, thread.port), problem: null }
      return { state: problem === null ? 'off' : 'failed', at: null, problem }
    },
    ensure,
    async close() {
      closed = true
      await ensure()
      shelf.close()
    },
  }
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** What is said in words goes to the owner as it is; anything unforeseen is for the log. */
function sentenceOf(error: unknown, log: Log): string {
  if (error instanceof Error && error.message.startsWith('Failed to ')) return error.message
  log('The public app ended.', error)
  return 'Failed to keep the public pages open: something went wrong inside. It is tried again when you publish or start anew.'
}

/** What the owner's app reaches beyond this machine, by what the environment says. Throws a sentence for what cannot be. */
export async function openReach(environment: NodeJS.ProcessEnv): Promise<Reach> {
  // Stripe's package is a large one, and most have no key.
  const stripe = environment['STRIPE_KEY'] ? (await import('./stripe-client.ts')).openStripeAccount(environment) : undefined
  const mail = openMail(environment)
  return { fetchText: createPublicFetch(), ...(stripe ? { stripe } : {}), ...(mail ? { mail } : {}) }
}
