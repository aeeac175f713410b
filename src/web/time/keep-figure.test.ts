import { expect, test } from 'vitest'
import { keepOrDrop, type KeepQuestion } from '#domain/keep-or-drop.ts'
import { swing } from '#domain/steadiness.ts'
import { createFormat } from '#web/ui/format.ts'
import { keepFigure } from './keep-figure.ts'
import { keepRows } from './keep-words.ts'
import { timeOf } from './time-fixture.ts'

const format = createFormat('en', 'EUR')
const nets = [
  [30_000, 31_000, 29_000, 30_500, 30_000, 32_000, 30_000],
  [0, 90_000, 0, 40_000, 0, 0, 70_001],
]
const question: KeepQuestion = {
  foretell: {
    streams: nets.map((net) => ({ kind: 'patronage' as const, net })),
    first: '2026-04',
    enough: 40_000,
    recalibration: 1_000,
    horizon: 2,
  },
  ventures: [1, 2],
  net: nets,
}
const streams = [
  { name: 'Gifts', ventureName: 'Obtool' },
  { name: 'Invoices', ventureName: 'Editing' },
]
const venture = { work: 'income', joy: null, rate: null, noRate: 'few', minutes: 600, net: 1 } as const
const time = timeOf({
  ventures: [
    { ...venture, venture: 1, name: 'Obtool' },
    { ...venture, venture: 2, name: 'Editing' },
  ],
})
const told = keepOrDrop(question)
const rows = keepRows(told, time)

test('means and swings of each venture open down to the months of its streams, which give them again', () => {
  const figure = keepFigure({ told, rows, question, streams, time }, format)
  expect(figure.title).toBe('A mean month with every venture, 7 full months, cash, net')
  const months = (wanted?: string) => {
    const own = figure.rows.rows.filter(([name]) => wanted === undefined || name === wanted)
    return [...Map.groupBy(own, ([, , month]) => month).values()].map((of) => of.reduce((sum, row) => sum + Number(row[3]), 0))
  }
  const mean = (values: number[]) => Math.trunc(values.reduce((sum, one) => sum + one, 0) / values.length)
  expect(figure.figure).toBe(format.exact(mean(months())))
  expect(figure.formula).toContain(`${format.exact(months().reduce((all, one) => all + one, 0))} in 7 full months ÷ 7 = ${figure.figure}`)
  expect(swing(months())).toBeCloseTo(told.all.swing ?? -1, 12)
  for (const { name, net, without } of rows) {
    expect(mean(months(name))).toBe(net)
    const others = rows.filter((row) => row.name !== name).map((row) => months(row.name))
    expect(mean(others[0] ?? [])).toBe(without.net)
    expect(figure.inputs.find(({ label }) => label === name)?.value).toContain(`${format.exact(net)} in a mean month`)
  }
  expect(figure.rows.rows[0]).toEqual(['Obtool', 'Gifts', '2026-04', 30_000, null, null])
})
