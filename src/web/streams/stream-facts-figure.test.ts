import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { streamFactsFigure } from './stream-facts-figure.ts'
import { testStream } from './stream-fixture.ts'

const format = createFormat('en', 'EUR')
const month = (name: string, gross: number) => {
  return { month: name, gross, fees: gross / 20, refunds: 100, tax: 0, net: gross - gross / 20 - 100, entries: 1 }
}
const months = [month('2025-11', 90_000), month('2026-01', 40_000), month('2026-10', 60_000), month('2026-11', 20_000)]
const history = { stream: testStream(1, { name: 'Obtool on Patreon' }), months, since: '2026-09', expected: null, patrons: 3 }

test('a usual month and the share of fees are those of the twelve months that are its rows', () => {
  const figure = streamFactsFigure({ history, lens: 'cash', running: '2026-11' }, format)
  expect(figure.title).toBe('A usual month of Obtool · Patreon, cash, net')
  const { rows } = figure.rows
  const sum = (at: number) => rows.reduce((all, row) => all + Number(row[at]), 0)
  expect(rows).toHaveLength(12)
  expect([sum(1), sum(2), sum(4)]).toEqual([120_000, 6_000, 113_700])
  expect(figure.formula).toBe(
    '€1,137.00 in 12 months up to November 2026 ÷ 12 = €94.75, cut to whole cents. Fees €60.00 ÷ gross €1,200.00 = 5%.',
  )
  expect(figure.inputs).toContainEqual({ label: 'Patrons who paid in twelve months', value: '3' })
})

test('of what could be counted on only the months are told in which anything could', () => {
  const figure = streamFactsFigure({ history, lens: 'dependable', running: '2026-11' }, format)
  expect(figure.rows.rows.map(([name, net]) => [name, net])).toEqual([
    ['2026-09', 0],
    ['2026-10', 56_900],
    ['2026-11', 18_900],
  ])
  expect(figure.formula).toBe('€758.00 in 3 months up to November 2026 ÷ 3 = €252.66, cut to whole cents.')
})

test('an estimate tells no fees', () => {
  const estimated = { ...history, stream: { ...history.stream, estimated: true as const } }
  const figure = streamFactsFigure({ history: estimated, lens: 'cash', running: '2026-11' }, format)
  expect(figure.formula).not.toContain('Fees')
  expect(figure.leftOut).toContain('Fees: no list of patrons tells them.')
})
