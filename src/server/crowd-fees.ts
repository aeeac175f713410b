import type { Crowd } from '#contract/crowd.ts'
import { divideHalfEven, type Minor } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { byQuarter, feeRule, isSmall } from '#domain/small-gifts.ts'
import type { GiftFee } from '#storage/patron-reads.ts'
import type { Storage } from '#storage/storage.ts'

type SmallGift = Crowd['fees']['small'][number]

/** Small gifts that are told by name. */
const TOLD = 200

interface Asked {
  month: Month
  /** Streams of patronage. */
  patronage: readonly number[]
  /** The names that payers are shown by. */
  names: ReadonlyMap<string, string>
}

/** What fees took of small gifts of a month, and what asking for a quarter at once would save (FEATURES N15). */
export async function feesAnswer(storage: Storage, book: string, { month, patronage, names }: Asked): Promise<Crowd['fees']> {
  const paid = patronage.length === 0 ? [] : await storage.giftFees(book, { streams: patronage, month })
  const monthly = paid.filter(({ months }) => months === 1)
  const small = smallOf(paid, names).sort((a, b) => b.home.fees - a.home.fees || (a.patron < b.patron ? -1 : 1))
  const sum = (of: (gift: SmallGift) => Minor) => small.reduce((all, gift) => all + of(gift), 0)
  return {
    known: monthly.length,
    small: small.slice(0, TOLD),
    cost: sum(({ home }) => home.fees),
    gifts: small.length,
    askable: new Set(small.filter(({ home }) => (home.saved ?? 0) > 0).map(({ patron }) => patron)).size,
    saved: sum(({ home }) => home.saved ?? 0),
  }
}

/** Gifts for one month that lost more than a tenth. What part of a fee is fixed is told by all payments of the stream and currency. */
function smallOf(paid: readonly GiftFee[], names: ReadonlyMap<string, string>): SmallGift[] {
  return [...Map.groupBy(paid, ({ stream, currency }) => `${stream} ${currency}`).values()].flatMap((own) => {
    const rule = feeRule(own)
    return own
      .filter((gift) => gift.months === 1 && isSmall(gift))
      .map(({ patron, currency, homeGross, homeFees, ...gift }): SmallGift => {
        const { quarterly, rhythm, gross, fees } = byQuarter(gift, rule)
        // The share of its fee that it would save, of the fee in the home currency.
        const saved = quarterly === null ? null : Number(divideHalfEven(BigInt(homeFees) * BigInt(fees - quarterly), BigInt(fees)))
        const home = { gross: homeGross, fees: homeFees, saved }
        return { patron, name: names.get(patron) ?? patron, currency, gross, fees, quarterly, rhythm, home }
      })
  })
}
