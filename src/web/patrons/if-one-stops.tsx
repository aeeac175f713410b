import { lazy, Suspense, useState } from 'react'
import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { capital } from '#web/ui/number-words.ts'
import { BarRows } from './bar-rows.tsx'
import { ifOneStopsFigure } from './if-one-stops-figure.ts'
import { Removals } from './removals.tsx'
import { leftWithout, readStopped, sourcesOf, writeStopped } from './stops.ts'
import { leftSentence, patronStops, payerNoun, platformStops } from './words.ts'

/** Comes when the first one is taken away: it draws the months to come. */
const StoppedForecast = lazy(async () => ({ default: (await import('./stopped-forecast.tsx')).StoppedForecast }))

interface CrowdCardProps {
  crowd: Crowd
  format: Format
  /** The lens and month that every figure is of. */
  tag: string
}

/** What is left of the month if somebody, a stream or a platform stops. */
export function IfOneStops({ crowd, format, tag }: CrowdCardProps) {
  const { address, navigate } = useRouter()
  const [stopped, setStopped] = useState<ReadonlySet<string>>(() => readStopped(address.search, crowd))
  // A box is no step to go back: the address only follows, so that what is looked at outlives a reload.
  const stop = (keys: ReadonlySet<string>) => {
    setStopped(keys)
    void navigate(to.patrons({ without: writeStopped(keys) }), { replace: true })
  }
  const { total, enough } = crowd
  const sources = sourcesOf(crowd, format)
  const left = leftWithout(crowd, stopped)
  const taken = { stopped, format, onToggle: (key: string) => stop(toggled(stopped, key)) }
  const sentence = [patronStops(crowd, format), platformStops(crowd, format)].filter(Boolean).join(' ')
  const outcome = leftSentence(left, crowd, format)
  return (
    <ChartFigure
      className="span-12 stops"
      title="If one stops"
      tools={<span className="hint">{tag}</span>}
      summary={sentence}
      before={<p className="answer">{sentence}</p>}
      summaryHidden
      after={<How figure={() => ifOneStopsFigure({ crowd, stopped }, format)} />}
      table={<StopsTable sources={sources} crowd={crowd} format={format} />}
    >
      <p className="outcome" role="status">
        {outcome}
      </p>
      {stopped.size > 0 && (
        <Suspense fallback={null}>
          <StoppedForecast crowd={crowd} stopped={stopped} format={format} />
        </Suspense>
      )}
      <BarRows
        says={outcome}
        rows={[
          { key: 'all', label: 'With everybody', from: 0, to: total, value: format.money(total), hue: OTHER },
          { key: 'left', label: 'What is left', from: 0, to: left, value: format.money(left), hue: hueOf(0) },
        ]}
        enough={enough}
      />
      {enough === null ? (
        <p className="hint">
          No line is drawn yet: <Link to={to.target()}>say what is enough for you in a month</Link>.
        </p>
      ) : (
        <p className="hint">The green line is enough: {format.money(enough)}.</p>
      )}
      <div className="removals">
        <Removals {...taken} title={`${capital(payerNoun(crowd))}s`} sources={sources.patrons} others={sources.others} />
        <Removals {...taken} title="Streams" sources={sources.streams} />
        <Removals {...taken} title="Currencies" sources={sources.currencies} />
        <Removals {...taken} title="Platforms" sources={sources.platforms} />
      </div>
      {stopped.size > 0 && (
        <Button tone="quiet" onClick={() => stop(new Set())}>
          Bring everybody back
        </Button>
      )}
    </ChartFigure>
  )
}

function toggled(keys: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

function StopsTable({ sources, crowd, format }: { sources: ReturnType<typeof sourcesOf>; crowd: Crowd; format: Format }) {
  const { total } = crowd
  const { others } = sources
  const unnamed = crowd.streams.reduce((sum, stream) => sum + Math.max(0, stream.unnamed), 0)
  const rows = [
    ...sources.patrons.map((source) => ({ ...source, sort: capital(payerNoun(crowd)) })),
    ...(others ? [{ ...others, sort: `${capital(payerNoun(crowd))}s` }] : []),
    ...(unnamed > 0 ? [{ key: 'unnamed', name: 'Money that names nobody', net: unnamed, left: total - unnamed, sort: 'Nobody' }] : []),
    ...sources.streams.map((source) => ({ ...source, sort: 'Stream' })),
    ...sources.platforms.map((source) => ({ ...source, sort: 'Platform' })),
    ...sources.currencies.map((source) => ({ ...source, sort: 'Currency' })),
  ]
  return (
    <DataTable
      caption="What goes with each"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', heading: 'Name', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'sort', heading: 'What', cell: ({ sort }) => sort },
        { key: 'net', heading: 'Goes with it', align: 'number', cell: ({ net }) => format.exact(net) },
        { key: 'left', heading: 'Left without', align: 'number', cell: ({ left }) => format.exact(left) },
      ]}
    />
  )
}
