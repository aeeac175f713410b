import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { after, cohortCell, cohortsFigure, cohortsSentence } from './cohorts.ts'

const format = createFormat('en-IE', 'EUR')
const cohorts = [
  { month: '2025-08', still: [20, 18, 18, 15, 15, 15, 14, 14, 12, 12, 12, 12, 10, 9, 9] },
  { month: '2026-04', still: [4, 3, 3, 2, 2, 2, 3] },
  { month: '2026-10', still: [12] },
]
const told = (some: typeof cohorts, patrons = 36) => cohortsSentence({ patrons, cohorts: some }, format)

test('of few only how many are told, of more their share, and nothing of months to come', () => {
  const row = (at: number) => [0, 1, 6, 12, 18].map((months) => cohortCell(cohorts[at]!, months, format))
  expect(row(0)).toEqual(['100%', '90%', '70%', '50%', ''])
  expect(row(1)).toEqual(['4 of 4', '3 of 4', '3 of 4', '', ''])
  expect(row(2)).toEqual(['100%', '', '', '', ''])
})

test('the sentence tells the longest time that enough patrons have behind them', () => {
  expect(told(cohorts)).toBe('Of 20 patrons who began at least a year ago, 10 gave a year after they began: 50%.')
  expect(told([{ ...cohorts[0]!, still: [20, 18, 18, 15, 15, 15, 14] }, cohorts[1]!])).toBe(
    'Of 24 patrons who began at least 6 months ago, 17 gave 6 months after they began: 71%.',
  )
  expect(told(cohorts.slice(2))).toBe('Too few began a month ago or earlier to say how many of them are still there.')
  expect(told([], 7)).toContain('from 20 on who began in the last two years; 7 did.')
})

test('the rows give every share again, and the heads of the first column are all patrons', () => {
  const { rows, formula, figure } = cohortsFigure({ survival: { patrons: 36, cohorts }, month: '2026-10' }, format)
  const at = (months: number) => rows.rows.filter((row) => row[1] === months)
  const sum = (some: typeof rows.rows, column: number) => some.reduce((all, row) => all + Number(row[column]), 0)
  expect(sum(at(0), 3)).toBe(36)
  expect(after(cohorts, 12)).toEqual({ began: sum(at(12), 2), still: sum(at(12), 3) })
  expect(figure).toBe(format.percent(sum(at(12), 3) / sum(at(12), 2)))
  expect(formula).toContain('10 ÷ 20 = 50%.')
})
