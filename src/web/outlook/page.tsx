import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { BufferCard } from './buffer-card.tsx'
import { outlookLead } from './outlook-words.ts'
import { enoughOf, monthsAhead } from './outlook-question.ts'
import { SilentNote } from './silent-note.tsx'
import { SteadyPayCard } from './steady-pay-card.tsx'
import { useImagined, useYears } from './use-imagined.ts'
import { WhatIfBar } from './what-if-bar.tsx'
import { WhatIfCard } from './what-if-card.tsx'
import { YearCard } from './year-card.tsx'
import '#web/styles/parts.css'
import '#web/month/month.css'
import '#web/patrons/patrons.css'
import './outlook.css'
import './outlook-page.css'

/** What the year ahead may bring, what can be paid out of it, and what would be if something were otherwise. */
export function OutlookPage() {
  const book = useBook()
  const format = useFormat()
  const outlook = usePrefetched(q('outlook', { book: book.id }))
  const plans = usePrefetched(q('plans', { book: book.id }))
  const imagining = useImagined(outlook, plans)
  const years = useYears(outlook, plans, imagining)
  const months = monthsAhead(outlook)
  const enough = enoughOf(outlook, months)
  const names = { outlook, plans, format }
  return (
    <>
      <PageHeading title="Outlook" lead={outlookLead(outlook, years, format)} />
      {outlook.first === null ? (
        <EmptyState
          title="No full month yet."
          actions={
            <Link className="button" to={to.import()}>
              Import files
            </Link>
          }
        >
          What may come is drawn from months that are over. Files that reach further back, or the end of this month, fill this page.
        </EmptyState>
      ) : (
        <div className="grid outlook-page">
          <SilentNote outlook={outlook} format={format} />
          {years ? (
            <>
              <YearCard years={years} months={months} enough={enough} names={names} imagining={imagining} />
              <WhatIfCard years={years} names={{ outlook, plans, format }} imagining={imagining} />
              <SteadyPayCard years={years} months={months} enough={enough} outlook={outlook} plans={plans} imagining={imagining} />
              <BufferCard years={years} outlook={outlook} plans={plans} imagining={imagining} />
            </>
          ) : (
            <Card className="span-12 count-on is-waiting" title="What may come">
              <p className="hint">Drawing what may come.</p>
            </Card>
          )}
        </div>
      )}
      {years?.real && years.changed && <WhatIfBar real={years.real} other={years.changed} names={names} imagining={imagining} />}
    </>
  )
}
