import type { OwnRate } from '#contract/rate.ts'
import { isCurrency } from '#domain/currency.ts'
import { isDay } from '#domain/month.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { notThere, unfit } from '#http/problem.ts'

type Names = 'ownRates' | 'setOwnRate' | 'removeOwnRate' | 'streamRates' | 'setStreamRates' | 'removeStreamRate'

export function rateHandlers({ storage }: Parts): Handlers<Names> {
  const ofStream = async (book: string, stream: number): Promise<OwnRate[]> => {
    if (!(await storage.streams(book)).some(({ id }) => id === stream)) throw notThere(`stream ${stream}`)
    const rates = (await storage.streamRates(book)).filter((rate) => rate.stream === stream)
    return rates.map(({ currency, against, from, rate }) => ({ currency, against, from, rate }))
  }
  return {
    streamRates: ({ book, params }) => ofStream(book.id, params.stream),
    async setStreamRates({ book, params: { stream }, body: { rates } }) {
      await ofStream(book.id, stream)
      for (const rate of rates) checkRate(rate)
      await storage.write(book.id, (writer) => writer.setStreamRates(stream, rates))
      return ofStream(book.id, stream)
    },
    async removeStreamRate({ book, params: { stream, currency, against, from } }) {
      const known = await ofStream(book.id, stream)
      if (!known.some((rate) => rate.currency === currency && rate.against === against && rate.from === from)) {
        throw notThere(`a rate of ${currency} against ${against} from ${from} on of this stream`)
      }
      await storage.write(book.id, (writer) => writer.removeStreamRate(stream, { currency, against, from }))
      return ofStream(book.id, stream)
    },
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
