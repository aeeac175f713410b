import { useQuery } from '@tanstack/react-query'
import { WHOLE } from '#domain/basis-points.ts'
import { fundedBenefits, type FundedBenefit } from '#domain/funded-benefits.ts'
import type { Month } from '#domain/month.ts'
import type { NeedsPlan, TargetPlan } from '#domain/target-plan.ts'
import { q } from '#web/api/client.ts'
import { How } from '#web/patrons/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { benefitsSummary, benefitText, LEAST_FUNDED_MONTHS } from './benefit-words.ts'
import { pastMonths } from './past-months.ts'

const TITLE = 'Which benefits did the months pay for?'

/** What an employer would pay for besides the wage, month by month; nothing while the target is not made from needs. */
export function BenefitsCard({ plan }: { plan: TargetPlan | undefined }) {
  const book = useBook()
  const format = useFormat()
  const { data: outlook, error } = useQuery(q('outlook', { book: book.id }))
  if (error) throw error
  if (plan?.kind !== 'needs') return null
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
  return <Funded plan={plan} months={months} funded={fundedBenefits(plan, nets)} format={format} />
}

interface FundedProps {
  plan: NeedsPlan
  months: readonly Month[]
  funded: readonly FundedBenefit[]
  format: Format
}

function Funded({ plan, months, funded, format }: FundedProps) {
  return (
    <ChartFigure
      className="span-6 benefits"
      title={TITLE}
      summary={`Cash, net, after the tax and months off of your target; ${format.shortMonth(months[0] ?? '')} to ${format.shortMonth(months.at(-1) ?? '')}.`}
      before={<p className="ladder-answer">{benefitsSummary(funded, format)}</p>}
      after={
        <How
          formula="Of each month’s net, what tax and months off leave; less the bare needs that are no benefits; the rest fills the benefits in the order of your lines, each up to its cost."
          inputs={`The last ${format.count(months.length)} full months, and the lines and numbers of the target in force now, with ${format.share(plan.model.tax)} tax.`}
          without="The running month, money without a rate, and what you really paid: it tells what there was money for."
        />
      }
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

/** A cell for each month, filled as far as the month paid. */
function MonthCells({ shares }: { shares: readonly number[] }) {
  const width = 100 / shares.length
  return (
    <svg className="benefit-cells" width="100%" height="20" aria-hidden="true">
      {shares.map((share, i) => {
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

function FundedTable({ months, funded, format }: Omit<FundedProps, 'plan'>) {
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
          cell: ({ i }: (typeof rows)[number]) => format.percent((shares[i] ?? 0) / WHOLE),
        })),
      ]}
      rows={rows}
      rowKey={({ month }) => month}
    />
  )
}
