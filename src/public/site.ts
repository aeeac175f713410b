import { converter } from '#domain/rate.ts'
import { ProblemError } from '#http/problem.ts'
import type { PublicHandlers } from './handle.ts'
import type { PublicParts } from './parts.ts'
import { shown, sightOf } from './sight.ts'

type SiteHandlers = Pick<PublicHandlers, 'site' | 'publicVenture' | 'matchPackages'>

export function siteHandlers(parts: PublicParts): SiteHandlers {
  const { rates, shelf } = parts
  const inEuro = converter({ home: 'EUR', table: rates, own: [] })
  return {
    async site() {
      const { site, today } = sightOf(parts)
      // Some series have ended: an amount in such a currency could not be read as any other money.
      const current = rates.currencies.filter((code) => inEuro.rate(code, today, false) !== null)
      return { ...site, today, pledges: true, rates: { to: rates.last, currencies: ['EUR', ...current].sort() } }
    },
    async publicVenture({ params: { address } }) {
      const found = shelf.venture(address)
      if (!found) throw new ProblemError(404, 'Failed to find the venture: nothing is published at this address. Look for it in the list.')
      return shown(found).venture
    },
    async matchPackages() {
      const claims = sightOf(parts)
        .listed()
        .flatMap(({ venture: { address, title, packages } }) => packages.map((name) => ({ package: name, address, title })))
      return claims.sort((a, b) => order(a.package, b.package) || order(a.address, b.address))
    },
  }
}

/** By code units: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
