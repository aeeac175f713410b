import type { BrowsePage, BrowseQuery } from '#contract/public.ts'
import { createBrowse, type Browse } from './browse.ts'
import { ownOffer, type FollowedVenture, type Offer } from './browse-offer.ts'
import type { PublicParts } from './parts.ts'
import type { Followed } from './shelf.ts'
import { sightOf } from './sight.ts'

type BrowseParts = Pick<PublicParts, 'shelf' | 'today' | 'rates'>

/** Browse over what stands on the shelf, the ventures of this site and of those it follows; made anew when that or the day has changed. */
export function browseHandlers(parts: BrowseParts): { browse(call: { body: BrowseQuery }): Promise<BrowsePage> } {
  let made: { key: string; browse: Browse } | undefined
  return {
    async browse({ body }) {
      const today = parts.today()
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
  }
}

function followedOffers({ url, day, ventures }: Followed): Offer[] {
  const origin = new URL(url).host
  return ventures.map((json) => {
    const venture = JSON.parse(json) as FollowedVenture // its shape was checked when it came
    return { venture, url: venture.url, origin, fetched: day }
  })
}
