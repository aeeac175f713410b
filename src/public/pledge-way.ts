import type { z } from 'zod'
import type { NewPledge, PledgeView } from '#contract/public.ts'
import { isCurrency } from '#domain/currency.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { unfit } from '#http/problem.ts'
import type { PublicParts } from './parts.ts'

type Asked = Pick<z.output<typeof NewPledge>, 'way' | 'page' | 'currency' | 'rhythm' | 'months'>

/**
 * Checks that a venture offers the way of a pledge, in its currency; answers the account to pay to, for a transfer. Throws a problem
 * about the field that is wrong.
 */
export function wayOf({ checkout }: Pick<PublicParts, 'checkout'>, venture: PublicVenture, asked: Asked): Pick<PledgeView, 'account'> {
  if (!isCurrency(asked.currency)) throw unfit('currency', `"${asked.currency}" is no currency that is known`)
  if (asked.way === 'bank') return { account: accountOf(venture, asked) }
  if (asked.way === 'page') {
    const offered = venture.ways.some((way) => way.kind === 'page' && way.url === asked.page)
    if (!offered) throw unfit('page', 'it is none of the pages that this venture names')
  } else {
    const offered = checkout !== undefined && venture.ways.some(({ kind }) => kind === 'stripe')
    if (!offered) throw unfit('way', 'cards are not taken here')
    if (asked.currency !== venture.currency) throw unfit('currency', `card payments are made in ${venture.currency}`)
  }
  return { account: null }
}

/** A SEPA transfer, and the QR code that makes one (EPC069-12), are in euros; elsewhere it is the venture's own currency. */
function accountOf(venture: PublicVenture, { currency }: Asked): PledgeView['account'] {
  const way = venture.ways.find(({ kind }) => kind === 'bank')
  if (way?.kind !== 'bank') throw unfit('way', 'this venture names no bank account')
  const taken = venture.currency === 'EUR' ? ['EUR'] : ['EUR', venture.currency]
  if (!taken.includes(currency)) throw unfit('currency', `transfers are made in ${taken.join(' or ')}`)
  const { holder, iban, bic } = way
  return { holder, iban, ...(bic === undefined ? {} : { bic }) }
}
