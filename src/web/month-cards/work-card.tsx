import type { MonthPage } from '#contract/income.ts'
import { minutesIn } from '#domain/check-in.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { How } from '#web/figures/how.tsx'
import { useBook } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { hourCount } from '#web/time/words.ts'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { ShareBar } from './share-bar.tsx'
import { workFigure } from './work-figure.ts'
import { basicSentence, boughtWithSentence, hoursOf, noHoursSentence, workTag } from './work-words.ts'

const TITLE = 'Income work and basic work'

/** The month's hours of basic work beside those that income took. The words are the picture. */
export function WorkCard({ page, format }: { page: MonthPage; format: Format }) {
  const book = useBook()
  const time = usePrefetched(q('time', { book: book.id }))
  const hours = hoursOf(page, time)
  if (!hours) {
    return (
      <Card className="span-4 small-card" title={TITLE}>
        <p>{noHoursSentence(page, time, format)}</p>
        <p className="small-more">
          <Link to={to.time()}>Say your week in fifteen seconds</Link>
        </p>
      </Card>
    )
  }
  const all = minutesIn(hours)
  return (
    <Card className="span-4 small-card" title={TITLE} hint={workTag(page, hours, format)}>
      <p className="small-figure">
        <strong>{hourCount(hours.paid, format)} h</strong> paid · <strong>{hourCount(hours.basic, format)} h</strong> basic
        {hours.care > 0 && <> · {hourCount(hours.care, format)}&nbsp;h&nbsp;care</>}
      </p>
      <p>{[boughtWithSentence(page, hours, format), basicSentence(hours, time, format)].filter(Boolean).join(' ')}</p>
      <ShareBar parts={(['paid', 'care', 'basic'] as const).map((key) => ({ key, share: hours[key] / all }))} />
      <p className="hint">From left to right: paid work, care of the business, basic work.</p>
      <How figure={() => workFigure({ page, time, hours }, format)} />
      <p className="small-more">
        <Link to={to.time()}>Hours by week, and what they bring</Link>
      </p>
    </Card>
  )
}
