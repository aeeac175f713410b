import type { Outlook } from '#contract/outlook.ts'
import type { Minor } from '#domain/money.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { nextMonth } from '#web/outlook/count-on-words.ts'
import { streamTitle } from '#web/streams/stream-title.ts'
import type { Format } from '#web/ui/format.ts'
import { carriersOf, ladderRows, ladderSummary, type LadderFacts, type LadderRow } from './ladder.ts'
import { LEVEL_NAMES } from './plan-figure.ts'
import { leftOfHundred } from './plan-words.ts'
import { neededLevels } from '#domain/target-plan.ts'

type Facts = LadderFacts & { today: Outlook['today'] }

/** Which needs are paid and by whom, opened: every part of every need (FEATURES N11). */
export function ladderFigure(facts: Facts, format: Format): DerivedFigure {
  const rows = ladderRows(facts)
  const { streams } = facts
  const all = rows.reduce((sum, { amount }) => sum + amount, 0)
  const of = (kind: 'firm' | 'usual') => sumOf(rows, kind === 'firm')
  const open = rows.reduce((sum, row) => sum + row.open, 0)
  return {
    title: `Which needs are paid, ${format.month(nextMonth(facts))}, dependable, net, after income tax`,
    figure: ladderSummary(rows),
    formula: [
      `Firm ${format.exact(of('firm'))} + usual ${format.exact(of('usual'))} + open ${format.exact(open)} = ${format.exact(all)}, all needs.`,
      'The most urgent need is filled first, by the stream of which the largest part can be counted on; then the next.',
      'Firm: filled by what can be counted on alone, in 9 of 10 cases. Usual: with what streams bring in their middle month besides. Medians of streams together are not the median of all of them.',
    ].join(' '),
    inputs: inputs(facts, format),
    leftOut: ['What this month has brought so far.', 'Money without a rate.', 'The order in which bills are due.'],
    rows: {
      columns: [
        { heading: 'Need', kind: 'text' },
        { heading: 'From this level on', kind: 'text' },
        { heading: 'Paid by', kind: 'text' },
        { heading: 'How', kind: 'text' },
        { heading: 'A month, after income tax', kind: 'amount' },
      ],
      rows: rows.flatMap((row): Cell[][] => {
        const parts = row.paid.map(({ by, amount, firm }): Cell[] => {
          return [row.text, LEVEL_NAMES[row.level], titleOf(streams[by]), firm ? 'firm' : 'usual', amount]
        })
        return row.open > 0 ? [...parts, [row.text, LEVEL_NAMES[row.level], '', 'open', row.open]] : parts
      }),
    },
  }
}

function titleOf(stream: { name: string; ventureName: string } | undefined): string {
  return stream ? streamTitle(stream) : ''
}

function sumOf(rows: readonly LadderRow[], firm: boolean): Minor {
  return rows.flatMap(({ paid }) => paid).reduce((sum, part) => (part.firm === firm ? sum + part.amount : sum), 0)
}

function inputs(facts: Facts, format: Format): DerivedFigure['inputs'] {
  const needed = neededLevels(facts.needs).enough
  const left = leftOfHundred(needed, facts.target.enough)
  const carriers = carriersOf(facts)
  return [
    ...(left === null
      ? []
      : [
          {
            label: 'Left for needs of each 100 that come in, by your target',
            value: `${format.exact(needed)} ÷ ${format.exact(facts.target.enough)} × 100 = ${format.count(left)}`,
          },
        ]),
    ...facts.streams.flatMap((stream, i) => {
      const { dependable = 0, usual = 0 } = carriers[i] ?? {}
      if (dependable <= 0 && usual <= 0) return []
      return [
        {
          label: streamTitle(stream),
          value: `${format.exact(dependable)} can be counted on, ${format.exact(usual)} in its middle month, both after tax`,
        },
      ]
    }),
  ]
}
