import type { Crowd } from '#contract/crowd.ts'
import { How } from '#web/figures/how.tsx'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { BarRows } from './bar-rows.tsx'
import { smallGiftsFigure } from './small-gifts-figure.ts'
import { rhythmWord, smallGiftsSentence } from './small-gifts-words.ts'

const TITLE = 'What do fees of small gifts cost?'

/** What fees take of small gifts, and what asking for a quarter at once would save. */
export function SmallGifts({ crowd, format }: { crowd: Crowd; format: Format }) {
  const { small, cost, saved, gifts, known } = crowd.fees
  const tag = `${format.month(crowd.month)}, cash, in every lens`
  const sentence = smallGiftsSentence(crowd, format)
  if (gifts === 0) {
    return (
      <Card className="span-12" title={TITLE} hint={tag}>
        <p className="answer">{sentence}</p>
        {known > 0 && <How figure={() => smallGiftsFigure(crowd, format)} />}
      </Card>
    )
  }
  return (
    <ChartFigure
      className="span-12"
      title={TITLE}
      tools={<span className="hint">{tag}</span>}
      summary={sentence}
      summaryHidden
      before={<p className="answer">{sentence}</p>}
      after={<How figure={() => smallGiftsFigure(crowd, format)} />}
      table={<SmallTable small={small} format={format} />}
    >
      <BarRows
        says={sentence}
        rows={[
          { key: 'now', label: 'Fees as they are', from: 0, to: cost, value: format.money(cost), hue: OTHER },
          ...(saved > 0
            ? [{ key: 'then', label: 'By the quarter', from: 0, to: cost - saved, value: format.money(cost - saved), hue: hueOf(0) }]
            : []),
        ]}
      />
      <p className="hint">A gift is small where its fee is more than {format.percent(0.1)} of it.</p>
    </ChartFigure>
  )
}

function SmallTable({ small, format }: { small: Crowd['fees']['small']; format: Format }) {
  const rows = small.map((gift, place) => ({ ...gift, place }))
  return (
    <DataTable
      caption="Gifts for one month that lost more than a tenth to fees"
      rows={rows}
      rowKey={({ place }) => place}
      columns={[
        { key: 'name', heading: 'Patron', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'gift', heading: 'Gift', align: 'number', cell: ({ gross, currency }) => format.exact(gross, currency) },
        { key: 'fee', heading: 'Fee', align: 'number', cell: ({ fees, currency }) => format.exact(fees, currency) },
        { key: 'share', heading: 'Of the gift', align: 'number', cell: ({ gross, fees }) => format.percent(fees / gross) },
        {
          key: 'quarterly',
          heading: 'A month, by the quarter',
          align: 'number',
          cell: ({ quarterly, currency }) => (quarterly === null ? 'not known' : format.exact(quarterly, currency)),
        },
        {
          key: 'rhythm',
          heading: 'Fees are a tenth at most',
          cell: ({ quarterly, rhythm }) => (quarterly === null ? 'not known' : rhythmWord(rhythm)),
        },
      ]}
    />
  )
}
