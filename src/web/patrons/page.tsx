import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { lensTag } from '#web/lens/lens.ts'
import { LensChoice } from '#web/lens/lens-choice.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { CalendarStrip } from './calendar-strip.tsx'
import { Cohorts } from './cohort-table.tsx'
import { GiftSizes } from './gift-sizes.tsx'
import { IfOneStops } from './if-one-stops.tsx'
import { CROWD_LENSES, crowdParams } from './queries.ts'
import { SmallGifts } from './small-gifts.tsx'
import { Steadier } from './steadier.tsx'
import { WhatChanged } from './what-changed.tsx'
import { WhoCarries } from './who-carries.tsx'
import { WhoLeft } from './who-left.tsx'
import { WhoStays } from './who-stays.tsx'
import { leadSentence } from './words.ts'
import '#web/styles/parts.css'
import '#web/month/month.css'
import './patrons.css'

/** How broad, how steady and how loyal the crowd is. Names stand here for the owner only. */
export function PatronsPage() {
  const book = useBook()
  const format = useFormat()
  const { address } = useRouter()
  const crowd = usePrefetched(q('crowd', crowdParams(book, address.search)))
  const { lens, month } = crowd
  const tag = `${format.month(month)}, ${lensTag(lens)}`
  return (
    <>
      <div className="heading-row">
        <div>
          <PageHeading title="Patrons" lead={leadSentence(crowd, format)} />
          {crowd.streams.length > 0 && (
            <p className="hint">
              {`${format.month(month)} brought `}
              <FigureOpener asked={{ lens, from: month, to: month }}>{format.money(crowd.total)}</FigureOpener>
              {`, ${lensTag(lens)}. Who pays is known of money that came, so what can be counted on is not told here.`}
            </p>
          )}
        </div>
        <LensChoice
          lens={lens}
          of={CROWD_LENSES}
          path={(next, search) => to.patrons({ lens: next, without: search.get('without') ?? undefined })}
        />
      </div>
      {crowd.streams.length === 0 ? (
        <EmptyState
          title="No full month yet."
          actions={
            <Link className="button" to={to.import()}>
              Import files
            </Link>
          }
        >
          This page looks at months that are over. Files that reach further back, or the end of this month, fill it.
        </EmptyState>
      ) : (
        <div className="grid patrons">
          <IfOneStops crowd={crowd} format={format} tag={tag} />
          <WhoCarries crowd={crowd} format={format} tag={tag} />
          <GiftSizes crowd={crowd} format={format} tag={tag} />
          <SmallGifts crowd={crowd} format={format} />
          <WhatChanged crowd={crowd} format={format} />
          <WhoStays crowd={crowd} format={format} />
          <WhoLeft crowd={crowd} format={format} />
          <Cohorts crowd={crowd} format={format} />
          <Steadier crowd={crowd} format={format} />
          <CalendarStrip crowd={crowd} format={format} tag={tag} />
        </div>
      )}
    </>
  )
}
