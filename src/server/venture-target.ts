import type { VentureTarget } from '#contract/publication.ts'
import { notThere } from '#http/problem.ts'
import type { BookWriter } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'

type Names = 'ventureTargets' | 'setVentureTarget' | 'removeVentureTarget'

export function ventureTargetHandlers({ storage }: Parts): Handlers<Names> {
  const answers = async (book: string): Promise<VentureTarget[]> => storage.ventureTargets(book)
  return {
    ventureTargets: ({ book }) => answers(book.id),
    async setVentureTarget({ book, params: { venture, month }, body: { needs } }) {
      await storage.write(book.id, async (writer) => {
        await checkThere(writer, venture)
        await writer.setVentureTarget({ venture, from: month, needs })
      })
      return answers(book.id)
    },
    async removeVentureTarget({ book, params: { venture, month } }) {
      const known = await storage.ventureTargets(book.id)
      const is = (target: VentureTarget) => target.venture === venture && target.from === month
      if (!known.some(is)) throw notThere(`a target of venture ${venture} from ${month} on`)
      await storage.write(book.id, (writer) => writer.removeVentureTarget(venture, month))
      return answers(book.id)
    },
  }
}

async function checkThere(writer: BookWriter, id: number): Promise<void> {
  const ventures = await writer.ventures()
  if (!ventures.some((venture) => venture.id === id)) throw notThere(`venture ${id}`)
}
