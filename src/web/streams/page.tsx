import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { hueOf, ranksById } from '#web/ui/hues.ts'
import { capital, numberWord, plural } from '#web/ui/number-words.ts'
import { Spark } from '#web/ui/spark.tsx'
import { LensChoice } from './lens-choice.tsx'
import { overviewOf, type Overview, type StreamRow, type VentureRows } from './overview.ts'
import { readLens, yearParams, type Lens } from './queries.ts'
import { kindWord } from './stream-kinds.ts'
import '#web/styles/parts.css'
import './streams.css'

/** Every source of income by the venture it belongs to. */
export function StreamsPage() {
  const book = useBook()
  const { address } = useRouter()
  const streams = usePrefetched(q('streams', { book: book.id }))
  const ventures = usePrefetched(q('ventures', { book: book.id }))
  const income = usePrefetched(q('incomeByMonth', yearParams(book, address.search)))
  const lens = readLens(address.search)
  const overview = overviewOf(streams, ventures, income)
  const ranks = ranksById(ventures.map(({ id }) => id))
  return (
    <>
      <div className="heading-row">
        <PageHeading title="Streams" lead={<Lead overview={overview} />} />
        <LensChoice lens={lens} path={(next) => to.streams({ lens: next })} />
      </div>
      {streams.length === 0 ? (
        <EmptyState
          title="No streams yet."
          actions={
            <>
              <Link className="button" to={to.import()}>
                Import files
              </Link>
              <Link className="button quiet" to={to.addIncome()}>
                Add income
              </Link>
            </>
          }
        >
          A stream is one source of income of something you make or do. Importing a file or adding an income makes the first.
        </EmptyState>
      ) : (
        overview.ventures.map((rows) => <VentureSection key={rows.venture.id} rows={rows} rank={ranks.get(rows.venture.id) ?? -1} lens={lens} />)
      )}
      {overview.archived.length > 0 && (
        <details className="archived">
          <summary>{`Archived (${overview.archived.length})`}</summary>
          <ul className="stream-grid">
            {overview.archived.map((row) => (
              <StreamCard key={row.stream.id} row={row} rank={ranks.get(row.stream.venture) ?? -1} lens={lens} named />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Lead({ overview: { ventures, thisMonth, year, archived } }: { overview: Overview }) {
  const format = useFormat()
  const open = ventures.reduce((sum, { rows }) => sum + rows.length, 0)
  if (open + archived.length === 0) return 'Where your money comes from.'
  const streams = capital(plural(open, 'stream', { written: numberWord(open) }))
  const of = plural(ventures.length, 'venture', { written: numberWord(ventures.length) })
  return `${streams} of ${of}: ${format.money(thisMonth)} so far this month, ${format.money(year)} in twelve months.`
}

function VentureSection({ rows: { venture, rows, thisMonth, year }, rank, lens }: { rows: VentureRows; rank: number; lens: Lens }) {
  const format = useFormat()
  return (
    <section aria-labelledby={`venture-${venture.id}`}>
      <header className="section-heading">
        <h2 id={`venture-${venture.id}`}>{venture.name}</h2>
        <span className="hint">
          {`${venture.work === 'basic' ? 'basic work' : 'income work'} · ${format.money(thisMonth)} this month · ${format.money(year)} in twelve months`}
        </span>
      </header>
      {rows.length === 0 ? (
        <p className="quiet-text">No open stream. Add an income to it, or archive it in the settings.</p>
      ) : (
        <ul className="stream-grid">
          {rows.map((row) => (
            <StreamCard key={row.stream.id} row={row} rank={rank} lens={lens} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface StreamCardProps {
  row: StreamRow
  rank: number
  lens: Lens
  /** Whether the venture's name stands on the card. */
  named?: boolean
}

function StreamCard({ row: { stream, net, thisMonth, year }, rank, lens, named = false }: StreamCardProps) {
  const format = useFormat()
  const words = [named ? stream.ventureName : '', stream.platformName === stream.name ? '' : stream.platformName, kindWord(stream.kind)]
  return (
    <li className="card stream-card">
      <h3>
        <Link to={to.stream(stream.id, { lens })}>{stream.name}</Link>
      </h3>
      <span className="amount">{format.money(thisMonth)}</span>
      <span className="hint">{words.filter(Boolean).join(' · ')}</span>
      <span className="hint">this month</span>
      <Spark values={net} hue={hueOf(rank)} />
      <span className="hint foot">
        <span>{`${format.money(year)} in twelve months`}</span>
        <span>{stream.lastDay === null ? 'no entry yet' : `last ${format.day(stream.lastDay)}`}</span>
      </span>
    </li>
  )
}
