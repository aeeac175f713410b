import { useQuery } from '@tanstack/react-query'
import { WHOLE } from '#domain/basis-points.ts'
import { fundedBenefits, type FundedBenefit, type PlannedMonth } from '#domain/funded-benefits.ts'
import type { Month } from '#domain/month.ts'
import type { Target } from '#domain/target.ts'
import { linesOfMonth, type DatedPlan, type TargetPlan } from '#domain/target-plan.ts'
import { q } from '#web/api/client.ts'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { benefitsSummary, benefitText, LEAST_FUNDED_MONTHS, withoutLinesText } from './benefit-words.ts'
import { benefitsFigure } from './benefits-figure.ts'
import { pastMonths } from './past-months.ts'

const TITLE = 'Which benefits did the months pay for?'

interface BenefitsCardProps {
  /** The one in force now. */
  plan: TargetPlan | undefined
  targets: readonly Target[]
  plans: readonly DatedPlan[]
}

/** What an employer would pay for besides the wage, month by month; words while the target is not made from needs. */
export function BenefitsCard({ plan, targets, plans }: BenefitsCardProps) {
  const book = useBook()
  const format = useFormat()
  const { data: outlook, error } = useQuery(q('outlook', { book: book.id }))
  if (error) throw error
  if (plan?.kind !== 'needs') {
    return (
      <Card title={TITLE} className="span-6">
        <p>
          Work your target out from what you need, and add what an employer would pay for: this says in which months there was money for it.
        </p>
      </Card>
    )
  }
  const hasBenefits = plan.needs.some(({ benefit }) => benefit !== undefined)
  if (!hasBenefits || !outlook) {
    return (
      <Card title={TITLE} className="span-6">
        {outlook && (
          <p>None stands among your needs yet. Health cover, a pension, sick days and holiday can be added to the lines above.</p>
        )}
      </Card>
    )
  }
  const { months, nets } = pastMonths(outlook)
  if (months.length < LEAST_FUNDED_MONTHS) {
    return (
      <Card title={TITLE} className="span-6">
        <p>Too early to say: it looks at full months, from {LEAST_FUNDED_MONTHS} on.</p>
      </Card>
    )
  }
  const held = months.map((month, i) => ({
    month,
    net: nets[i] ?? 0,
    ...(linesOfMonth(targets, plans, month) ?? { plan, inForce: false }),
  }))
  return <Funded held={held} funded={fundedBenefits(plan, held)} format={format} />
}

interface FundedProps {
  /** The months that are looked at, each with the lines that it is held against. */
  held: readonly (PlannedMonth & { month: Month; inForce: boolean })[]
  funded: readonly FundedBenefit[]
  format: Format
}

function Funded({ held, funded, format }: FundedProps) {
  const months = held.map(({ month }) => month)
  const without = held.filter(({ inForce }) => !inForce).map(({ month }) => month)
  return (
    <ChartFigure
      className="span-6 benefits"
      title={TITLE}
      summary={`Cash, net, after the tax and months off of your target; ${format.shortMonth(months[0] ?? '')} to ${format.shortMonth(months.at(-1) ?? '')}.`}
      before={
        <>
          <p className="ladder-answer">{benefitsSummary(funded, format)}</p>
          {without.length > 0 && <p className="hint">{withoutLinesText(without, format)}</p>}
        </>
      }
      after={<How figure={() => benefitsFigure({ held, funded }, format)} />}
      table={<FundedTable months={months} funded={funded} format={format} />}
    >
      <ul className="benefit-rows">
        {funded.map((benefit, j) => (
          // Two lines may say the same.
          <li key={j}>
            <p>
              <bdi className="rung-name">{benefit.text}</bdi> <span className="number">{format.money(benefit.cost)}</span>
            </p>
            <MonthCells shares={benefit.shares} />
            <p className="hint">{benefitText(benefit, format)}</p>
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}

/** A cell for each month, filled as far as the month paid; none where it planned nothing. */
function MonthCells({ shares }: { shares: FundedBenefit['shares'] }) {
  const width = 100 / shares.length
  return (
    <svg className="benefit-cells" width="100%" height="20" aria-hidden="true">
      {shares.map((share, i) => {
        if (share === null) return null
        const height = (share / WHOLE) * 18
        return (
          <g key={i}>
            <rect className="cell-open" x={`${i * width}%`} y="1" width={`${width * 0.86}%`} height="18" rx="2" />
            {share > 0 && (
              <rect className="cell-paid" x={`${i * width}%`} y={19 - height} width={`${width * 0.86}%`} height={height} rx="2" />
            )}
          </g>
        )
      })}
    </svg>
  )
}

function FundedTable({ months, funded, format }: Omit<FundedProps, 'held'> & { months: readonly Month[] }) {
  const rows = months.map((month, i) => ({ month, i })).toReversed()
  return (
    <DataTable
      caption="How much of each benefit the months paid for"
      columns={[
        { key: 'month', heading: 'Month', names: true, cell: ({ month }: (typeof rows)[number]) => format.shortMonth(month) },
        ...funded.map(({ text, shares }, j) => ({
          key: String(j),
          heading: text,
          align: 'number' as const,
          cell: ({ i }: (typeof rows)[number]) => shareText(shares[i] ?? null, format),
        })),
      ]}
      rows={rows}
      rowKey={({ month }) => month}
    />
  )
}

function shareText(share: number | null, format: Format): string {
  return share === null ? 'not planned' : format.percent(share / WHOLE)
}
