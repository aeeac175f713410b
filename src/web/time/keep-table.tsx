import type { KeepOrDrop } from '#domain/keep-or-drop.ts'
import { frequency } from '#web/outlook/chance-words.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { likeSentence, stopSentence, type KeepRow } from './keep-words.ts'
import { hourCount } from './words.ts'

interface KeepTableProps {
  rows: readonly KeepRow[]
  told: KeepOrDrop
  format: Format
}

/** All that the picture holds, each venture's sentences, and the book as it stands. */
export function KeepTable({ rows, told: { all, ...told }, format }: KeepTableProps) {
  const chance = (ofTen: number | null) => (ofTen === null ? '' : frequency(ofTen))
  const share = (value: number | null) => (value === null ? '' : format.percent(value))
  return (
    <>
      <DataTable
        caption="Ventures, and the book without each"
        rows={rows}
        rowKey={({ venture }) => venture}
        columns={[
          { key: 'name', heading: 'Venture', names: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'net', heading: 'Mean month, cash, net', align: 'number', cell: ({ net }) => format.exact(net) },
          {
            key: 'rate',
            heading: 'An hour, smoothed, net',
            align: 'number',
            cell: ({ rate }) => (rate === null ? '' : format.exact(rate)),
          },
          { key: 'dependable', heading: 'Can be counted on', align: 'number', cell: ({ dependable }) => share(dependable) },
          { key: 'joy', heading: 'Joy', align: 'number', cell: ({ joy }) => joy ?? '' },
          { key: 'without', heading: 'Month without it, cash, net', align: 'number', cell: ({ without }) => format.exact(without.net) },
          { key: 'enough', heading: `Enough, now ${chance(all.ofTen)}`, align: 'number', cell: ({ without }) => chance(without.ofTen) },
          { key: 'hours', heading: 'Hours freed', align: 'number', cell: ({ minutes }) => hourCount(minutes, format) },
          { key: 'swing', heading: `Swing, now ${share(all.swing)}`, align: 'number', cell: ({ without }) => share(without.swing) },
        ]}
      />
      <ul className="keep-sentences">
        {rows.map((row) => (
          <li key={row.venture}>
            {likeSentence(row, format)} {stopSentence(row, { all, ...told }, format)}
          </li>
        ))}
      </ul>
    </>
  )
}
