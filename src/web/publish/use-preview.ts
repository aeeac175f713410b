import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PublicationDraft, PublicationPreview } from '#contract/publication.ts'
import { send } from '#web/api/client.ts'
import { useBook } from '#web/shell/book.ts'

/** A pause in typing: only then is the page made anew. */
const PAUSE_MS = 500

/** A text as it stands after a pause. */
function useAfterPause(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export interface Preview {
  data: PublicationPreview | undefined
  error: Error | null
  /** Whether what stands there is of an earlier draft. */
  late: boolean
}

/** The very bytes that a draft would make public. Nothing is written by asking; a draft that is not sound is not asked about. */
export function usePreview(venture: number, draft: PublicationDraft, sound: boolean): Preview {
  const book = useBook()
  const now = JSON.stringify(draft)
  const asked = useAfterPause(now)
  const { data, error, isFetching } = useQuery({
    queryKey: ['previewPublication', book.id, venture, asked],
    queryFn: () => {
      // It was written from a draft a line above.
      const body = JSON.parse(asked) as PublicationDraft
      return send('previewPublication', { params: { book: book.id, venture }, body })
    },
    placeholderData: keepPreviousData,
    retry: false,
    enabled: sound,
  })
  return { data, error, late: isFetching || asked !== now }
}
