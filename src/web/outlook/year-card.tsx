import { useState } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { OutlookAnswer, Year } from '#domain/outlook.ts'
import { How } from '#web/figures/how.tsx'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { Check } from '#web/ui/check.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { knownSentences, tooEarly, yearBasis, yearSentence } from './outlook-words.ts'
import type { Imagining } from './use-imagined.ts'
import { changesText } from './what-if-words.ts'
import { yearFigure } from './year-figure.ts'
import { YearPicture } from './year-picture.tsx'

interface YearCardProps {
  years: OutlookAnswer
  months: readonly string[]
  /** What is enough in each of the months. */
  enough: readonly (number | null)[]
  names: { outlook: Outlook; plans: Plans; format: Format }
  imagining: Imagining
}

const TITLE = 'What may the year ahead bring?'
/** What every amount of the card is told in. */
const BASIS = 'cash, net'

/** Twelve months as bars from their low end to their high one, and beside them what is imagined. */
export function YearCard({ years, months, enough, names, imagining }: YearCardProps) {
  const [showsPaths, setShowsPaths] = useState(false)
  const { real, changed } = years
  const { format, outlook, plans } = names
  if (!real) {
    return (
      <Card className="span-12" title={TITLE}>
        <p className="answer">{tooEarly(years.months, format)}</p>
      </Card>
    )
  }
  const imagined = changed ? changesText(imagining.changes, names) : undefined
  const sentence = yearSentence(real, months, format)
  const facts = { outlook, years: { ...years, real }, months, enough, paidAhead: plans.paidAhead, basis: BASIS }
  return (
    <ChartFigure
      className="span-12"
      title={TITLE}
      tools={<span className="hint">{BASIS}</span>}
      summary={`Each bar is where 8 of 10 draws of that month end; its line is the middle. ${yearBasis(years, format)}`}
      before={
        <>
          <p className="answer">{sentence}</p>
          {knownSentences(outlook, plans, format).map((text) => (
            <p key={text} className="hint">
              {text}
            </p>
          ))}
          {imagined !== undefined && (
            <ul className="legend" aria-hidden="true">
              <li>
                <svg width="12" height="12">
                  <rect className="likely-band" x="1" y="1" width="10" height="10" />
                </svg>
                As it is
              </li>
              <li>
                <svg width="12" height="12">
                  <rect className="imagined-band" x="1" y="1" width="10" height="10" />
                </svg>
                {imagined}
              </li>
            </ul>
          )}
        </>
      }
      after={
        <>
          <Check
            label="Show five single paths"
            hint="Each is one way in which the year could go: the first five drawn, none of them chosen."
            checked={showsPaths}
            onChange={setShowsPaths}
          />
          {enough.every((one) => one === null) && (
            <p className="hint">
              No line is drawn yet: <Link to={to.target()}>say what is enough for you in a month</Link>.
            </p>
          )}
          <p className="hint">
            Not in the band: what never happened yet. A platform that closes, an illness, a new venture, a gift of a kind that never came.
            Try those below.
          </p>
          <How figure={() => yearFigure(facts, format)} />
        </>
      }
      table={<YearsTable real={real} changed={changed} months={months} format={format} />}
    >
      <YearPicture real={real} changed={changed} months={months} enough={enough} showsPaths={showsPaths} format={format} />
    </ChartFigure>
  )
}

interface TableProps {
  real: Year
  changed: Year | null
  months: readonly string[]
  format: Format
}

function YearsTable({ real, changed, months, format }: TableProps) {
  const rows = months.map((month, i) => ({ month, real: real.ahead[i], other: changed?.ahead[i], ofTen: real.ofTen[i] }))
  type Row = (typeof rows)[number]
  const amount = (value: number | undefined) => (value === undefined ? '' : format.exact(value))
  const imagined = [
    { key: 'other-low', heading: 'Imagined: count on', align: 'number' as const, cell: (row: Row) => amount(row.other?.low) },
    { key: 'other-middle', heading: 'Imagined: middle', align: 'number' as const, cell: (row: Row) => amount(row.other?.middle) },
    { key: 'other-high', heading: 'Imagined: 1 in 10 is more', align: 'number' as const, cell: (row: Row) => amount(row.other?.high) },
  ]
  return (
    <DataTable
      caption="The year ahead by month"
      columns={[
        { key: 'month', heading: 'Month', cell: (row: Row) => format.month(row.month), names: true },
        { key: 'low', heading: 'Count on', align: 'number', cell: (row) => amount(row.real?.low) },
        { key: 'middle', heading: 'Middle', align: 'number', cell: (row) => amount(row.real?.middle) },
        { key: 'high', heading: '1 in 10 is more', align: 'number', cell: (row) => amount(row.real?.high) },
        ...(real.ofTen.length > 0
          ? [{ key: 'enough', heading: 'Enough in', align: 'number' as const, cell: (row: Row) => `${row.ofTen ?? 0} of 10` }]
          : []),
        ...(changed ? imagined : []),
      ]}
      rows={rows}
      rowKey={(row) => row.month}
    />
  )
}
