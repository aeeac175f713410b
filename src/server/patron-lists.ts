import type { PatronLists } from '#contract/stream.ts'
import { routesOf } from '#domain/stream-route.ts'
import { platformName } from '#platforms/registry.ts'
import { notThere, ProblemError } from '#http/problem.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'

type Names = 'patronLists' | 'countPatronLists'

const NONE: PatronLists = { lists: 0, from: null, to: null, counted: false, money: false, named: 0, estimates: [] }

/** PRODUCT rule 7: whether lists of patrons count as an estimate is for the owner to say, of one stream at a time. */
export function patronListHandlers({ storage }: Parts): Handlers<Names> {
  // A stream that is merged into another is answered with that one.
  const shownStream = async (book: string, id: number): Promise<number> => {
    if (!(await storage.streams(book)).some((stream) => stream.id === id)) throw notThere(`stream ${id}`)
    return routesOf(await storage.streamRoutes(book)).shown(id)
  }
  const answer = async (book: string, stream: number): Promise<PatronLists> => {
    const platform = (await storage.streams(book)).find(({ id }) => id === stream)?.platform ?? ''
    const found = await storage.patronLists(book, stream, platform === '' ? '' : platformName(platform))
    if (!found) return NONE
    const { lists, from, to, isAsked, hasMoney, named, estimates } = found
    return { lists, from, to, counted: isAsked, money: hasMoney, named, estimates }
  }
  return {
    patronLists: async ({ book, params }) => answer(book.id, await shownStream(book.id, params.stream)),
    async countPatronLists({ book, params, body: { counted } }) {
      const stream = await shownStream(book.id, params.stream)
      const { lists, money } = await answer(book.id, stream)
      if (counted && lists === 0)
        throw new ProblemError(409, 'Failed to count lists of patrons: none was imported into this stream. Import one first.')
      if (counted && money)
        throw new ProblemError(409, 'Failed to count lists of patrons: payments of this stream are here, and those are what counts.')
      await storage.write(book.id, (writer) => writer.setFromLists(stream, counted))
      return answer(book.id, stream)
    },
  }
}
