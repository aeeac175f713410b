import type { Crowd } from '#contract/crowd.ts'
import { addMonths } from '#domain/month.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { BarRows } from './bar-rows.tsx'
import { MOVE_NAMES, waterfall, type Fall } from './waterfall.ts'
import { whatChangedFigure } from './what-changed-figure.ts'
import { movedSentence } from './words.ts'

/** Why patrons give more or less a month than a month before. */
export function WhatChanged({ crowd, format }: { crowd: Crowd; format: Format }) {
  const { movement, month } = crowd
  const before = format.longMonth(addMonths(month, -1))
  const there = movement.start.patrons > 0 || movement.end.patrons > 0
  const [title, of] = [`What changed since ${before}?`, 'what patrons give a month; smoothed, net, in every lens']
  if (!there) {
    return (
      <Card className="span-12" title={title} hint={of}>
        <p className="answer">No patron gives every month yet. From the second payment of one on, this tells who came and went.</p>
      </Card>
    )
  }
  const sentence = movedSentence(crowd, format)
  const falls = waterfall(movement)
  const name = ({ key }: Fall) =>
    key === 'start' ? `End of ${before}` : key === 'end' ? `End of ${format.longMonth(month)}` : MOVE_NAMES[key]
  const isSum = ({ key }: Fall) => key === 'start' || key === 'end'
  return (
    <ChartFigure
      className="span-12"
      title={title}
      tools={<span className="hint">{of}</span>}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={<How figure={() => whatChangedFigure(crowd, format)} />}
      table={<MovesTable crowd={crowd} falls={falls} name={name} format={format} />}
    >
      <BarRows
        says={sentence}
        rows={falls.map((fall) => {
          const up = fall.to >= fall.from
          const value = isSum(fall) ? format.money(fall.to) : `${up ? '↑' : '↓'} ${format.money(fall.to - fall.from, { signed: true })}`
          return { key: fall.key, label: name(fall), from: fall.from, to: fall.to, value, hue: isSum(fall) ? OTHER : hueOf(up ? 0 : 1) }
        })}
      />
    </ChartFigure>
  )
}

interface MovesProps {
  crowd: Crowd
  falls: readonly Fall[]
  name: (fall: Fall) => string
  format: Format
}

/** Every move, those that the picture joins too. */
function MovesTable({ crowd: { movement }, falls, name, format }: MovesProps) {
  const ends = falls.filter(({ key }) => key === 'start' || key === 'end')
  const [start, end] = ends.map((fall) => ({ key: fall.key as string, name: name(fall), net: fall.to, patrons: fall.patrons }))
  const moves = (['new', 'returned', 'more', 'less', 'gone', 'fx'] as const).map((key) => ({
    key: key as string,
    name: MOVE_NAMES[key],
    ...movement[key],
  }))
  return (
    <DataTable
      caption="What patrons give a month, from one month's end to the next"
      rows={[...(start ? [start] : []), ...moves, ...(end ? [end] : [])]}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', heading: 'What', names: true, cell: (row) => row.name },
        { key: 'patrons', heading: 'Patrons', align: 'number', cell: ({ patrons }) => format.count(patrons) },
        { key: 'net', heading: 'A month', align: 'number', cell: ({ net }) => format.exact(net) },
      ]}
    />
  )
}
