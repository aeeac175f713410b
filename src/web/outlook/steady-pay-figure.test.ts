import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { calmYear, outlookFacts as outlook } from './outlook-fixture.ts'
import { monthsAhead } from './outlook-question.ts'
import { steadyPayFigure } from './steady-pay-figure.ts'

const format = createFormat('en', 'EUR')

test('steady pay opens with its own numbers, down to every month of every stream that is drawn', () => {
  const months = monthsAhead(outlook)
  const year = calmYear({ low: 142_060, pay: 184_050 })
  const figure = steadyPayFigure(
    { outlook, year, months, certainty: 90, buffer: { amount: 300_000, least: 100_000 }, imagined: false },
    format,
  )
  expect(figure.title).toBe('Steady pay from December 2026 on, cash, net')
  expect(figure.figure).toBe('€1,840.50')
  expect(figure.formula).toContain('€3,000.00, plus what comes, less the pay, stays at €1,000.00')
  const { rows } = figure.rows
  const drawn = rows.filter(([what]) => what === 'drawn from, cash' || what === 'paid for several months, not drawn')
  const sum = outlook.streams.reduce((all, { net }) => all + net.reduce((one, amount) => one + amount, 0), 0)
  expect(drawn.reduce((all, row) => all + Number(row[3]), 0)).toBe(sum)
  expect(rows.filter(([what]) => what === 'pay').map(([, , , pay]) => pay)).toEqual(months.map(() => 184_050))
})
