import { useQuery } from '@tanstack/react-query'
import type { Outlook } from '#contract/outlook.ts'
import type { Foretold } from '#domain/foretell.ts'
import { q } from '#web/api/client.ts'
import { questionOf } from '#web/outlook/count-on-words.ts'
import { foretellInWorker } from '#web/outlook/foretelling.ts'
import { useBook } from '#web/shell/book.ts'

const NONE: Foretold = { say: 'nothing', months: 0 }

/** What the months to come are drawn from, and what is told of the next one: the very question of the Month page, so drawn once. */
export function useForetold(): { outlook: Outlook; told: Foretold } | undefined {
  const book = useBook()
  const { data: outlook, error: unread } = useQuery(q('outlook', { book: book.id }))
  const question = outlook && questionOf(outlook)
  const { data: told, error } = useQuery({
    queryKey: ['foretold', question],
    queryFn: () => (question ? foretellInWorker(question) : NONE),
    enabled: outlook !== undefined,
    staleTime: Infinity,
  })
  if (error ?? unread) throw error ?? unread
  return outlook && told && { outlook, told }
}
