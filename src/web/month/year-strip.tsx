import type { MonthPage } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import { daysInMonth } from '#domain/month.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { yearStripFigure } from './year-strip-figure.ts'
import { cellOf, cellText, yearSentences, type YearMonth } from './year-words.ts'
import './year-strip.css'

const TITLE = 'On which day was it enough?'

/** Twelve months, each with the day on which it became enough, or with what was missing (FEATURES N1 and N17). */
export function YearStrip({ page, format }: { page: MonthPage; format: Format }) {
  const { year, enoughCount } = page
  const sentences = yearSentences(page, format)
  if (enoughCount.of === 0) {
    return (
      <Card className="span-12" title={TITLE}>
        <p>{year.length === 0 ? 'After the first full month this tells on which day it became enough.' : sentences.join(' ')}</p>
      </Card>
    )
  }
  return (
    <ChartFigure
      className="span-12"
      title={TITLE}
      tools={<span className="hint">in every lens: months smoothed, net; their days cash</span>}
      before={<p className="answer">{sentences.join(' ')}</p>}
      summary="A dot is a month that was enough, smoothed, on the day since which that had come in cash; at the end where no day is known. An open ring: part of it was still to go."
      after={<How figure={() => yearStripFigure(page, format)} />}
      table={<YearTable year={year} format={format} />}
    >
      {/* A list that calls itself a picture is none any more, and its items would stand in no list. */}
      <div role="img" aria-label={sentences.join(' ')}>
        <ol className="year-strip">
          {year.map((month) => (
            <YearMark key={month.month} month={month} format={format} />
          ))}
        </ol>
      </div>
    </ChartFigure>
  )
}

/** One month: its name, its days from top to bottom with the one that counts, and what that is. */
function YearMark({ month, format }: { month: YearMonth; format: Format }) {
  const cell = cellOf(month)
  const place = cell.sort === 'reached' ? cell.day / daysInMonth(month.month) : 1
  return (
    <li title={`${format.month(month.month)}: ${cellText(month, format)}`}>
      <span className="hint">{format.monthWord(month.month)}</span>
      <svg width="24" height="76" viewBox="0 0 24 76">
        <line className="year-days" x1="12" x2="12" y1="6" y2="70" />
        {cell.sort !== 'untargeted' && (
          <circle className={cell.sort === 'short' ? 'year-short' : 'year-reached'} cx="12" cy={6 + 64 * place} r="5" />
        )}
      </svg>
      <span className="year-word">{wordOf(month, format)}</span>
    </li>
  )
}

/** Characters that have room below a month on the smallest phone. */
const ROOM = 8

/** What is missing; far more than has room as so many thousands or millions: the title and the table have all of it. */
function shortAmount(amount: Minor, format: Format): string {
  const text = format.money(amount, { round: 'rest' })
  return text.length > ROOM ? format.money(amount, { round: 'rest', style: 'compact' }) : text
}

function wordOf(month: YearMonth, format: Format): string {
  const cell = cellOf(month)
  if (cell.sort === 'reached') return format.ordinal(month.reachedOn ?? '')
  if (cell.sort === 'short') return shortAmount(cell.missing, format)
  return cell.sort === 'undated' ? 'yes' : '–'
}

function YearTable({ year, format }: { year: readonly YearMonth[]; format: Format }) {
  return (
    <DataTable
      caption="Each month beside what was enough"
      rows={year.toReversed()}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', heading: 'Month', names: true, cell: ({ month }) => format.month(month) },
        { key: 'said', heading: 'Enough', cell: (month) => cellText(month, format) },
        { key: 'cash', heading: 'Cash, net', align: 'number', cell: ({ cash }) => format.exact(cash) },
        { key: 'smoothed', heading: 'Smoothed, net', align: 'number', cell: ({ smoothed }) => format.exact(smoothed) },
        { key: 'enough', heading: 'Target', align: 'number', cell: ({ enough }) => (enough === null ? '' : format.exact(enough)) },
      ]}
    />
  )
}
