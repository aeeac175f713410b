import { grossLevels, neededLevels, type NeedsPlan } from '#domain/target-plan.ts'
import type { NeedLevel } from '#domain/need.ts'
import { useFormat } from '#web/shell/book.ts'
import { StackTable } from '#web/ui/stack-table.tsx'
import { formulaText } from './plan-words.ts'

const LEVEL_WORDS: readonly { level: NeedLevel; name: string }[] = [
  { level: 'bare', name: 'Basics' },
  { level: 'enough', name: 'Enough' },
  { level: 'comfortable', name: 'Comfortable' },
]

/** The three levels of a plan, step by step, while it is written. */
export function PlanPreview({ plan }: { plan: NeedsPlan }) {
  const format = useFormat()
  const needed = neededLevels(plan.needs)
  const gross = grossLevels(plan)
  const rows = LEVEL_WORDS.map(({ level, name }) => ({ level, name, needed: needed[level], ...gross[level] }))
  return (
    <>
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
      <details className="method">
        <summary>How is this computed?</summary>
        <p className="hint">{formulaText(plan, format)}</p>
      </details>
    </>
  )
}
