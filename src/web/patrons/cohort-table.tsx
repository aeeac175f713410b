import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { AFTER, cohortCell, cohortsFigure, cohortsSentence, type Cohort } from './cohorts.ts'
import { FEW } from './words.ts'

/** Who of each month's new patrons is still there. The table is the picture. */
export function Cohorts({ crowd, format }: { crowd: Crowd; format: Format }) {
  const { cohorts } = crowd.survival
  const sentence = cohortsSentence(crowd.survival, format)
  return (
    <Card
      className="span-12 cohorts"
      title="Who of each month’s new patrons is still there?"
      hint="who gives every month; heads, in every lens"
    >
      <p className="answer">{sentence}</p>
      {cohorts.length > 0 && (
        <>
          <DataTable
            caption="Share still there by the month in which they began, and months after it"
            rows={cohorts}
            rowKey={({ month }) => month}
            columns={[
              { key: 'month', heading: 'Began', names: true, cell: ({ month }) => format.shortMonth(month) },
              { key: 'began', heading: 'Patrons', align: 'number', cell: ({ still }) => format.count(still[0] ?? 0) },
              ...AFTER.map((months) => ({
                key: String(months),
                heading: (
                  <>
                    {format.count(months)}
                    <span className="visually-hidden"> months after</span>
                  </>
                ),
                align: 'number' as const,
                cell: (cohort: Cohort) => cohortCell(cohort, months, format),
              })),
            ]}
          />
          <p className="hint">
            The columns are months after the one in which they began. Of fewer than {format.count(FEW)} it tells how many; a share of so few
            says nothing. Empty is still to come.
          </p>
          <How figure={() => cohortsFigure(crowd, format)} />
        </>
      )}
    </Card>
  )
}
