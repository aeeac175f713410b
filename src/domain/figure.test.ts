import { expect, test } from 'vitest'
import { figureText, figureWords, type Figure, type FigureFormat } from './figure.ts'
import { stretchOf } from './forecast.ts'
import { NO_SUMS } from './income.ts'

const format: FigureFormat = {
  exact: (amount, currency = 'EUR') => `${amount} ${currency}`,
  month: (month) => month,
  day: (day) => day,
  count: String,
}
const sums = { gross: 1_000, fees: 80, refunds: 20, tax: 0, entries: 3 }
const cash: Figure = {
  lens: 'cash',
  currency: 'EUR',
  from: '2026-03',
  to: '2026-03',
  running: false,
  of: null,
  sums,
  paid: sums,
  uncounted: {},
  fromLists: 0,
  unconverted: [],
  estimated: null,
  spread: null,
  drawn: null,
}
const drawnMonth = { month: '2026-03', low: 700, middle: 900, high: 1_200, basis: 10, made: null, recalibration: 1_000 }
const dependable: Figure = {
  ...cash,
  lens: 'dependable',
  sums: { ...NO_SUMS, gross: 700 },
  drawn: { months: [drawnMonth], parts: [{ name: 'Obtool', net: 700 }], untold: 0 },
}

test('cash is gross less fees and refunds, and says that nothing is left out where nothing is', () => {
  expect(figureWords(cash, format)).toMatchObject({
    title: 'All income, 2026-03, cash, net',
    figure: '900 EUR',
    formula: 'Gross 1000 EUR − fees 80 EUR − refunds 20 EUR = 900 EUR, each line in the month of its day.',
    leftOut: ['Nothing: every line of the month counts.'],
  })
})

test('what is left out and what is estimated is told with its reason', () => {
  const { leftOut, inputs } = figureWords(
    {
      ...cash,
      running: true,
      uncounted: { double: 2, covered: 1 },
      fromLists: 4,
      unconverted: [{ currency: 'RUB', net: 50, entries: 2 }],
      estimated: { entries: 1, rateDay: '2026-02-27' },
      sums: { ...sums, tax: 9 },
    },
    format,
  )
  expect(leftOut).toEqual([
    '50 RUB in 2 lines, for which there is no rate.',
    '2 lines of money that other lines count.',
    '1 line that a fuller report tells as well.',
    'What is still to come this month.',
  ])
  expect(inputs.slice(-3)).toEqual([
    { label: 'Income tax withheld, told and not subtracted', value: '9 EUR' },
    { label: 'Estimated', value: '1 line at the rate of 2026-02-27, until the one of the day arrives' },
    { label: 'Lines estimated from lists of patrons', value: '4' },
  ])
})

test('smoothed goes from what was paid to what stands in the months', () => {
  const spread = { away: 300, here: 50 }
  const { formula } = figureWords({ ...cash, lens: 'smoothed', sums: { ...NO_SUMS, gross: 650 }, spread }, format)
  expect(formula).toBe(
    'Paid in the month 900 EUR − what of it is for other months 300 EUR + what other months paid for it 50 EUR = 650 EUR.',
  )
})

test('dependable says whether it was promised, and how it is drawn', () => {
  const say = (month: object, of: string | null = null) => {
    return figureWords({ ...dependable, of, drawn: { months: [{ ...drawnMonth, ...month }], parts: [], untold: 0 } }, format)
  }
  expect(say({}).formula).toBe('The low end of what the months before it let expect: 9 of 10 draws bring at least 700 EUR.')
  expect(say({ made: '2026-03-02' }, 'Obtool').formula).toBe(
    'The low end of the promise that was frozen on 2026-03-02: 9 of 10 draws bring at least 700 EUR. Of that its part is 700 EUR, by what it brings in the draws near that one.',
  )
  expect(say({ recalibration: 970 }).inputs).toContainEqual({
    label: 'The spread is widened by',
    value: `× ${stretchOf(10) / 1_000} for so few months, and × 0.97 by the record of past promises`,
  })
})

test('several months are their low ends, summed, and months without any are told', () => {
  const { formula, inputs, leftOut } = figureWords(
    { ...dependable, to: '2026-04', drawn: { months: [drawnMonth, { ...drawnMonth, month: '2026-04', low: 100 }], parts: [], untold: 2 } },
    format,
  )
  expect(formula).toBe('The low ends of 2 months, summed: 800 EUR. Of 2 nothing is told.')
  expect(leftOut).toContain('Archived streams are not drawn from the running month on.')
  expect(inputs).toEqual([
    { label: '2026-03', value: '700 EUR' },
    { label: '2026-04', value: '100 EUR' },
  ])
})

test('where nothing can be told there is no figure', () => {
  const early = figureWords({ ...dependable, sums: NO_SUMS, drawn: { months: [], parts: [], untold: 1 } }, format)
  expect(early).toMatchObject({ figure: 'too early to say', inputs: [], leftOut: ['Everything, until six full months are there.'] })
})

test('the text holds every word', () => {
  const words = figureWords(dependable, format)
  const text = figureText(words)
  for (const word of [words.title, words.figure, words.formula, ...words.leftOut, 'Obtool: 700 EUR']) expect(text).toContain(word)
})
