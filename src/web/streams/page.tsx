import type { ReactNode } from 'react'
import type { ViewLens } from '#domain/income.ts'
import type { Minor } from '#domain/money.ts'
import { addMonths, monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { LENSES, lensTag, readLens } from '#web/lens/lens.ts'
import { LensChoice } from '#web/lens/lens-choice.tsx'
import { FigureOpener } from '#web/figures/figure-opener.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { streamLabel } from '#web/month/stream-label.ts'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { hueOf, ranksById } from '#web/ui/hues.ts'
import { capital, numberWord, plural } from '#web/ui/number-words.ts'
import { Spark } from '#web/ui/spark.tsx'
import { overviewOf, type Overview, type StreamRow, type VentureRows } from './overview.ts'
import { yearParams } from './queries.ts'
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
  const groups = useGroups(overview.ventures, lens)
  const ranks = ranksById(ventures.map(({ id }) => id))
  return (
    <>
      <div className="heading-row">
        <div>
          <PageHeading
            title="Streams"
            lead={<Lead overview={overview} lens={lens} untold={income.untold.length === income.months.length} />}
          />
        </div>
        <LensChoice lens={lens} of={LENSES} path={(next) => to.streams({ lens: next })} />
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
        overview.ventures.length > 0 && <StreamList groups={groups} lens={lens} ranks={ranks} />
      )}
      {overview.archived.length > 0 && (
        <details className="archived">
          <summary>{`Archived (${overview.archived.length})`}</summary>
          <StreamList
            groups={[
              {
                key: 0,
                name: 'Archived',
                hint: 'no longer offered, nothing more is expected; still counted',
                lone: false,
                rows: overview.archived,
              },
            ]}
            lens={lens}
            ranks={ranks}
          />
        </details>
      )}
    </>
  )
}

interface LeadProps {
  overview: Overview
  lens: ViewLens
  /** Whether the lens tells of no month yet. */
  untold: boolean
}

function Lead({ overview: { ventures, thisMonth, year, archived }, lens, untold }: LeadProps) {
  const format = useFormat()
  const running = monthOf(useBook().today)
  const open = ventures.reduce((sum, { rows }) => sum + rows.length, 0)
  if (open + archived.length === 0) return 'Where your money comes from.'
  const streams = capital(plural(open, 'stream', { written: numberWord(open) }))
  const of = plural(ventures.length, 'venture', { written: numberWord(ventures.length) })
  if (untold) return `${streams} of ${of}. What can be counted on takes six full months to say.`
  const now = <FigureOpener asked={{ lens, from: running, to: running }}>{format.money(thisMonth)}</FigureOpener>
  const whole = <FigureOpener asked={{ lens, from: addMonths(running, -11), to: running }}>{format.money(year)}</FigureOpener>
  return (
    <>
      {`${streams} of ${of}: `}
      {now}
      {lens === 'dependable' ? ' to count on this month; the low ends of twelve months sum to ' : ' so far this month, '}
      {whole}
      {`${lens === 'dependable' ? '' : ' in twelve months'} (${lensTag(lens)}).`}
    </>
  )
}

/** One table: a group of rows for each venture. */
function StreamList({ groups, lens, ranks }: { groups: readonly StreamGroup[]; lens: ViewLens; ranks: ReadonlyMap<number, number> }) {
  return (
    <Card className="stream-list">
      <table>
        <caption className="visually-hidden">Streams by venture</caption>
        <thead>
          <tr>
            <th scope="col">Stream</th>
            <th scope="col">Month by month, {lensTag(lens)}</th>
            <th scope="col">Last entry</th>
            <th scope="col" className="number">
              {lens === 'dependable' ? 'Twelve months, summed' : 'In twelve months'}
            </th>
            <th scope="col" className="number">
              This month
            </th>
          </tr>
        </thead>
        {groups.map(({ key, name, hint, lone, rows }) => (
          <tbody key={key} className={lone ? 'lone' : undefined}>
            {!lone && (
              <tr>
                <th scope="rowgroup" colSpan={5}>
                  <VentureName name={name} hint={hint} />
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <StreamLine key={row.stream.id} row={row} rank={ranks.get(row.stream.venture) ?? -1} lens={lens} />
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={5} className="quiet-text">
                  No open stream. Add an income to it, or archive it in the settings.
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </Card>
  )
}

interface StreamGroup {
  key: number
  name: string
  hint: ReactNode
  /** Whether its only stream is called as itself, so that the name is said once. */
  lone: boolean
  rows: readonly StreamRow[]
}

function useGroups(ventures: readonly VentureRows[], lens: ViewLens): StreamGroup[] {
  return ventures.map(({ venture, rows, thisMonth, year }) => {
    const work = venture.work === 'basic' ? 'basic work' : 'income work'
    const sums = { venture: venture.id, thisMonth, year, lens }
    return {
      key: venture.id,
      name: venture.name,
      hint: rows.length > 1 ? <VentureSums work={work} {...sums} /> : work,
      lone: isLone(rows),
      rows,
    }
  })
}

interface VentureSumsProps {
  work: string
  venture: number
  thisMonth: Minor
  year: Minor
  lens: ViewLens
}

/** What a venture's streams come to together. */
function VentureSums({ work, venture, thisMonth, year, lens }: VentureSumsProps) {
  const format = useFormat()
  const running = monthOf(useBook().today)
  return (
    <>
      {`${work} · `}
      <FigureOpener asked={{ lens, from: running, to: running, venture }}>{format.money(thisMonth)}</FigureOpener>
      {' this month, '}
      <FigureOpener asked={{ lens, from: addMonths(running, -11), to: running, venture }}>{format.money(year)}</FigureOpener>
      {' in twelve'}
    </>
  )
}

function isLone([first, ...others]: readonly StreamRow[]): boolean {
  return first !== undefined && others.length === 0 && streamLabel(first.stream) === ''
}

function VentureName({ name, hint }: { name: string; hint: ReactNode }) {
  return (
    <span className="venture-line">
      <strong>{name}</strong>
      <span className="hint">{hint}</span>
    </span>
  )
}

function StreamName({ name, to: path, hint }: { name: string; to: string; hint: string }) {
  return (
    <span className="stream-name">
      <Link to={path}>{name}</Link>
      <span className="hint">{hint}</span>
    </span>
  )
}

function StreamLine({ row: { stream, net, thisMonth, year }, rank, lens }: { row: StreamRow; rank: number; lens: ViewLens }) {
  const format = useFormat()
  const running = monthOf(useBook().today)
  const label = streamLabel(stream) || stream.name
  const words = [
    stream.platformName === label ? '' : stream.platformName,
    kindWord(stream.kind),
    stream.estimated ? 'estimate from patron lists' : '',
  ]
  return (
    <tr>
      <th scope="row">
        <StreamName name={label} to={to.stream(stream.id, { lens })} hint={words.filter(Boolean).join(' · ')} />
      </th>
      <td className="spark-cell">
        <Spark values={net} hue={hueOf(rank)} />
      </td>
      <td className="last quiet-text">{stream.lastDay === null ? 'none yet' : format.day(stream.lastDay)}</td>
      <td className="number year">
        <FigureOpener asked={{ lens, from: addMonths(running, -11), to: running, stream: stream.id }}>{format.money(year)}</FigureOpener>
      </td>
      <td className="number amount">
        <FigureOpener asked={{ lens, from: running, to: running, stream: stream.id }}>{format.money(thisMonth)}</FigureOpener>
      </td>
    </tr>
  )
}
