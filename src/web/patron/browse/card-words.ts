import type { BrowseItem } from '#contract/public.ts'
import type { Format } from '#web/ui/format.ts'
import { percentWords, tenthsWords } from '../enough-words.ts'
import type { Gift } from '../gift.ts'

/** What stands below a card's bar: how far the venture is, and what the gift would do. */
export interface CardWords {
  far: string
  change: string
}

export function cardWords(item: BrowseItem, gift: Gift, format: Format): CardWords {
  const { percent, asOf, current, enough, tenthsAfter, money, overflow } = item
  const far = percent === null || asOf === null ? '' : `${percentWords({ percent, asOf, current }, format)}, smoothed`
  // Whether it is a target that lacks or a closed month is not published.
  if (percent === null) return { far, change: money === 'hidden' ? 'shows no amounts' : 'no percentage yet' }
  // What is too old to claim anything promises nothing either.
  if (!current) return { far, change: '' }
  if (enough) return { far, change: overflow[0] ? `has enough: backs ${overflow[0].title}` : 'has enough' }
  if (tenthsAfter === null) return { far, change: money === 'exact' ? '' : 'shows no amounts' }
  return { far, change: `your ${format.money(gift.amount, { currency: gift.currency })} → ${tenthsWords(tenthsAfter, format)}` }
}

/** Who tells of another site's venture, and when: nothing of it is vouched for here. */
export function originWords({ origin, fetched }: Pick<BrowseItem, 'origin' | 'fetched'>, format: Format): string | undefined {
  if (origin === null) return undefined
  return fetched === null ? `as they say at ${origin}` : `as they say at ${origin}, ${format.shortDay(fetched)} ${fetched.slice(0, 4)}`
}
