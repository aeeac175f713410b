import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { ranksById } from '#web/ui/hues.ts'
import { Bullet } from './bullet.tsx'
import { DayChart } from './day-chart.tsx'
import { groupRows } from './groups.ts'
import { MoneyNotes } from './money-notes.tsx'
import { MonthsFigure } from './months-figure.tsx'
import { MonthBar } from './month-bar.tsx'
import { monthQueries, readChoice, viewOf } from './queries.ts'
import { basisOf, dayTag, heroSentence, isAhead, leadSentences } from './sentence.ts'
import './month.css'

/** Comes after what the page answers first. */
const CountOn = lazy(async () => ({ default: (await import('#web/outlook/count-on.tsx')).CountOn }))

/** Most books are not empty, and nothing stands below it. */
const EmptyBook = lazy(async () => ({ default: (await import('./empty-book.tsx')).EmptyBook }))
const LikelyHow = lazy(async () => ({ default: (await import('./month-hows.tsx')).LikelyHow }))
const MonthCards = lazy(async () => ({ default: (await import('#web/month-cards/month-cards.tsx')).MonthCards }))
const StreamCards = lazy(async () => ({ default: (await import('./stream-cards.tsx')).StreamCards }))
const YearStrip = lazy(async () => ({ default: (await import('./year-strip.tsx')).YearStrip }))

/** Is it enough? One month as a sentence, then as pictures. */
export function MonthPage() {
  const book = useBook()
  const format = useFormat()
  const { address, params } = useRouter()
  const choice = readChoice(book, params['month'], address.search)
  const queries = monthQueries(book, params['month'], address.search)
  const page = usePrefetched(q('month', queries.month))
  const months = usePrefetched(q('incomeByMonth', queries.months))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const streams = usePrefetched(q('streams', { book: book.id }))
  const { data: promised } = useQuery({ ...q('pledged', { book: book.id }), enabled: page.running })
  // What is pledged comes beside what came; what can be counted on is drawn without it.
  const pledged = page.running && page.lens !== 'dependable' ? promised : undefined
  const ranks = { venture: ranksById(ventures.map(({ id }) => id)), stream: ranksById(streams.map(({ id }) => id)) }
  const aside = months.aside?.[months.months.indexOf(page.month)] ?? 0
  const hero = heroSentence(page, format)
  const told = months.firstMonth !== null && (page.lens !== 'dependable' || page.dependable !== null)
  const lead = leadSentences(page, format)
  const ahead = isAhead(page)
  const groups = groupRows(
    page.streams.map((stream) => ({ ...stream, net: [stream.net] })),
    'venture',
    ranks,
  )
  return (
    <>
      <section className="hero">
        <MonthBar choice={choice} first={months.firstMonth} running={monthOf(book.today)} tag={page.running ? dayTag(page) : undefined} />
        <PageHeading title={format.month(page.month)}>
          {hero.before}
          <em className={hero.enough ? 'is-enough' : undefined}>{hero.strong}</em>
        </PageHeading>
        <p className="lead">{lead.join(' ')}</p>
        <p className="hint basis">
          {told && !ahead && (
            <>
              <FigureOpener asked={{ lens: page.lens, from: page.month, to: page.month }}>{format.exact(page.total.net)}</FigureOpener>{' '}
            </>
          )}
          {!ahead && basisOf(page.lens)}
        </p>
        {page.likely && (
          <Suspense fallback={<div className="how-waiting" />}>
            <LikelyHow page={page} format={format} />
          </Suspense>
        )}
      </section>
      {months.firstMonth === null && (
        <Suspense fallback={null}>
          <EmptyBook />
        </Suspense>
      )}
      {months.firstMonth !== null && ahead && (
        <p>
          <Link to={to.month(undefined, viewOf(address.search))}>Show {format.month(monthOf(book.today))}</Link>, or see{' '}
          <Link to={to.outlook()}>what the year ahead may bring</Link>.
        </p>
      )}
      {months.firstMonth !== null && !ahead && (
        <div className="grid">
          <Bullet page={page} groups={groups} pledged={pledged?.month ?? 0} aside={aside} format={format} />
          <MoneyNotes page={page} streams={streams} pledged={pledged} format={format} />
          <MonthsFigure
            months={months}
            estimated={new Set(streams.flatMap((stream) => (stream.estimated ? [stream.id] : [])))}
            choice={choice}
            ranks={ranks}
            format={format}
            addressMonth={params['month']}
          />
          <DayChart page={page} format={format} />
          {page.running && (
            <Suspense fallback={<div className="card count-on-waiting" />}>
              <CountOn />
            </Suspense>
          )}
          <Suspense fallback={<div className="card year-waiting" />}>
            <YearStrip page={page} format={format} />
          </Suspense>
          <Suspense fallback={null}>
            <StreamCards page={page} ranks={ranks} format={format} />
            <MonthCards page={page} format={format} />
          </Suspense>
        </div>
      )}
    </>
  )
}
