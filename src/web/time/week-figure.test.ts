import { expect, test } from 'vitest'
import { floorState } from '#domain/floor.ts'
import { addDays } from '#domain/month.ts'
import { createFormat } from '#web/ui/format.ts'
import { timeOf } from './time-fixture.ts'
import { weekFigure } from './week-figure.ts'

const format = createFormat('en', 'EUR')
const weeks = Array.from({ length: 7 }, (_, i) => {
  const known = i !== 3
  return { week: addDays('2026-10-12', 7 * i), known, said: i > 4, outvoted: i === 5 ? 90 : 0, basic: 600 - i * 30, paid: 700, care: 100 }
})
const months = ['2026-04', '2026-09', '2026-10'].map((month) => ({ month, known: month !== '2026-09', basic: 1, paid: 600, care: 150 }))
const state = floorState(weeks.slice(0, -1), 40)

test('the share of basic work opens down to the weeks, which give it again', () => {
  const figure = weekFigure(timeOf({ weeks, months, ...state, care: { care: 150, paid: 600 } }), format)
  expect(figure.title).toBe('Basic work of all work, four weeks to the one of November 16, 2026, hours as told')
  const four = figure.rows.rows.filter(([week]) => week !== null).slice(-5, -1)
  const told = four.filter((row) => row[5] !== 'not known')
  const sum = (at: number) => told.reduce((all, row) => all + Number(row[at]), 0)
  const all = sum(2) + sum(3) + sum(4)
  expect([sum(2), all]).toEqual([state.share?.basic, state.share?.all])
  expect(figure.figure).toBe(format.percent(sum(2) / all))
  expect(figure.formula).toContain(`three of them known: 24 h 30 min ÷ 64 h 30 min = ${figure.figure}`)
  expect(figure.leftOut).toEqual([
    'The running week, which is drawn and not over.',
    '1 of 6 weeks, of which nothing is known.',
    '1 h 30 min of imported time, of weeks that you said yourself.',
  ])
})

test('care of the business opens down to the known months among the last six', () => {
  const figure = weekFigure(timeOf({ weeks, months, ...state, care: { care: 150, paid: 600 } }), format)
  const rows = figure.rows.rows.filter(([, month]) => month !== null)
  expect(rows.map(([, month]) => month)).toEqual(['2026-10'])
  expect(figure.inputs.find(({ label }) => label.startsWith('Care'))?.value).toBe('2 h 30 min ÷ 10 h × 10 = 2.5')
})
