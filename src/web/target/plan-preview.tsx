import { grossLevels, neededLevels, type NeedsPlan } from '#domain/target-plan.ts'
import { useFormat } from '#web/shell/book.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { LEVEL_NAMES, LEVELS } from './plan-figure.ts'

/** The three levels of a plan, step by step, while it is written. */
export function PlanPreview({ plan }: { plan: NeedsPlan }) {
  const format = useFormat()
  const needed = neededLevels(plan.needs)
  const gross = grossLevels(plan)
  const rows = LEVELS.map((level) => ({ level, name: LEVEL_NAMES[level], needed: needed[level], ...gross[level] }))
  return (
    <div className="plan-levels">
      <StackTable
        caption="What the three levels take in a month"
        rows={rows}
        rowKey={({ level }) => level}
        columns={[
          { key: 'level', heading: 'A month', names: true, cell: ({ name }) => name },
          { key: 'needed', heading: 'You pay, after income tax', align: 'number', cell: (row) => format.exact(row.needed) },
          {
            key: 'income',
            heading: 'Must come in: net, before income tax',
            align: 'number',
            cell: ({ income }) => <strong>{format.exact(income)}</strong>,
          },
          { key: 'charged', heading: 'Charged, before fees', align: 'number', cell: ({ charged }) => format.exact(charged) },
        ]}
      />
    </div>
  )
}
