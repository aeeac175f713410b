import type { Venture as VentureAnswer } from '#contract/venture.ts'
import type { Venture } from '#domain/book.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { present } from './present.ts'
import { notThere, ProblemError } from '#http/problem.ts'

type Names = 'ventures' | 'createVenture' | 'changeVenture'

export function ventureHandlers({ storage }: Parts): Handlers<Names> {
  const answers = async (book: string): Promise<VentureAnswer[]> => {
    const [ventures, streams] = [await storage.ventures(book), await storage.streams(book)]
    return ventures.map(({ id, name, work, archived, joy = null }) => {
      return { id, name, work, archived, joy, streams: streams.filter((stream) => stream.venture === id).length }
    })
  }
  const answer = async (book: string, id: number): Promise<VentureAnswer> => {
    const found = (await answers(book)).find((venture) => venture.id === id)
    if (!found) throw notThere(`venture ${id}`)
    return found
  }
  return {
    ventures: ({ book }) => answers(book.id),
    async createVenture({ book, body }) {
      const { name, work = 'basic' } = body
      const made = await storage.write(book.id, async (writer) => {
        checkFree(await writer.ventures(), name)
        return writer.addVenture({ name, work, automatic: false })
      })
      return answer(book.id, made.id)
    },
    async changeVenture({ book, params, body }) {
      const { streams = [], ...change } = body
      const { name } = change
      await storage.write(book.id, async (writer) => {
        const ventures = await writer.ventures()
        if (!ventures.some((venture) => venture.id === params.venture)) throw notThere(`venture ${params.venture}`)
        if (name !== undefined) checkFree(ventures, name, params.venture)
        const own = new Set((await writer.streams()).flatMap(({ id, venture }) => (venture === params.venture ? id : [])))
        const strange = streams.find(({ stream }) => !own.has(stream))
        if (strange) throw notThere(`stream ${strange.stream} of venture ${params.venture}`)
        await writer.changeVenture(params.venture, present(change))
        for (const { stream, archived } of streams) await writer.changeStream(stream, { archived })
      })
      return answer(book.id, params.venture)
    },
  }
}

function checkFree(ventures: readonly Venture[], name: string, own?: number): void {
  const taken = ventures.some((venture) => venture.id !== own && venture.name.toLowerCase() === name.toLowerCase())
  if (taken) throw new ProblemError(409, `Failed to name a venture "${name}": another is called so. Choose another name.`)
}
