import type { Peer } from './publication.ts'

/** What decides whether another venture may be named on a page. */
export interface PeerSite {
  /** The public address, without a final slash; empty until it is set. */
  url: string
  /** Addresses of this site's public ventures, but for the one whose page it is. */
  listed: readonly string[]
  /** Secret addresses of this site: whoever typed one in by mistake does not give it away. */
  secrets: readonly string[]
}

/**
 * Peers that may be named: public ventures of this site, by their bare address, and others by their absolute one. What is unlisted or
 * private here never appears, however its address was typed. Their own peers are not followed: it is one hop.
 */
export function openPeers(peers: readonly Peer[], site: PeerSite): Peer[] {
  return peers.flatMap(({ title, address }) => {
    const open = openAddress(address, site)
    return open === undefined ? [] : [{ title, address: open }]
  })
}

function openAddress(address: string, { url, listed, secrets }: PeerSite): string | undefined {
  const typed = address.trim()
  const lower = typed.toLowerCase()
  if (secrets.some((secret) => lower.includes(secret))) return undefined
  const isOwn = url !== '' && hostAndPath(lower).startsWith(hostAndPath(`${url.toLowerCase()}/`))
  if (/^[a-z]+:/.test(lower) && !isOwn) return lower.startsWith('https://') ? typed : undefined
  const local = isOwn ? hostAndPath(lower).slice(hostAndPath(`${url.toLowerCase()}/`).length) : lower
  const name = /^\/?(?:v\/)?([a-z0-9-]+)\/?$/.exec(local)?.[1]
  return name !== undefined && listed.includes(name) ? name : undefined
}

/** An address without its scheme and the port that goes without saying. */
function hostAndPath(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/^([^/:]+):(?:80|443)(?=\/)/, '$1')
}
