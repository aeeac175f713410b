import { useQuery } from '@tanstack/react-query'
import type { Crowd } from '#contract/crowd.ts'
import { q } from '#web/api/client.ts'
import { useBook } from '#web/shell/book.ts'
import { outlookInWorker } from '#web/outlook/foretelling.ts'
import { changeableBook, outlookQuestion } from '#web/outlook/outlook-question.ts'
import type { Format } from '#web/ui/format.ts'
import { CERTAINTY } from '#web/outlook/use-imagined.ts'
import { stoppedQuestion } from './stopped-question.ts'
import { stoppedSentences } from './stopped-words.ts'

interface StoppedForecastProps {
  crowd: Crowd
  stopped: ReadonlySet<string>
  format: Format
}

/** What the year ahead is without those that stop: how probable enough is next month, and what steady pay holds. */
export function StoppedForecast({ crowd, stopped, format }: StoppedForecastProps) {
  const book = useBook()
  const { data: outlook } = useQuery(q('outlook', { book: book.id }))
  const { data: plans } = useQuery(q('plans', { book: book.id }))
  const real = outlook && plans && outlookQuestion(outlook, plans, { changes: [], certainty: CERTAINTY.usual })
  const changeable = outlook && plans && changeableBook(outlook, plans)
  const question = real && changeable && stoppedQuestion(real, changeable, { crowd, stopped })
  const { data: answer, error } = useQuery({
    queryKey: ['stopped', question],
    queryFn: () => (question ? outlookInWorker(question) : { months: 0, real: null, changed: null }),
    enabled: outlook !== undefined && plans !== undefined,
    staleTime: Infinity,
    // The last answer stands until the next is drawn.
    placeholderData: (before) => before,
  })
  if (error) throw error
  return (
    <p className="outcome-ahead" aria-live="polite">
      {answer ? stoppedSentences(answer, format).join(' ') : 'Drawing the months to come without them.'}
    </p>
  )
}
