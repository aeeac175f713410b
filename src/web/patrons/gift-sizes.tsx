import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf } from '#web/ui/hues.ts'
import { numberWord } from '#web/ui/number-words.ts'
import { BarRows } from './bar-rows.tsx'
import { giftSizesFigure, stepLabel } from './gift-sizes-figure.ts'
import { CROWD } from './words.ts'

/** How many give how much. */
export function GiftSizes({ crowd, format, tag }: { crowd: Crowd; format: Format; tag: string }) {
  const { steps, patrons } = crowd.gifts
  const most = steps.toSorted((a, b) => b.patrons - a.patrons)[0]
  const told = patrons >= CROWD && most !== undefined
  const sentence = told
    ? `The largest group, ${format.count(most.patrons)} of ${format.count(patrons)} patrons, gives ${stepLabel(most, format)} a month.`
    : `A picture of gifts takes ${numberWord(CROWD)} named patrons in a month; there ${patrons === 1 ? 'was' : 'were'} ${patrons === 0 ? 'none' : numberWord(patrons)}.`
  return (
    <ChartFigure
      className="span-6"
      title="Gift sizes"
      tools={<span className="hint">{tag}</span>}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={told && <How figure={() => giftSizesFigure(crowd, format)} />}
      table={
        <DataTable
          caption="Patrons by what they give a month"
          rows={steps}
          rowKey={({ from }) => from}
          columns={[
            { key: 'step', heading: 'Gift', names: true, cell: (step) => stepLabel(step, format) },
            { key: 'patrons', heading: 'Patrons', align: 'number', cell: ({ patrons: heads }) => format.count(heads) },
            { key: 'net', heading: 'Net', align: 'number', cell: ({ net }) => format.exact(net) },
          ]}
        />
      }
    >
      {told && (
        <BarRows
          says={sentence}
          rows={steps.map((step) => {
            return {
              key: String(step.from),
              label: stepLabel(step, format),
              from: 0,
              to: step.patrons,
              value: format.count(step.patrons),
              hue: hueOf(0),
            }
          })}
        />
      )}
    </ChartFigure>
  )
}
