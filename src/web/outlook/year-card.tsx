import { useState } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Plans } from '#contract/plan.ts'
import type { ViewLens } from '#domain/income.ts'
import type { OutlookAnswer, Year } from '#domain/outlook.ts'
import { How } from '#web/figures/how.tsx'
import { lensTag } from '#web/lens/lens.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { Check } from '#web/ui/check.tsx'
import { DataTable, type Column } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { frequency, lowHeading } from './chance-words.ts'
import { knownSentences, tooEarly, yearBasis, yearSentence } from './outlook-words.ts'
import { TaxNote } from './tax-note.tsx'
import type { Imagining } from './use-imagined.ts'
import { changesText } from './what-if-words.ts'
import { yearFigure } from './year-figure.ts'
import { countedYear } from './years-layout.ts'
import { YearPicture } from './year-picture.tsx'

interface YearCardProps {
  years: OutlookAnswer
  lens: ViewLens
  months: readonly string[]
  /** What is enough in each of the months. */
  enough: readonly (number | null)[]
  names: { outlook: Outlook; plans: Plans; format: Format }
  imagining: Imagining
}

const TITLE = 'What may the year ahead bring?'

/** Twelve months as bars from their low end to their high one, and beside them what is imagined. */
export function YearCard({ years, lens, months, enough, names, imagining }: YearCardProps) {
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
  const sentence = yearSentence({ year: real, months, enough, lens }, format)
  const counted = lens === 'dependable'
  const shown = counted ? { real: countedYear(real), changed: changed && countedYear(changed) } : { real, changed }
  const facts = { outlook, years: { ...years, real }, months, enough, paidAhead: plans.paidAhead, lens }
  return (
    <ChartFigure
      className="span-12"
      title={TITLE}
      tools={<span className="hint">{lensTag(lens)}</span>}
      summary={`${counted ? 'Each bar is what 9 of 10 draws of that month bring at least.' : 'Each bar is where 8 of 10 draws of that month end; its line is the middle.'} ${yearBasis({ years, lens }, format)}`}
      before={
        <>
          <p className="answer">{sentence}</p>
          {knownSentences(outlook, plans, format).map((text) => (
            <p key={text} className="hint">
              {text}
            </p>
          ))}
          <TaxNote sum={counted ? real.sum.low : real.sum.middle} outlook={outlook} lens={lens} />
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
          {!counted && (
            <Check
              label="Show five single paths"
              hint="Each is one way in which the year could go: the first five drawn, none of them chosen."
              checked={showsPaths}
              onChange={setShowsPaths}
            />
          )}
          {enough.every((one) => one === null) && (
            <p className="hint">
              No line is drawn yet: <Link to={to.target()}>say what is enough for you in a month</Link>.
            </p>
          )}
          <p className="hint">
            Not in it: what never happened yet. A platform that closes, an illness, a new venture, a gift of a kind that never came. Try
            those below.
          </p>
          <How figure={() => yearFigure(facts, format)} />
        </>
      }
      table={<YearsTable real={real} changed={changed} lens={lens} months={months} enough={enough} format={format} />}
    >
      <YearPicture {...shown} months={months} enough={enough} showsPaths={showsPaths} format={format} />
    </ChartFigure>
  )
}

/** Columns that tell of draws beyond the low end. */
const DRAWN_ONLY = new Set(['middle', 'high', 'enough', 'other-middle', 'other-high'])

interface TableProps {
  real: Year
  changed: Year | null
  lens: ViewLens
  months: readonly string[]
  enough: readonly (number | null)[]
  format: Format
}

/** Of a month that is counted on its low end alone is told: no draw, and no chance. */
function YearsTable({ real, changed, lens, months, enough, format }: TableProps) {
  const rows = months.map((month, i) => ({
    month,
    real: real.ahead[i],
    other: changed?.ahead[i],
    ofTen: real.ofTen[i],
    enough: enough[i] ?? null,
  }))
  type Row = (typeof rows)[number]
  const amount = (value: number | undefined) => (value === undefined ? '' : format.exact(value))
  const align = 'number' as const
  const chance = ({ ofTen = 0, real: band, enough }: Row) => frequency(ofTen, band && { band, enough })
  const imagined: Column<Row>[] = [
    {
      key: 'other-low',
      heading: `Imagined: ${lowHeading((changed ?? real).ahead.map(({ low }) => low)).toLowerCase()}`,
      align,
      cell: (row) => amount(row.other?.low),
    },
    { key: 'other-middle', heading: 'Imagined: middle', align, cell: (row) => amount(row.other?.middle) },
    { key: 'other-high', heading: 'Imagined: 1 in 10 is more', align, cell: (row) => amount(row.other?.high) },
  ]
  const columns: Column<Row>[] = [
    { key: 'month', heading: 'Month', cell: (row) => format.month(row.month), names: true },
    { key: 'low', heading: lowHeading(real.ahead.map(({ low }) => low)), align: 'number', cell: (row) => amount(row.real?.low) },
    { key: 'middle', heading: 'Middle', align: 'number', cell: (row) => amount(row.real?.middle) },
    { key: 'high', heading: '1 in 10 is more', align: 'number', cell: (row) => amount(row.real?.high) },
    ...(real.ofTen.length > 0 ? [{ key: 'enough', heading: 'Enough in', align, cell: chance }] : []),
    ...(changed ? imagined : []),
  ]
  return (
    <DataTable
      caption={`The year ahead by month, ${lensTag(lens)}`}
      columns={columns.filter(({ key }) => lens !== 'dependable' || !DRAWN_ONLY.has(key))}
      rows={rows}
      rowKey={(row) => row.month}
    />
  )
}
