import { expect, test } from 'vitest'
import type { Time } from '#contract/time.ts'
import { hourlyRate, perHour } from '#domain/hourly-rate.ts'
import { createFormat } from '#web/ui/format.ts'
import { ratesFigure } from './rates-figure.ts'
import { MONTHS, timeOf } from './time-fixture.ts'

const format = createFormat('en', 'EUR')

function venture(id: number, name: string, nets: readonly number[]): Time['ventures'][number] {
  const work = nets.map((net, i) => ({ net, minutes: 600 + 60 * i }))
  const rate = hourlyRate(work)
  if (typeof rate === 'string') throw new Error(rate)
  const of = work.map((one, i) => ({ month: MONTHS[i] ?? '', ...one }))
  return { venture: id, name, work: 'income', joy: null, rate: { ...rate, afterTax: null, of }, noRate: null, minutes: 750, net: 0 }
}

const editing = venture(1, 'Editing', [300_00, 280_00, 420_00, 310_00, 305_00, 500_00])
const zines = venture(2, 'Zines', [90_00, 0, 120_00, 35_00, 60_00, 10_00])
const none: Time['ventures'][number] = { ...zines, venture: 3, name: 'Garden', rate: null, noRate: 'no time' }

test('each rate opens down to its months, whose net and hours give it again', () => {
  const figure = ratesFigure(timeOf({ ventures: [zines, editing, none] }), format)
  expect(figure.title).toBe('What an hour brings, six months to October 2026, smoothed, net')
  expect(figure.leftOut.join(' ')).toContain('under an hour a month has no rate: Garden')
  for (const { name, rate } of [editing, zines]) {
    const rows = figure.rows.rows.filter(([of]) => of === name)
    const sum = (at: number) => rows.reduce((all, row) => all + Number(row[at]), 0)
    expect(rows).toHaveLength(6)
    expect(perHour(sum(2), sum(3))).toBe(rate?.rate)
    expect(figure.figure).toContain(`${name} ${format.exact(perHour(sum(2), sum(3)))}`)
    expect(figure.formula).toContain(`${name} ${format.exact(sum(2))} ÷ 75 h = ${format.exact(rate?.rate ?? 0)}`)
  }
})

test('the green line is enough by the hours that can be kept up', () => {
  const ceiling = { sustainable: 91.5 * 60, free: 0, filled: [], unrated: [], spare: 0, total: 0 }
  const { inputs } = ratesFigure(timeOf({ ventures: [editing], enough: 2_000_00, ceiling }), format)
  expect(inputs.at(-1)?.value).toBe('€2,000.00 ÷ 91 h 30 min = €21.86')
})
