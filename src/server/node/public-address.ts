import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** IPv6 gives out global addresses from here only; what lies elsewhere is special or reserved. RFC 4291, and IANA's registry of it. */
const GLOBAL = ipaddr.IPv6.parse('2000::')
const GLOBAL_BITS = 3

/**
 * Whether an IP address is one of the open internet: not this machine, not the network it stands in, no cloud's metadata, nothing
 * that leads to such an address through a tunnel or a translator (IPv4-mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  // The package would also read short and octal forms, which name resolution never gives.
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  return parsed.zoneId === undefined && parsed.range() === 'unicast' && parsed.match(GLOBAL, GLOBAL_BITS)
}
