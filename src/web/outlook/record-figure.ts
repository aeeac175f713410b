import type { Outlook } from '#contract/outlook.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import { OUTCOMES, type Kept } from './record-words.ts'

/** How past promises held, opened (FEATURES N4): of the promises that have a dot. */
export function recordFigure(
  { dots, outlook: { record, recalibration } }: { dots: readonly Kept[]; outlook: Pick<Outlook, 'record' | 'recalibration'> },
  format: Format,
): DerivedFigure {
  const count = (outcome: Kept['outcome']) => dots.filter((kept) => kept.outcome === outcome).length
  const [inside, under, over] = [count('inside'), count('under'), count('over')]
  const [of, all] = [format.count(dots.length), format.count(record.length)]
  const moved =
    recalibration === 1_000
      ? 'The record leaves the band as it is drawn.'
      : `The record of ${all} promises makes the band ${format.decimal(String(recalibration / 1_000))} times as wide, between 0.8 and 2: in 8 of 10 months what came lay at most that many halves of the band from its middle.`
  return {
    title: `How ${of} promises up to ${format.month(dots.at(-1)?.month ?? '')} held, dependable, held against cash, net`,
    figure: `${format.count(inside)} of ${of} inside`,
    formula: `${of} months − ${format.count(under)} that brought less than the low end − ${format.count(over)} that brought more than the high one = ${format.count(inside)} inside, where 8 in 10 were promised. ${moved}`,
    inputs: [
      { label: 'Promises whose month is over', value: all },
      { label: 'Inside the band', value: format.count(inside) },
      { label: 'Less than was promised', value: format.count(under) },
      { label: 'More than was promised', value: format.count(over) },
    ],
    leftOut: [
      'The month that runs.',
      ...(record.length > dots.length ? [`Promises before ${format.month(dots[0]?.month ?? '')}, which have no dot.`] : []),
      'Months before the first promise, and those that began before the month before them was told: none is made with hindsight.',
      'What a month had brought by the day of its promise: each is made of the full months before it.',
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: 'At least, dependable, net', kind: 'amount' },
        { heading: 'At most, net', kind: 'amount' },
        { heading: 'Brought, cash, net', kind: 'amount' },
        { heading: 'Against the band', kind: 'text' },
        { heading: 'Promised on', kind: 'day' },
      ],
      rows: dots.map(({ month, low, high, net, outcome, made }) => [month, low, high, net, OUTCOMES[outcome], made]),
    },
  }
}
