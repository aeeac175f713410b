import type { BrowseQuery } from '#contract/public.ts'
import { gapOf, monthlyNet, tenthsAfter, type Contribution, type Standing } from '#domain/change.ts'
import type { Minor } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import type { Fee } from '#domain/publication.ts'
import { converter, type Converter, type RateTable } from '#domain/rate.ts'
import type { OfferedVenture } from './browse-offer.ts'

/** What a venture that publishes its amounts gives to reckon with, in minor units of its currency. */
export interface Reckoned {
  standing: Standing
  /** What is missing of enough. */
  gap: Minor
  /** Position among the manners of being paid: those of one manner get the same of an amount. */
  manner: number
}

/** What one amount does to ventures; null where no amounts are told or no rate leads to their currency. */
export interface Effect {
  /** min(net after the fee, what is missing) ÷ enough. */
  share(reckoned: Reckoned | null): number | null
  /** How far the venture would be carried, in tenths of a percent, floored. */
  tenths(reckoned: Reckoned | null): number | null
}

/** A currency and the fees of the ways to pay in it. */
interface Manner {
  currency: string
  fees: Fee[]
}

const FREE: Fee = { fixed: 0, basisPoints: 0 }

/**
 * Reads a patron's amount as money of any venture, at the reference rate of the day, less the fee of the venture's cheapest way to give
 * it once a month. Thousands of ventures share few currencies and fees, so each of those is reckoned with once.
 */
export function createReckoning(table: RateTable, today: Day) {
  const manners: Manner[] = []
  const known = new Map<string, number>()
  const rate = rateFinder(table, today)
  return {
    /** The amounts that a venture publishes; null where it tells none. */
    read(venture: OfferedVenture): Reckoned | null {
      const standing = standingOf(venture)
      if (standing === null || venture.currency === null) return null
      const manner = { currency: venture.currency, fees: venture.ways.map((way) => (way.kind === 'bank' ? FREE : way.fee)) }
      const key = JSON.stringify(manner)
      const position = known.get(key) ?? manners.push(manner) - 1
      known.set(key, position)
      return { standing, gap: gapOf(standing), manner: position }
    },
    effect({ amount, amountCurrency }: Pick<BrowseQuery, 'amount' | 'amountCurrency'>): Effect {
      const given = manners.map(({ currency, fees }) => {
        const value = rate(amountCurrency, currency)?.convert(amount) ?? null
        return value === null ? null : cheapest(value, fees)
      })
      return {
        share(reckoned) {
          const contribution = reckoned && given[reckoned.manner]
          if (!reckoned || !contribution) return null
          return Math.min(contribution.net, reckoned.gap) / reckoned.standing.enough
        },
        tenths(reckoned) {
          const contribution = reckoned && given[reckoned.manner]
          return reckoned && contribution ? tenthsAfter(reckoned.standing, contribution) : null
        },
      }
    },
  }
}

function standingOf({ money, carried }: OfferedVenture): Standing | null {
  if (money !== 'exact' || carried === null) return null
  const { net, enough } = carried
  return net === undefined || enough === undefined || enough <= 0 ? null : { net, enough }
}

function rateFinder(table: RateTable, today: Day) {
  const converters = new Map<string, Converter>()
  return (from: string, to: string) => {
    const found = converters.get(to) ?? converter({ home: to, table, own: [] })
    converters.set(to, found)
    return found.rate(from, today, false)
  }
}

/** The contribution by the way that leaves most of it; all of it where a venture names no way. */
function cheapest(value: Minor, fees: readonly Fee[]): Contribution & { net: Minor } {
  const choices = (fees.length === 0 ? [FREE] : fees).map((fee) => {
    const contribution = { monthly: value, months: 1, fee }
    return { ...contribution, net: monthlyNet(contribution) }
  })
  return choices.reduce((best, choice) => (choice.net > best.net ? choice : best))
}
