import { useQuery } from '@tanstack/react-query'
import type { Crowd } from '#contract/crowd.ts'
import type { Outlook } from '#contract/outlook.ts'
import type { Lens } from '#domain/income.ts'
import type { OutlookAnswer, OutlookQuestion } from '#domain/outlook.ts'
import type { ChangeableBook } from '#domain/what-if.ts'
import { q } from '#web/api/client.ts'
import { How } from '#web/figures/how.tsx'
import { useBook } from '#web/shell/book.ts'
import { outlookInWorker } from '#web/outlook/foretelling.ts'
import { outlookParams } from '#web/outlook/outlook-params.ts'
import { changeableBook, outlookQuestion } from '#web/outlook/outlook-question.ts'
import type { Format } from '#web/ui/format.ts'
import { CERTAINTY } from '#web/outlook/use-imagined.ts'
import { stoppedFigure, type BothYears } from './stopped-figure.ts'
import { stoppedQuestion } from './stopped-question.ts'
import { stoppedSentences } from './stopped-words.ts'

interface StoppedForecastProps {
  crowd: Crowd
  stopped: ReadonlySet<string>
  format: Format
}

/** What the year ahead is without those that stop: how probable enough is next month, in the lens of the page, and what steady pay holds. */
export function StoppedForecast({ crowd, stopped, format }: StoppedForecastProps) {
  const inLens = useStopped({ crowd, stopped, lens: crowd.lens })
  const cash = useStopped({ crowd, stopped, lens: 'cash' })
  const [years, paid] = [bothYears(inLens?.answer), bothYears(cash?.answer)]
  const { outlook, book, question } = inLens ?? {}
  const facts = outlook && book && question?.changed && years && paid && { outlook, book, without: question.changed, years, cash: paid }
  return (
    <>
      <p className="outcome-ahead" aria-live="polite">
        {inLens && cash
          ? stoppedSentences({ lens: crowd.lens, inLens: inLens.answer, cash: cash.answer }, format).join(' ')
          : 'Drawing the months to come without them.'}
      </p>
      {facts && <How figure={() => stoppedFigure(facts, format)} />}
    </>
  )
}

function bothYears(answer: OutlookAnswer | undefined): BothYears | undefined {
  return answer?.real && answer.changed ? { real: answer.real, changed: answer.changed } : undefined
}

interface Stopped {
  outlook: Outlook
  book: ChangeableBook | undefined
  question: OutlookQuestion | undefined
  answer: OutlookAnswer
}

/** The year as it is and without those that stop, in one lens; undefined until it is drawn. The last answer stands until the next is drawn. */
function useStopped({ crowd, stopped, lens }: Omit<StoppedForecastProps, 'format'> & { lens: Lens }): Stopped | undefined {
  const { id } = useBook()
  const { data: outlook } = useQuery(q('outlook', outlookParams(id, lens)))
  const { data: plans } = useQuery(q('plans', { book: id }))
  const real = outlook && plans && outlookQuestion(outlook, plans, { changes: [], certainty: CERTAINTY.usual })
  const book = outlook && plans && changeableBook(outlook, plans)
  const question = real && book && stoppedQuestion(real, book, { crowd, stopped })
  const { data: answer, error } = useQuery({
    queryKey: ['stopped', lens, question],
    queryFn: () => (question ? outlookInWorker(question) : { months: 0, real: null, changed: null }),
    enabled: outlook !== undefined && plans !== undefined,
    staleTime: Infinity,
    placeholderData: (before, query) => (query?.queryKey[1] === lens ? before : undefined),
  })
  if (error) throw error
  return outlook && answer && { outlook, book, question, answer }
}
