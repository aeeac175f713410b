import type { Target } from '#contract/target.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { notThere } from '#http/problem.ts'

type Names = 'targets' | 'setTarget' | 'removeTarget'

export function targetHandlers({ storage }: Parts): Handlers<Names> {
  const answers = async (book: string): Promise<Target[]> => storage.targets(book)
  return {
    targets: ({ book }) => answers(book.id),
    async setTarget({ book, params, body }) {
      await storage.write(book.id, (writer) => writer.setTarget(params.month, body))
      return answers(book.id)
    },
    async removeTarget({ book, params }) {
      const known = await storage.targets(book.id)
      if (!known.some((target) => target.from === params.month)) throw notThere(`a target from ${params.month} on`)
      await storage.write(book.id, (writer) => writer.removeTarget(params.month))
      return answers(book.id)
    },
  }
}
