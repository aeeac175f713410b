import { notThere } from '#http/problem.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { todayOf, yearUpTo } from './today.ts'

type Names = 'knownPatrons' | 'setPatronKind'

export function knownPatronHandlers({ storage, clock }: Parts): Handlers<Names> {
  return {
    async knownPatrons({ book, params }) {
      const ventures = await storage.ventures(book.id)
      if (!ventures.some(({ id }) => id === params.venture)) throw notThere(`venture ${params.venture}`)
      const streams = (await storage.streams(book.id)).filter(({ venture, kind }) => venture === params.venture && kind === 'patronage')
      const since = yearUpTo(todayOf(book, clock))
      const ids = streams.map(({ id }) => id)
      const kinds = await storage.patronKinds(book.id)
      return (await storage.payers(book.id, ids, since)).map(({ patron, name, net }) => {
        return { patron, name, kind: kinds.get(patron) ?? 'unknown', net, currency: book.homeCurrency }
      })
    },
    async setPatronKind({ book, body: { patron, kind } }) {
      await storage.write(book.id, async (writer) => {
        for (const one of [patron].flat()) await writer.setPatronKind(one, kind)
      })
      return null
    },
  }
}
