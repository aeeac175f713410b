import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { derivedCsv, derivedFileName, derivedText, type DerivedFigure } from './derived-figure.ts'

const figure: DerivedFigure = {
  title: 'Hours paid for, November 2026, cash, net',
  figure: '31 hours',
  formula: 'Patronage ÷ price of an hour.',
  inputs: [{ label: 'Patronage', value: '€310.00' }],
  leftOut: ['Care of the business.'],
  rows: {
    columns: [
      { heading: 'Month', kind: 'month' },
      { heading: 'Who', kind: 'text' },
      { heading: 'Net', kind: 'amount' },
      { heading: 'Payments', kind: 'count' },
      { heading: 'Hours', kind: 'hours' },
    ],
    rows: [
      ['2026-11', '=Ada, "the first"', 31_005, 3, 75],
      ['2026-11', null, -5, null, 0],
    ],
  },
}

test('rows are exact decimals in a file, and what a stranger is called is no formula in it', () => {
  expect(derivedCsv(figure, 'EUR').split('\r\n')).toEqual([
    'Month,Who,Net (EUR),Payments,Hours',
    `2026-11,"'=Ada, ""the first""",310.05,3,1.25`,
    '2026-11,,-0.05,,0.00',
    '',
  ])
  // A yen has no hundredths.
  expect(derivedCsv(figure, 'JPY')).toContain(',31005,')
})

test('the text beside the rows says all that the page says', () => {
  const text = derivedText(figure)
  const { title, figure: amount, formula, inputs, leftOut } = figure
  for (const said of [title, amount, formula, ...inputs.flatMap(({ label, value }) => [label, value]), ...leftOut]) {
    expect(text).toContain(said)
  }
})

test('files are called by the title', () => {
  expect(derivedFileName(figure, 'csv')).toBe('hours-paid-for-november-2026-cash-net.csv')
  expect(derivedFileName({ ...figure, title: 'Größe? (9 in 10)' }, 'txt')).toBe('größe-9-in-10.txt')
})

test('no file has a column of net that does not say in which lens', async () => {
  const files: string[] = []
  for await (const file of glob('src/web/**/*-{figure,rows}.ts')) files.push(file)
  expect(files.length).toBeGreaterThan(15)
  for (const file of files) expect(await readFile(file, 'utf8'), file).not.toContain("heading: 'Net'")
})
