import type { OwnRate } from '#contract/rate.ts'
import { isCurrency } from '#domain/currency.ts'
import { isDay } from '#domain/month.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { notThere, unfit } from '#http/problem.ts'

type Names = 'ownRates' | 'setOwnRate' | 'removeOwnRate'

export function rateHandlers({ storage }: Parts): Handlers<Names> {
  return {
    ownRates: ({ book }) => storage.ownRates(book.id),
    async setOwnRate({ book, body }) {
      checkRate(body)
      await storage.write(book.id, (writer) => writer.setOwnRate(body))
      return storage.ownRates(book.id)
    },
    async removeOwnRate({ book, params }) {
      const { currency, against, from } = params
      const known = await storage.ownRates(book.id)
      if (!known.some((rate) => rate.currency === currency && rate.against === against && rate.from === from)) {
        throw notThere(`an own rate of ${currency} against ${against} from ${from} on`)
      }
      await storage.write(book.id, (writer) => writer.removeOwnRate({ currency, against, from }))
      return storage.ownRates(book.id)
    },
  }
}

function checkRate({ currency, against, from, rate }: OwnRate): void {
  if (!isCurrency(currency)) throw unfit('currency', `"${currency}" is no currency that is known`)
  if (!isCurrency(against)) throw unfit('against', `"${against}" is no currency that is known`)
  if (currency === against) throw unfit('against', 'a currency needs no rate against itself')
  if (!isDay(from)) throw unfit('from', `"${from}" is no day that exists`)
  if (/^[0.]*$/.test(rate)) throw unfit('rate', 'a rate of 0 is none')
}
