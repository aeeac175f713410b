import type { Tax } from '#contract/tax.ts'
import { net } from '#domain/money.ts'
import { monthOf, type Day, type Month } from '#domain/month.ts'
import { taxPeriods, type TaxedNet } from '#domain/set-aside.ts'
import { notThere } from '#http/problem.ts'
import type { Book, Storage } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

type Names = 'tax' | 'setTaxRule' | 'removeTaxRule' | 'setPutAside' | 'jobOffer' | 'setJobOffer' | 'splitter' | 'setSplitter'

/** What of the net is put aside for income tax, the job that one compares oneself with, and shares by which a month is split. */
export function taxHandlers(parts: Parts): Handlers<Names> {
  const { storage } = parts
  return {
    tax: ({ book }) => taxOf(parts, book),
    async setTaxRule({ book, params, body }) {
      const streams = await storage.streams(book.id)
      const strange = body.streams.find((own) => !streams.some(({ id }) => id === own.stream))
      if (strange) throw notThere(`stream ${strange.stream}`)
      await storage.write(book.id, (writer) => writer.setTaxRule({ from: params.month, ...body }))
      return taxOf(parts, book)
    },
    async removeTaxRule({ book, params }) {
      const rules = await storage.taxRules(book.id)
      if (!rules.some(({ from }) => from === params.month)) throw notThere(`a share for tax from ${params.month} on`)
      await storage.write(book.id, (writer) => writer.removeTaxRule(params.month))
      return taxOf(parts, book)
    },
    async setPutAside({ book, params, body }) {
      await storage.write(book.id, (writer) => writer.setPutAside({ month: params.month, amount: body.amount }))
      return taxOf(parts, book)
    },
    jobOffer: async ({ book }) => ({ offer: await storage.jobOffer(book.id) }),
    async setJobOffer({ book, body }) {
      await storage.write(book.id, (writer) => writer.setJobOffer(body.offer))
      return { offer: await storage.jobOffer(book.id) }
    },
    splitter: async ({ book }) => ({ splitter: await storage.splitter(book.id) }),
    async setSplitter({ book, body }) {
      await storage.write(book.id, (writer) => writer.setSplitter(body.splitter))
      return { splitter: await storage.splitter(book.id) }
    },
  }
}

function taxOf({ storage, clock }: Parts, book: Book): Promise<Tax> {
  return taxOn(storage, book, todayOf(book, clock))
}

/** What tax takes as it stands on a day. */
export async function taxOn(storage: Storage, book: Book, today: Day): Promise<Tax> {
  const rules = await storage.taxRules(book.id)
  const first = rules[0]?.from
  const nets = first === undefined ? [] : await taxedNets(storage, book.id, { from: first, to: monthOf(today) })
  const periods = taxPeriods(rules, { nets, put: await storage.putAside(book.id), today })
  return { currency: book.homeCurrency, today, rules, periods }
}

/** Net and tax withheld by stream and month, out of month roll-ups; money without a rate is in no home total and so not here. */
async function taxedNets(storage: Storage, book: string, span: { from: Month; to: Month }): Promise<TaxedNet[]> {
  const sums = new Map<string, TaxedNet>()
  for (const { stream, month, home } of await storage.months(book, 'cash', span)) {
    if (!home) continue
    const key = `${stream} ${month}`
    const sum = sums.get(key) ?? { stream, month, net: 0, withheld: 0 }
    sums.set(key, { ...sum, net: sum.net + net(home), withheld: sum.withheld + home.tax })
  }
  return [...sums.values()]
}
