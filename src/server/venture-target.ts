import type { VentureNeeds, VentureTarget } from '#contract/target.ts'
import { needsOfPlan, type PlannedTarget } from '#domain/venture-plan.ts'
import { notThere, unfit } from '#http/problem.ts'
import type { BookWriter } from '#storage/storage.ts'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { needsPlanFrom } from './target.ts'

type Names = 'ventureTargets' | 'setVentureTarget' | 'removeVentureTarget'

export function ventureTargetHandlers({ storage }: Parts): Handlers<Names> {
  const answers = async (book: string): Promise<VentureTarget[]> => storage.ventureTargets(book)
  return {
    ventureTargets: ({ book }) => answers(book.id),
    async setVentureTarget({ book, params: { venture, month }, body }) {
      const said = saidNeeds(body)
      await storage.write(book.id, async (writer) => {
        await checkThere(writer, venture)
        await writer.setVentureTarget({ venture, from: month, ...said })
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

/** Needs before income tax, with what they were worked out from where they were not said so; worked out once, as the book's target is. */
function saidNeeds(body: VentureNeeds): Pick<PlannedTarget, 'needs' | 'plan'> {
  if ('needs' in body) return body
  const plan = needsPlanFrom(body.plan)
  const needs = needsOfPlan(plan)
  if (!needs.some(({ level }) => level !== 'comfortable')) {
    throw unfit('plan.needs', 'they come to less than a cent a month')
  }
  return { needs, plan }
}

async function checkThere(writer: BookWriter, id: number): Promise<void> {
  const ventures = await writer.ventures()
  if (!ventures.some((venture) => venture.id === id)) throw notThere(`venture ${id}`)
}
