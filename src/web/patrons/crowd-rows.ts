import type { Crowd } from '#contract/crowd.ts'
import type { Minor } from '#domain/money.ts'
import type { Cell, FigureRows } from '#web/figures/derived-figure.ts'
import { netHeading } from '#web/lens/lens.ts'
import type { Format } from '#web/ui/format.ts'
import { OTHERS, streamName } from './stops.ts'

/** Columns of what a month is made of, by who pays, by stream, by platform and by currency, one below the other. */
export function crowdColumns({ lens }: Pick<Crowd, 'lens'>): FigureRows['columns'] {
  return [
    { heading: 'Parted by', kind: 'text' },
    { heading: 'Name', kind: 'text' },
    { heading: 'Patrons', kind: 'count' },
    { heading: netHeading(lens), kind: 'amount' },
  ]
}

/** One part of the month; `key` is the one by which it can be taken away. */
export interface CrowdRow {
  key: string
  cells: [by: string, name: string, patrons: number | null, net: Minor]
}

type Told = Pick<Crowd, 'total' | 'payers' | 'others' | 'streams' | 'currencies'>

/** All that a month brought, once by who pays and once by stream: each of the two sums to its total. */
export function crowdRows(crowd: Told, format: Format): CrowdRow[] {
  const { payers, others, streams } = crowd
  const rest = sum(others.parts)
  const platforms = Map.groupBy(
    streams.filter(({ platform }) => platform !== ''),
    ({ platform }) => platform,
  )
  return [
    ...payers.map(({ patron, name, parts }): CrowdRow => ({ key: `patron ${patron}`, cells: ['patron', name, 1, sum(parts)] })),
    ...(others.parts.length > 0
      ? [
          {
            key: OTHERS,
            cells: ['patron', `${format.count(others.patrons)} others, each smaller`, others.patrons, rest],
          } satisfies CrowdRow,
        ]
      : []),
    ...streams
      .filter(({ unnamed }) => unnamed !== 0)
      .map((stream): CrowdRow => {
        return { key: `unnamed ${stream.stream}`, cells: ['patron', `names nobody: ${streamName(stream)}`, stream.listed, stream.unnamed] }
      }),
    ...streams
      .filter(({ net }) => net !== 0)
      .map((stream): CrowdRow => ({ key: `stream ${stream.stream}`, cells: ['stream', streamName(stream), null, stream.net] })),
    ...[...platforms].map(([platform, own]): CrowdRow => {
      return { key: `platform ${platform}`, cells: ['platform', own[0]?.platformName || platform, null, sum(own)] }
    }),
    ...crowd.currencies.map(({ currency, parts }): CrowdRow => {
      return { key: `currency ${currency}`, cells: ['currency', currency, null, sum(parts)] }
    }),
  ]
}

/** The rows as a figure shows them. */
export function crowdCells(crowd: Told, format: Format): Cell[][] {
  return crowdRows(crowd, format).map(({ cells }) => cells)
}

function sum(parts: readonly { net: Minor }[]): Minor {
  return parts.reduce((all, { net }) => all + net, 0)
}
