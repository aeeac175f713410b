import type { Double } from '#contract/double.ts'
import { useSend } from '#web/api/use-send.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { toast } from '#web/ui/toast.tsx'
import { decidedWords } from './words.ts'

/** Ways to decide a double; each is told in a sentence with its undo, which puts what was said before back. */
export function useDecision() {
  const book = useBook()
  const format = useFormat()
  const say = useSend('decideDouble')
  const unsay = useSend('undecideDouble')
  const params = ({ id }: Double) => ({ book: book.id, double: id })
  /** Says again what was said of it before, or nothing. */
  const putBack = async (double: Double) => {
    if (double.state === 'accepted' || double.state === 'refused')
      await say.mutateAsync({ params: params(double), body: { same: double.state === 'accepted' } })
    else await unsay.mutateAsync({ params: params(double) })
  }
  return {
    async decide(double: Double, same: boolean) {
      await say.mutateAsync({ params: params(double), body: { same } })
      toast({ text: decidedWords(double, same, format), undo: () => putBack(double) })
    },
    async takeBack(double: Double) {
      await unsay.mutateAsync({ params: params(double) })
      toast({ text: 'Taken back: it is as if you had said nothing.', undo: () => putBack(double) })
    },
    pending: say.isPending || unsay.isPending,
    error: say.error ?? unsay.error,
  }
}
