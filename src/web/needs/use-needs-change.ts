import type { VentureNeeds } from '#contract/target.ts'
import type { Month } from '#domain/month.ts'
import type { PlannedTarget } from '#domain/venture-plan.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook } from '#web/shell/book.ts'
import { toast } from '#web/ui/toast.tsx'

interface NeedsChange {
  /** Says what a venture needs from a month on, tells it in a sentence, and offers to take it back. */
  say: (from: Month, said: VentureNeeds, words: string) => Promise<void>
  /** Takes a step away, and offers to put it back. */
  take: (step: PlannedTarget, words: string) => Promise<void>
  pending: boolean
  error: Error | null
}

/** Changes what a venture needs; undo lays down what was said before as it was said: before income tax, or what it was worked out from. */
export function useNeedsChange(venture: number, steps: readonly PlannedTarget[]): NeedsChange {
  const { id: book } = useBook()
  const set = useSend('setVentureTarget')
  const remove = useSend('removeVentureTarget')
  const put = async (from: Month, body: VentureNeeds) => void (await set.mutateAsync({ params: { book, venture, month: from }, body }))
  const drop = async (from: Month) => void (await remove.mutateAsync({ params: { book, venture, month: from } }))
  return {
    async say(from, said, words) {
      const before = steps.find((step) => step.from === from)
      await put(from, said)
      toast({ text: words, undo: () => (before ? put(from, saidOf(before)) : drop(from)) })
    },
    async take(step, words) {
      await drop(step.from)
      toast({ text: words, undo: () => put(step.from, saidOf(step)) })
    },
    pending: set.isPending,
    error: set.error ?? remove.error,
  }
}

/** A step as it was said. */
function saidOf({ needs, plan }: PlannedTarget): VentureNeeds {
  return plan ? { plan } : { needs }
}
