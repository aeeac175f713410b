import type { BrowsePage, BrowseQuery, ToldVenture } from '#contract/public.ts'
import type { Day } from '#domain/month.ts'
import { converter } from '#domain/rate.ts'
import { ProblemError, unfit } from '#http/problem.ts'
import { createBrowse, type Browse } from './browse.ts'
import { ownOffer, type FollowedVenture, type Offer } from './browse-offer.ts'
import type { PublicParts } from './parts.ts'
import type { Followed } from './shelf.ts'
import { sightOf } from './sight.ts'

interface BrowseHandlers {
  browse(call: { body: BrowseQuery }): Promise<BrowsePage>
  followedVenture(call: { query: { url: string } }): Promise<ToldVenture>
}

type BrowseParts = Pick<PublicParts, 'shelf' | 'today' | 'rates'>

/** Browse over what stands on the shelf, the ventures of this site and of those it follows; made anew when that or the day has changed. */
export function browseHandlers(parts: BrowseParts): BrowseHandlers {
  let made: { key: string; browse: Browse } | undefined
  return {
    async browse({ body }) {
      const today = parts.today()
      checkRate(parts, body.amountCurrency, today)
      const key = `${parts.shelf.version()} ${today}`
      if (made?.key !== key) {
        const own = sightOf(parts)
          .listed()
          .map(({ venture }) => ownOffer(venture))
        const offers = [...own, ...parts.shelf.followed().flatMap(followedOffers)]
        made = { key, browse: createBrowse(offers, { today, rates: parts.rates }) }
      }
      return made.browse(body)
    },
    async followedVenture({ query }) {
      const found = parts.shelf
        .followed()
        .flatMap(followedOffers)
        .find(({ url }) => url === query.url)
      if (!found) throw new ProblemError(404, 'Failed to find the venture: no site that is followed tells of it. Look for it in the list.')
      const { title, summary, currency, carried, ways } = found.venture
      return { url: found.url, origin: found.origin, fetched: found.fetched, title, summary, currency, carried, ways: ways.map(wayOf) }
    },
  }
}

/** Money without a rate changes nothing that could be compared: ventures with a target would stand among those without one. */
function checkRate({ rates }: BrowseParts, currency: string, today: Day): void {
  if (converter({ home: 'EUR', table: rates, own: [] }).rate(currency, today, false)) return
  throw unfit('amountCurrency', `there is no reference rate for ${currency} today, so nothing can be said of what the amount would change`)
}

function wayOf(way: FollowedVenture['ways'][number]): ToldVenture['ways'][number] {
  if (way.kind === 'bank') return way
  return way.kind === 'stripe' ? { kind: 'stripe', fee: way.fee } : { kind: 'page', fee: way.fee }
}

function followedOffers({ url, day, ventures }: Followed): (Offer & { origin: string })[] {
  const origin = new URL(url).host
  return ventures.map((json) => {
    const venture = JSON.parse(json) as FollowedVenture // its shape was checked when it came
    return { venture, url: venture.url, origin, fetched: day }
  })
}
