import { lazy, Suspense, useState } from 'react'
import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { Check } from '#web/ui/check.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { capital, plural } from '#web/ui/number-words.ts'
import { BarRows } from './bar-rows.tsx'
import { ifOneStopsFigure } from './if-one-stops-figure.ts'
import { leftWithout, sourcesOf, type Source } from './stops.ts'
import { leftSentence, patronStops, payerNoun, platformStops } from './words.ts'

/** Comes when the first one is taken away: it draws the months to come. */
const StoppedForecast = lazy(async () => ({ default: (await import('./stopped-forecast.tsx')).StoppedForecast }))

/** Of each sort so many can be taken away; the table holds the rest. */
const OFFERED = 8

interface CrowdCardProps {
  crowd: Crowd
  format: Format
  /** The lens and month that every figure is of. */
  tag: string
}

/** What is left of the month if somebody, a stream or a platform stops. */
export function IfOneStops({ crowd, format, tag }: CrowdCardProps) {
  const [stopped, setStopped] = useState<ReadonlySet<string>>(new Set())
  const { total, enough } = crowd
  const sources = sourcesOf(crowd)
  const left = leftWithout(crowd, stopped)
  const toggle = (key: string) => setStopped((before) => toggled(before, key))
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
        <Removals title={`${capital(payerNoun(crowd))}s`} sources={sources.patrons} stopped={stopped} onToggle={toggle} format={format} />
        <Removals title="Streams" sources={sources.streams} stopped={stopped} onToggle={toggle} format={format} />
        <Removals title="Currencies" sources={sources.currencies} stopped={stopped} onToggle={toggle} format={format} />
        <Removals title="Platforms" sources={sources.platforms} stopped={stopped} onToggle={toggle} format={format} />
      </div>
      {stopped.size > 0 && (
        <Button tone="quiet" onClick={() => setStopped(new Set())}>
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

interface RemovalsProps {
  title: string
  sources: readonly Source[]
  stopped: ReadonlySet<string>
  onToggle: (key: string) => void
  format: Format
}

function Removals({ title, sources, stopped, onToggle, format }: RemovalsProps) {
  if (sources.length === 0) return null
  return (
    <fieldset className="removal">
      <legend>{title} that stop</legend>
      {sources.slice(0, OFFERED).map(({ key, name, net }) => (
        <Check
          key={key}
          label={
            <>
              <bdi>{name}</bdi> <span className="hint">{format.money(net)}</span>
            </>
          }
          checked={stopped.has(key)}
          onChange={() => onToggle(key)}
        />
      ))}
      {sources.length > OFFERED && <p className="hint">The {plural(OFFERED, 'largest', { many: 'largest' })}; the rest is in the table.</p>}
    </fieldset>
  )
}

function StopsTable({ sources, crowd, format }: { sources: ReturnType<typeof sourcesOf>; crowd: Crowd; format: Format }) {
  const { others, total } = crowd
  const rest = others.parts.reduce((sum, { net }) => sum + net, 0)
  const unnamed = crowd.streams.reduce((sum, stream) => sum + Math.max(0, stream.unnamed), 0)
  const of = (key: string, name: string, net: number) => ({ key, name, net, left: total - net })
  const rows = [
    ...sources.patrons.map((source) => ({ ...source, sort: capital(payerNoun(crowd)) })),
    ...(others.patrons > 0
      ? [{ ...of('others', `${format.count(others.patrons)} more`, rest), sort: `${capital(payerNoun(crowd))}s` }]
      : []),
    ...(unnamed > 0 ? [{ ...of('unnamed', 'Money that names nobody', unnamed), sort: 'Nobody' }] : []),
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
