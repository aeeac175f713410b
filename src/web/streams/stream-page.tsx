import type { StreamHistory } from '#contract/stream.ts'
import type { ViewLens } from '#domain/income.ts'
import { addMonths, monthOf, type Month } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { LENSES, lensTag, readLens } from '#web/lens/lens.ts'
import { LensChoice } from '#web/lens/lens-choice.tsx'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { readSpan } from '#web/month/span.ts'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Card } from '#web/ui/card.tsx'
import { Facts, type Fact } from '#web/ui/facts.tsx'
import { dependableFacts } from './dependable-facts.ts'
import { expectedFact } from './expected-fact.ts'
import { sumsBetween } from './history.ts'
import { LatestEntries } from './latest-entries.tsx'
import { PaidIn } from './paid-in.tsx'
import { PatronListsCard } from './patron-lists-card.tsx'
import { streamId } from './queries.ts'
import { streamFactsFigure } from './stream-facts-figure.ts'
import { StreamFigure } from './stream-figure.tsx'
import { StreamForm } from './stream-form.tsx'
import { StreamRatesCard } from './stream-rates-card.tsx'
import { StreamRoutesCard } from './stream-routes-card.tsx'
import { kindWord } from './stream-kinds.ts'
import { streamTitle } from './stream-title.ts'
import '#web/styles/parts.css'
import './streams.css'

/** One source of income: its months, what fees took, what it was paid in, and its newest entries. */
export function StreamPage() {
  const book = useBook()
  const format = useFormat()
  const { address, params } = useRouter()
  const id = streamId(params['stream'])
  const lens = readLens(address.search)
  const asked = readSpan(address.search)
  const history = usePrefetched(q('stream', { book: book.id, stream: id, lens }))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const { stream } = history
  return (
    <>
      <p className="way-back">
        <Link to={to.streams({ lens })}>Streams</Link>
      </p>
      <div className="heading-row">
        <div>
          <PageHeading title={streamTitle(stream)} lead={<Lead history={history} />} />
        </div>
        <LensChoice lens={lens} of={LENSES} path={(next) => to.stream(id, { lens: next, ...(asked && { span: asked }) })} />
      </div>
      <div className="grid stream-page">
        <Card className="span-12">
          <p className="hint">{lensTag(lens)}</p>
          <Facts facts={useFacts(history, lens, monthOf(book.today))} />
          {(lens === 'dependable' ? history.since !== null : history.months.length > 0) && (
            <How level={2} figure={() => streamFactsFigure({ history, lens, running: monthOf(book.today) }, format)} />
          )}
        </Card>
        <StreamFigure history={history} lens={lens} asked={asked} ventures={ventures} />
        <LatestEntries stream={stream} />
        <div className="span-4 stack">
          <PaidIn history={history} />
          <Card title="About this stream">
            <StreamForm
              key={`${stream.name} ${stream.venture} ${stream.kind} ${stream.archived} ${stream.months} ${stream.bound}`}
              stream={stream}
              ventures={ventures}
            />
          </Card>
        </div>
        <PatronListsCard stream={stream} />
        <StreamRatesCard stream={stream} />
        <StreamRoutesCard stream={stream} />
      </div>
    </>
  )
}

function Lead({ history: { stream } }: { history: StreamHistory }) {
  const format = useFormat()
  const from = stream.platformName === '' || stream.platformName === stream.name ? '' : `, from ${stream.platformName}`
  const since =
    stream.firstDay === null
      ? 'nothing paid yet'
      : `${stream.estimated ? 'estimated from' : 'first paid on'} ${format.day(stream.firstDay)}${stream.estimated ? ' on' : ''}`
  const what = kindWord(stream.kind)
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${from}; ${since}.${stream.archived ? ' Archived.' : ''}`
}

/** What the stream came to, in figures. */
function useFacts(history: StreamHistory, lens: ViewLens, running: string): Fact[] {
  const { months, total, patrons, expected, stream } = history
  const format = useFormat()
  const others: Fact[] = [
    ...(patrons > 0 ? [{ label: 'Patrons', value: format.count(patrons), hint: 'who paid in twelve months' }] : []),
    ...(expected ? [expectedFact(expected, format, stream.estimated)] : []),
  ]
  const opener = (amount: number, from?: Month, to?: Month) => (
    <FigureOpener asked={{ lens, stream: stream.id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }}>
      {format.money(amount)}
    </FigureOpener>
  )
  if (lens === 'dependable') return [...dependableFacts(history, running, { format, opener }), ...others]
  const now = sumsBetween(months, running, running)
  const year = sumsBetween(months, addMonths(running, -11), running)
  const share = year.gross > 0 ? year.fees / year.gross : 0
  return [
    { label: 'This month', value: opener(now.net, running, running), hint: 'net, so far' },
    {
      label: 'Twelve months',
      value: opener(year.net, addMonths(running, -11), running),
      hint: `${format.money(year.net === 0 ? 0 : Math.trunc(year.net / 12))} a month`,
    },
    {
      label: 'Fees',
      value: year.gross > 0 && !stream.estimated ? format.percent(share) : '–',
      hint: stream.estimated
        ? 'no list of patrons tells them'
        : `${format.money(year.fees)} of ${format.money(year.gross)} in twelve months`,
    },
    ...others,
    { label: 'In all', value: opener(total.net), hint: `${format.count(stream.entries)} entries counted` },
  ]
}
