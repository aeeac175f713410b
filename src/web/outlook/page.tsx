import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { LENSES, readLens } from '#web/lens/lens.ts'
import { LensChoice } from '#web/lens/lens-choice.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { AgreedCard } from './agreed-card.tsx'
import { BufferCard } from './buffer-card.tsx'
import { outlookParams } from './outlook-params.ts'
import { outlookLead } from './outlook-words.ts'
import { enoughOf, monthsAhead, outcomeOf } from './outlook-question.ts'
import { SilentNote } from './silent-note.tsx'
import { SteadyPayCard } from './steady-pay-card.tsx'
import { toldLens, useImagined, useYears, viewOf } from './use-imagined.ts'
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
  const asked = readLens(useRouter().address.search)
  const outlook = usePrefetched(q('outlook', outlookParams(book.id, 'cash')))
  const inLens = usePrefetched(q('outlook', outlookParams(book.id, asked)))
  const plans = usePrefetched(q('plans', { book: book.id }))
  const imagining = useImagined(outlook, plans)
  const cash = useYears(outlook, plans, imagining)?.years
  const drawn = useYears(inLens, plans, imagining)
  const lens = drawn ? toldLens(drawn, asked) : asked
  const outcome = cash && drawn && outcomeOf({ cash, years: drawn.years, lens })
  const months = monthsAhead(outlook)
  const enough = enoughOf(outlook, months)
  const names = { outlook, plans, format }
  return (
    <>
      <div className="heading-row">
        <div>
          <PageHeading title="Outlook" lead={outlookLead(outlook, drawn && { years: drawn.years, lens }, format)} />
        </div>
        <LensChoice lens={asked} of={LENSES} path={(_, search) => to.outlook(viewOf(search))} />
      </div>
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
          {cash && drawn ? (
            <>
              <YearCard
                years={drawn.years}
                lens={lens}
                months={months}
                enough={enough}
                names={{ ...names, outlook: drawn.outlook }}
                imagining={imagining}
              />
              <AgreedCard outlook={outlook} plans={plans} />
              <WhatIfCard outcome={outcome ?? null} outlook={drawn.outlook} names={names} imagining={imagining} />
              <SteadyPayCard years={cash} months={months} enough={enough} outlook={outlook} plans={plans} imagining={imagining} />
              <BufferCard years={cash} outlook={outlook} plans={plans} imagining={imagining} />
            </>
          ) : (
            <Card className="span-12 count-on is-waiting" title="What may come">
              <p className="hint">Drawing what may come.</p>
            </Card>
          )}
        </div>
      )}
      {outcome && <WhatIfBar outcome={outcome} names={names} imagining={imagining} />}
    </>
  )
}
