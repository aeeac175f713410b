import { lazy, Suspense, useState } from 'react'
import type { MonthPage } from '#contract/income.ts'
import type { Month } from '#domain/month.ts'
import type { ViewLens } from '#domain/income.ts'
import { lensTag } from '#web/lens/lens.ts'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf } from '#web/ui/hues.ts'
import { Spark } from '#web/ui/spark.tsx'
import { isUntold } from './dependable-words.ts'
import type { Ranks } from './groups.ts'
import { asleepText, changeText, isAsleep } from './sentence.ts'
import { streamLabel } from './stream-label.ts'

const StreamsHow = lazy(async () => ({ default: (await import('./month-hows.tsx')).StreamsHow }))

/** More small charts than this are a wall; the rest comes on demand. */
const SHOWN = 12

interface StreamCardsProps {
  page: MonthPage
  ranks: Ranks
  format: Format
}

type StreamOfMonth = MonthPage['streams'][number]

/** One small chart for each stream, the largest of the month first; those of which nothing came for months stand last. */
export function StreamCards({ page, ranks, format }: StreamCardsProps) {
  const [all, setAll] = useState(false)
  const streams = page.streams.toSorted(
    (a, b) => Number(isAsleep(a.history)) - Number(isAsleep(b.history)) || b.net - a.net || a.stream - b.stream,
  )
  const shown = all ? streams : streams.slice(0, SHOWN)
  if (streams.length === 0) return null
  if (isUntold(page)) {
    return (
      <Card title="Streams" className="span-12">
        <p>Each stream’s part of what can be counted on is told with the whole, after six full months.</p>
      </Card>
    )
  }
  // A smoothed month knows no days, so while it runs there is nothing fair to hold it against.
  const compared = page.lens === 'cash' || (page.lens === 'smoothed' && !page.running)
  return (
    <section className="span-12 streams" aria-labelledby="streams-heading">
      <header>
        <h2 id="streams-heading">Streams</h2>
        <span className="hint">
          {page.lens === 'dependable'
            ? `dependable, net: their part of what ${page.total.net < 0 ? 'may be lost' : 'can be counted on'}`
            : `${lensTag(page.lens)}, after fees`}
          {compared && ` · change against ${page.running ? 'the same day' : 'the whole month'}, median of six months`}
        </span>
      </header>
      <ul className="grid">
        {shown.map((stream) => (
          <li key={stream.stream} className="card span-4">
            <StreamCard stream={stream} month={page.month} lens={page.lens} compared={compared} ranks={ranks} format={format} />
          </li>
        ))}
      </ul>
      {compared && (
        <Suspense fallback={<div className="how-waiting" />}>
          <StreamsHow page={page} format={format} />
        </Suspense>
      )}
      {shown.length < streams.length && (
        <Button tone="quiet" onClick={() => setAll(true)}>
          Show all {format.count(streams.length)} streams
        </Button>
      )}
    </section>
  )
}

interface StreamCardProps {
  stream: StreamOfMonth
  month: Month
  lens: ViewLens
  /** Whether the stream is held against its usual. */
  compared: boolean
  ranks: Ranks
  format: Format
}

function StreamCard({ stream, month, lens, compared, ranks, format }: StreamCardProps) {
  const { ventureName, net, usual, history } = stream
  const kind = stream.kind === 'other' ? 'other income' : stream.kind
  const words = [streamLabel(stream), kind].filter((word) => word !== '').join(' · ')
  return (
    <div className="stream-card">
      <h3>
        <Link to={to.stream(stream.stream, { lens })}>{ventureName}</Link>
      </h3>
      <FigureOpener className="amount" asked={{ lens, from: month, to: month, stream: stream.stream }}>
        {format.money(net, { round: lens === 'dependable' ? 'down' : 'nearest' })}
      </FigureOpener>
      <span className="hint" title={words}>
        {words}
      </span>
      <span className="hint change">
        {compared && (isAsleep(history) ? asleepText(stream, month, format) : changeText(net, usual, format))}
      </span>
      <Spark values={history} hue={hueOf(ranks.venture.get(stream.venture) ?? -1)} />
    </div>
  )
}
