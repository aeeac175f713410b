import type { PublicVenture } from '#domain/public-venture.ts'
import type { Day } from '#domain/month.ts'
import type { Fee } from '#domain/publication.ts'

/** What one card needs to know of a venture. Another site may leave open what is null. */
export interface OfferedVenture extends Pick<
  PublicVenture,
  'address' | 'title' | 'maker' | 'summary' | 'tags' | 'money' | 'carried' | 'needs' | 'overflow'
> {
  work: PublicVenture['work'] | null
  currency: string | null
  since: Day | null
  patrons: Pick<PublicVenture['patrons'], 'count'>
  /** An account is told only where its IBAN can be one. */
  ways: ({ kind: 'bank'; holder?: string; iban?: string; bic?: string } | { kind: 'stripe' | 'page'; fee: Fee })[]
}

/** A venture as browse is given it: of this site, or of another that it follows. */
export interface Offer {
  venture: OfferedVenture
  /** Address of its page: below this site's root, or absolute. */
  url: string
  /** Host of the site that tells of it; null for this one. */
  origin: string | null
  /** Day on which it was told; null for this site's own. */
  fetched: Day | null
}

/** A venture of another site as it is kept: what that site says, and where its page is. */
export interface FollowedVenture extends OfferedVenture {
  /** Absolute, HTTPS. */
  url: string
}

/** A venture of this site, for its list. */
export function ownOffer(venture: PublicVenture): Offer {
  return { venture, url: `v/${venture.address}`, origin: null, fetched: null }
}
