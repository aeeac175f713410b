import type { HttpBindings } from '@hono/node-server'

/** Groups of an IPv6 address that name one network: whoever has one address of it has all others. */
const NETWORK_GROUPS = 4

/**
 * Who sends a request, for the limits of how often: the address of the other end or, behind a proxy of one's own, the last address that
 * it added. An IPv6 address counts as its network of 64 bits.
 */
export function callerOf(proxy: boolean): (request: Request, environment: unknown) => string {
  return (request, environment) => {
    const forwarded = proxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    return networkOf(forwarded || ((environment as HttpBindings).incoming.socket.remoteAddress ?? ''))
  }
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : [])
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(tail)]
  return all.slice(0, NETWORK_GROUPS).join(':')
}
