import type { Time } from '#contract/time.ts'
import { BarRows } from '#web/patrons/bar-rows.tsx'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { boughtFigure } from './bought-figure.ts'
import { boughtSentence, hourCount } from './words.ts'

const TITLE = 'What patrons paid for'

/** Patronage as hours of basic work: what a gift buys is time. */
export function BoughtCard({ time, format }: { time: Time; format: Format }) {
  const { patronage, month } = time
  const sentence = boughtSentence(time, format)
  if (!patronage || patronage.funded === null || patronage.basic === null) {
    return (
      <Card className="span-6" title={TITLE}>
        <p className="answer">{sentence}</p>
        {patronage && month !== null && <How figure={() => boughtFigure({ ...time, patronage }, format)} />}
      </Card>
    )
  }
  const rows = [
    { key: 'basic', name: 'Basic hours', minutes: patronage.basic, hue: OTHER },
    { key: 'funded', name: 'Paid by patrons', minutes: patronage.funded, hue: hueOf(0) },
  ]
  return (
    <ChartFigure
      className="span-6"
      title={TITLE}
      tools={month !== null && <span className="hint">{format.month(month)}, smoothed, net</span>}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={<How figure={() => boughtFigure({ ...time, patronage }, format)} />}
      table={
        <DataTable
          caption="Basic hours, and those that patronage pays for"
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', heading: 'What', names: true, cell: ({ name }) => name },
            { key: 'hours', heading: 'Hours', align: 'number', cell: ({ minutes }) => hourCount(minutes, format) },
          ]}
        />
      }
    >
      <BarRows
        says={sentence}
        rows={rows.map(({ key, name, minutes, hue }) => {
          return { key, label: name, from: 0, to: minutes, value: `${hourCount(minutes, format)} h`, hue }
        })}
      />
    </ChartFigure>
  )
}
