import type { Time } from '#contract/time.ts'
import type { KeepOrDrop, KeepQuestion } from '#domain/keep-or-drop.ts'
import { addMonths } from '#domain/month.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { durationWords } from '#web/hours/words.ts'
import { frequency } from '#web/outlook/chance-words.ts'
import type { Format } from '#web/ui/format.ts'
import { HALF, overallRate, type KeepRow } from './keep-words.ts'

interface KeepFacts {
  told: KeepOrDrop
  rows: readonly KeepRow[]
  /** What was asked, and the streams that it was asked of. */
  question: KeepQuestion
  streams: readonly { name: string; ventureName: string }[]
  time: Pick<Time, 'ventures'>
}

/** Means, shares and rates of all ventures, opened down to the months of their streams (FEATURES N13). */
export function keepFigure(facts: KeepFacts, format: Format): DerivedFigure {
  const { told, rows } = facts
  const middle = overallRate(facts.time)
  const lines =
    middle === null
      ? 'half of a usual month'
      : `${format.exact(middle)} an hour, that of all ventures together, and at half of a usual month`
  return {
    title: `A mean month with every venture, ${format.count(told.months)} full months, cash, net`,
    figure: format.exact(told.all.net),
    formula: `${format.exact(allOf(facts))} in ${format.count(told.months)} full months ÷ ${format.count(told.months)} = ${format.exact(told.all.net)}, the part of a cent left out; without a venture the same without its streams. What can be counted on of a venture is the tenth percentile of its 2,000 draws ÷ their middle; without a venture all is drawn again from the same months. An hour brings the net, smoothed, of six months ÷ all hours in them. The lines of the picture part at ${lines} (${format.percent(HALF)}).`,
    inputs: [
      ...(told.all.ofTen === null ? [] : [{ label: 'Enough next month, with all', value: frequency(told.all.ofTen) }]),
      ...(told.all.swing === null ? [] : [{ label: 'Months swing by, with all', value: format.percent(told.all.swing) }]),
      ...rows.flatMap((row) => ventureInputs(row, format)),
    ],
    leftOut: [
      'What is archived is not drawn; what it brought stays in the means.',
      'What stopping would change in the others, such as customers who come for both, and what the freed hours could bring.',
      'Joy, which is told beside the name and moves nothing.',
      'This month, and money that has no rate.',
    ],
    rows: {
      columns: [
        { heading: 'Venture', kind: 'text' },
        { heading: 'Stream', kind: 'text' },
        { heading: 'Month', kind: 'month' },
        { heading: 'Net, cash', kind: 'amount' },
        { heading: 'Net, smoothed', kind: 'amount' },
        { heading: 'Hours', kind: 'hours' },
      ],
      rows: [...streamRows(facts), ...hourRows(facts)],
    },
  }
}

function ventureInputs({ name, net, rate, dependable, minutes, without }: KeepRow, format: Format): DerivedFigure['inputs'] {
  const alone = [
    `${format.exact(net)} in a mean month`,
    ...(rate === null ? [] : [`${format.exact(rate)} an hour`]),
    ...(dependable === null ? [] : [`${format.percent(dependable)} can be counted on`]),
    ...(minutes === 0 ? [] : [`${durationWords(minutes, format)} in a mean known month`]),
  ]
  const rest = [
    format.exact(without.net),
    ...(without.ofTen === null ? [] : [`enough in ${frequency(without.ofTen)}`]),
    ...(without.swing === null ? [] : [`swings by ${format.percent(without.swing)}`]),
  ]
  return [
    { label: name, value: alone.join('; ') },
    { label: `Without ${name}`, value: rest.join('; ') },
  ]
}

/** What all streams brought in the months that the means are of. */
function allOf({ told, question }: KeepFacts): number {
  return question.net.reduce((all, net) => net.slice(-told.months).reduce((sum, one) => sum + one, all), 0)
}

/** The months that the means are of. */
function streamRows({ told, question, streams }: KeepFacts): Cell[][] {
  return question.net.flatMap((net, at) => {
    const from = net.length - told.months
    const { name = '', ventureName = '' } = streams[at] ?? {}
    return net.slice(-told.months).map((amount, i): Cell[] => {
      return [ventureName, name, addMonths(question.foretell.first, from + i), amount, null, null]
    })
  })
}

/** The months that the rates and the freed hours are of. */
function hourRows({ rows, time }: KeepFacts): Cell[][] {
  const kept = new Set(rows.map(({ venture }) => venture))
  return time.ventures
    .filter(({ venture }) => kept.has(venture))
    .flatMap(({ name, rate }) => (rate?.of ?? []).map(({ month, net, minutes }): Cell[] => [name, '', month, null, net, minutes]))
}
