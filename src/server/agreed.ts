import type { Agreed, AgreedBody } from '#contract/agreed.ts'
import type { AgreedIncome } from '#domain/agreed-income.ts'
import { notThere } from '#http/problem.ts'
import type { Book } from '#storage/storage.ts'
import { agreedAnswers } from './agreed-facts.ts'
import { readEntryId } from './entry-id.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { todayOf } from './today.ts'

type Names = 'addAgreed' | 'setAgreed' | 'removeAgreed'

/** Takes income that is agreed; the ledger alone says what arrived. */
export function agreedHandlers(parts: Parts): Handlers<Names> {
  const { storage } = parts
  return {
    async addAgreed({ book, body }) {
      const facts = await factsOf(parts, book, body)
      const { id } = await storage.write(book.id, (writer) => writer.addAgreed(facts))
      return answerOf(parts, book, id)
    },
    async setAgreed({ book, params, body }) {
      const before = await neededAgreed(parts, book, params.agreed)
      const facts = await factsOf(parts, book, { entered: before.entered, ...body })
      await storage.write(book.id, (writer) => writer.setAgreed({ ...facts, id: params.agreed }))
      return answerOf(parts, book, params.agreed)
    },
    async removeAgreed({ book, params }) {
      await neededAgreed(parts, book, params.agreed)
      await storage.write(book.id, (writer) => writer.removeAgreed(params.agreed))
      return null
    },
  }
}

/** What a caller says, with the day of today where none is said; throws a problem for a stream or a line that is not there. */
async function factsOf({ storage, clock }: Parts, book: Book, body: AgreedBody): Promise<Omit<AgreedIncome, 'id'>> {
  const { entered = todayOf(book, clock), arrived, ...facts } = body
  if (!(await storage.streams(book.id)).some(({ id }) => id === body.stream)) throw notThere('the stream')
  const line = arrived === null ? null : readEntryId(arrived)
  if (line && !(await storage.entry(book.id, line.stream, line.key))) throw notThere('the line')
  return { ...facts, entered, arrived: line }
}

async function neededAgreed({ storage }: Parts, book: Book, id: number): Promise<AgreedIncome> {
  const item = (await storage.agreedIncome(book.id)).find((one) => one.id === id)
  if (!item) throw notThere('what is agreed')
  return item
}

async function answerOf(parts: Parts, book: Book, id: number): Promise<Agreed> {
  const item = (await agreedAnswers(parts, book)).find((one) => one.id === id)
  if (!item) throw notThere('what is agreed')
  return item
}
