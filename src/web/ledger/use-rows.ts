import { useQueries } from '@tanstack/react-query'
import type { Entry } from '#contract/entry.ts'
import { q } from '#web/api/client.ts'
import { PAGE, pageParams, pagesOf, type View } from './view.ts'

interface RowsAsked {
  book: string
  view: View
  /** First and last row that is shown. */
  from: number
  to: number
}

/** Fetches the pages that the shown rows stand on, whichever way one scrolls; a row whose page is on its way is undefined. */
export function useRows({ book, view, from, to }: RowsAsked): { rowAt: (index: number) => Entry | undefined; error: Error | null } {
  const pages = pagesOf(from, to)
  const answers = useQueries({ queries: pages.map((page) => q('entries', pageParams(book, view, page))) })
  const rowAt = (index: number) => {
    const answer = answers[pages.indexOf(Math.floor(index / PAGE))]
    return answer?.data?.entries[index % PAGE]
  }
  return { rowAt, error: answers.find(({ error }) => error)?.error ?? null }
}
