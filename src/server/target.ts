import type { Target } from '#contract/target.ts'
import { levelsOfPlan, type NeedsPlan, type PlannedNeed, type TargetPlan } from '#domain/target-plan.ts'
import type { TargetPlan as SaidPlan } from '#contract/target.ts'
import type { z } from 'zod'
import type { Handlers } from './handle.ts'
import type { Parts } from './parts.ts'
import { present } from './present.ts'
import { notThere } from '#http/problem.ts'

type Names = 'targets' | 'setTarget' | 'removeTarget' | 'targetPlans' | 'setTargetPlan'

export function targetHandlers({ storage }: Parts): Handlers<Names> {
  const answers = async (book: string): Promise<Target[]> => [...(await storage.targets(book))]
  return {
    targets: ({ book }) => answers(book.id),
    async setTarget({ book, params, body }) {
      await storage.write(book.id, async (writer) => {
        await writer.setTarget(params.month, body)
        await writer.setTargetPlan(params.month, null)
      })
      return answers(book.id)
    },
    async removeTarget({ book, params }) {
      const known = await storage.targets(book.id)
      if (!known.some((target) => target.from === params.month)) throw notThere(`a target from ${params.month} on`)
      await storage.write(book.id, async (writer) => {
        await writer.removeTarget(params.month)
        await writer.setTargetPlan(params.month, null)
      })
      return answers(book.id)
    },
    targetPlans: ({ book }) => storage.targetPlans(book.id),
    async setTargetPlan({ book, params, body }) {
      const plan = planFrom(body)
      await storage.write(book.id, async (writer) => {
        await writer.setTarget(params.month, levelsOfPlan(plan))
        await writer.setTargetPlan(params.month, plan)
      })
      return answers(book.id)
    },
  }
}

/** What was said, without fields that say nothing. */
function planFrom(said: z.output<typeof SaidPlan>): TargetPlan {
  return said.kind === 'after-tax' ? said : needsPlanFrom(said)
}

/** The same of lines of needs. */
export function needsPlanFrom(said: Extract<z.output<typeof SaidPlan>, { kind: 'needs' }>): NeedsPlan {
  const needs = said.needs.map(({ benefit, days, ...need }): PlannedNeed => ({ ...need, ...present({ benefit, days }) }))
  return { ...said, needs }
}
