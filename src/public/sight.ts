import type { Day } from '#domain/month.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import type { PublicParts } from './parts.ts'
import type { ShelvedVenture, SiteFacts } from './shelf.ts'

/** A venture as it stands on the shelf: its very bytes, and what they say. */
export interface Shown {
  json: string
  venture: PublicVenture
}

/** What is published, on one day. Everything that strangers see is derived from this alone. */
export interface Sight {
  today: Day
  site: SiteFacts
  /** The ventures that are in lists, by address. */
  listed(): readonly Shown[]
}

export function shown({ json }: Pick<ShelvedVenture, 'json'>): Shown {
  return { json, venture: JSON.parse(json) as PublicVenture } // the owner's app wrote it
}

/** Looks at the shelf as it is now; the listed ventures are read when they are first asked for. */
export function sightOf({ shelf, today }: Pick<PublicParts, 'shelf' | 'today'>): Sight {
  let ventures: readonly Shown[] | undefined
  return {
    today: today(),
    site: shelf.site(),
    listed() {
      return (ventures ??= shelf
        .ventures()
        .filter(({ listed }) => listed)
        .map(shown))
    },
  }
}
