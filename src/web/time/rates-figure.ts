import type { Time } from '#contract/time.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { durationWords } from '#web/hours/words.ts'
import type { Format } from '#web/ui/format.ts'
import { isolated } from '#web/ui/isolated.ts'
import { ratesTag } from './rate-words.ts'

type RatesFacts = Pick<Time, 'ventures' | 'knownMonths' | 'month' | 'enough' | 'ceiling'>

/** Enough by the hours that can be kept up: what each of them would have to bring alone. */
export function neededRate({ enough, ceiling }: Pick<Time, 'enough' | 'ceiling'>): number | null {
  return enough === null || !ceiling ? null : Math.round((enough * 60) / ceiling.sustainable)
}

/** What an hour of each venture brings, opened down to its months (METRICS 14). */
export function ratesFigure(time: RatesFacts, format: Format): DerivedFigure {
  const rated = time.ventures
    .flatMap(({ name, rate }) => (rate ? [{ name, ...rate }] : []))
    .toSorted((a, b) => b.rate - a.rate)
    .map((one) => ({ ...one, net: one.of.reduce((sum, { net }) => sum + net, 0) }))
  const worked = rated.map(({ name, rate, minutes, net }) => {
    return `${isolated(name)} ${format.exact(net)} ÷ ${durationWords(minutes, format)} = ${format.exact(rate)}`
  })
  return {
    title: `What an hour brings, ${ratesTag(time, format)}`,
    figure: rated.map(({ name, rate }) => `${isolated(name)} ${format.exact(rate)}`).join('; '),
    formula: `Net ÷ all hours on the venture, basic, paid and care: ${worked.join('; ')}. The span goes from the least to the most of three months in a row.`,
    inputs: [
      ...rated.flatMap(({ name, range, afterTax }) => [
        ...(range ? [{ label: `${name}, least and most`, value: `${format.exact(range.low)} to ${format.exact(range.high)}` }] : []),
        ...(afterTax === null ? [] : [{ label: `${name}, after what is put aside for tax`, value: format.exact(afterTax) }]),
      ]),
      ...neededInputs(time, format),
    ],
    leftOut: leftOut(time),
    rows: {
      columns: [
        { heading: 'Venture', kind: 'text' },
        { heading: 'Month', kind: 'month' },
        { heading: 'Net, smoothed', kind: 'amount' },
        { heading: 'Hours', kind: 'hours' },
      ],
      rows: rated.flatMap(({ name, of }) => of.map(({ month, net, minutes }) => [name, month, net, minutes])),
    },
  }
}

function neededInputs(time: RatesFacts, format: Format): DerivedFigure['inputs'] {
  const needed = neededRate(time)
  const { enough, ceiling } = time
  if (needed === null || enough === null || !ceiling) return []
  const value = `${format.exact(enough)} ÷ ${durationWords(ceiling.sustainable, format)} = ${format.exact(needed)}`
  return [{ label: 'The green line: enough ÷ the hours that you can keep up', value }]
}

function leftOut({ ventures }: RatesFacts): string[] {
  const unrated = ventures.filter(({ rate }) => rate === null)
  const few = unrated.some(({ noRate }) => noRate === 'few')
  const none = unrated.filter(({ noRate }) => noRate === 'no time').map(({ name }) => isolated(name))
  return [
    'Income tax, where it is not named.',
    'Months of which not all weeks are known, with their money.',
    'Hours that belong to no venture.',
    ...(few ? ['Ventures without a rate: one takes three of the last six months with all their weeks known.'] : []),
    ...(none.length > 0 ? [`What takes under an hour a month has no rate: ${none.join(', ')}.`] : []),
  ]
}
