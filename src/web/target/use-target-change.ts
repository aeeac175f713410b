import type { Month } from '#domain/month.ts'
import type { Levels, Target } from '#domain/target.ts'
import { planOf, type DatedPlan, type TargetPlan } from '#domain/target-plan.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { toast } from '#web/ui/toast.tsx'

/** A target as it is said: three amounts before income tax, or what they are made of. */
export type SaidTarget = { levels: Levels } | { plan: TargetPlan }

interface TargetChange {
  /** Says the target of a month, tells it in a sentence, and offers to take it back. */
  say: (from: Month, said: SaidTarget, words: string) => Promise<void>
  /** Takes the target of a month away, and offers to put it back. */
  take: (from: Month, words: string) => Promise<void>
  pending: boolean
  error: Error | null
}

/** Changes targets by month; undo lays down what was said before, in the very words of then. */
export function useTargetChange(targets: readonly Target[], plans: readonly DatedPlan[]): TargetChange {
  const book = useBook()
  const setLevels = useSend('setTarget')
  const setPlan = useSend('setTargetPlan')
  const remove = useSend('removeTarget')
  const put = async (from: Month, said: SaidTarget) => {
    const params = { book: book.id, month: from }
    if ('plan' in said) await setPlan.mutateAsync({ params, body: said.plan })
    else await setLevels.mutateAsync({ params, body: said.levels })
  }
  const drop = async (from: Month) => void (await remove.mutateAsync({ params: { book: book.id, month: from } }))
  const saidOf = (from: Month): SaidTarget | undefined => {
    const plan = planOf(plans, from)
    const target = targets.find((one) => one.from === from)
    if (plan) return { plan }
    return target && { levels: { bare: target.bare, enough: target.enough, comfortable: target.comfortable } }
  }
  return {
    async say(from, said, words) {
      const before = saidOf(from)
      await put(from, said)
      toast({ text: words, undo: () => (before ? put(from, before) : drop(from)) })
    },
    async take(from, words) {
      const before = saidOf(from)
      await drop(from)
      if (before) toast({ text: words, undo: () => put(from, before) })
    },
    pending: setLevels.isPending || setPlan.isPending,
    error: setLevels.error ?? setPlan.error ?? remove.error,
  }
}
