import type { MonthPage } from '#contract/income.ts'
import type { Minor } from '#domain/money.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import type { Format } from '#web/ui/format.ts'
import type { YearMonth } from './year-words.ts'

/** How a year of months was held against enough, opened (FEATURES N1 and N17). */
export function yearStripFigure(
  { year, enoughCount, buffer }: Pick<MonthPage, 'year' | 'enoughCount' | 'buffer'>,
  format: Format,
): DerivedFigure {
  const { enough, of, missing, floor } = enoughCount
  const exact = (amount: Minor) => format.exact(amount)
  const lacks = year.flatMap(({ smoothed, enough: target }) => (target === null || smoothed >= target ? [] : [target - smoothed]))
  return {
    title: `Months with enough up to ${format.month(year.at(-1)?.month ?? '')}, smoothed, net; their days in cash, net`,
    figure: `${format.count(enough)} of ${format.count(of)}`,
    formula: [
      `${format.count(of)} months with a target − ${format.count(lacks.length)} that brought less, smoothed = ${format.count(enough)}; a yearly payment helps each of its months.`,
      ...(lacks.length === 0 ? [] : [`They lacked ${lacks.map(exact).join(' + ')} = ${exact(missing)}.`]),
      ...(floor === null ? [] : [poorestThree(year, floor, format)]),
      ...(buffer && missing > 0 ? [carriedBy(buffer, format)] : []),
      'The day of a month that was enough is the first from which on what had come, in cash, stayed at enough.',
    ].join(' '),
    inputs: [
      { label: 'Months with a target', value: format.count(of) },
      { label: 'Lacked together', value: exact(missing) },
      ...(floor === null ? [] : [{ label: 'The least of three in a row, a month', value: exact(floor) }]),
      {
        label: 'Enough by cash alone',
        value: `${format.count(year.filter(({ cash, enough: target }) => target !== null && cash >= target).length)} of ${format.count(of)}`,
      },
      { label: 'Months whose day is known, cash', value: format.count(year.filter(({ reachedOn }) => reachedOn !== null).length) },
    ],
    leftOut: [
      'The month that runs.',
      ...(year.length > of ? [`Months without a target: ${format.count(year.length - of)}.`] : []),
      'The days of monthly sums: they count in the month and have no day.',
      'Money that has no rate.',
    ],
    rows: {
      columns: [
        { heading: 'Month', kind: 'month' },
        { heading: 'Smoothed', kind: 'amount' },
        { heading: 'Cash', kind: 'amount' },
        { heading: 'Target', kind: 'amount' },
        { heading: 'Enough since, cash', kind: 'day' },
      ],
      rows: year.map(({ month, smoothed, cash, enough: target, reachedOn }) => [month, smoothed, cash, target, reachedOn]),
    },
  }
}

/** What is kept carries poorer months from that of its day on: what it was before them nobody said. */
function carriedBy({ amount, least, day }: NonNullable<MonthPage['buffer']>, format: Format): string {
  const [kept, stays] = [format.exact(amount), format.exact(least)]
  const spendable = format.exact(Math.max(0, amount - least))
  return `Your buffer of ${format.day(day)} carries ${kept} − what must stay ${stays} = ${spendable} at most, in the months from then on.`
}

/** Which three neighbours brought the least together. */
function poorestThree(year: readonly YearMonth[], floor: Minor, format: Format): string {
  const threes = year.slice(2).map((_, i) => year.slice(i, i + 3))
  const sumOf = (months: readonly YearMonth[]) => months.reduce((sum, { smoothed }) => sum + smoothed, 0)
  const least = threes.toSorted((a, b) => sumOf(a) - sumOf(b))[0] ?? []
  const sum = least.map(({ smoothed }) => format.exact(smoothed)).join(' + ')
  return `The least of three in a row: (${sum}) ÷ 3 = ${format.exact(floor)} a month.`
}
