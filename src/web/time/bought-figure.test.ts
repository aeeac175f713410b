import { expect, test } from 'vitest'
import { fundedMinutes } from '#domain/ceiling.ts'
import { durationWords } from '#web/hours/words.ts'
import { createFormat } from '#web/ui/format.ts'
import { boughtFigure } from './bought-figure.ts'
import { groundOf, MONTHS, timeOf } from './time-fixture.ts'

const format = createFormat('en', 'EUR')
const last = (net: number) => MONTHS.map((_, i) => (i === MONTHS.length - 1 ? net : 99_99))
const streams = [
  groundOf('Obtool', { kind: 'patronage', free: last(300_00) }),
  groundOf('Zines', { kind: 'patronage', free: last(150_00), bound: last(50_00) }),
  groundOf('Shop', { kind: 'sales', free: last(700_00) }),
]
const ground = { months: MONTHS, streams }

test('METRICS 15: bought hours open down to the streams of patronage, which give them again', () => {
  const patronage = { net: 500_00, funded: 1_372, basic: 31 * 60 }
  const figure = boughtFigure({ ...timeOf({ enough: 2_000_00, usual: 91.5 * 60, ground }), patronage }, format)
  expect(figure.title).toBe('Hours that patrons paid for, October 2026, smoothed, net')
  const rows = figure.rows.rows.filter(([, net]) => net !== null)
  const net = rows.reduce((all, row) => all + Number(row[1]), 0)
  expect(rows).toHaveLength(2)
  expect(net).toBe(patronage.net)
  expect(durationWords(fundedMinutes(net, 2_000_00, 91.5 * 60), format)).toBe(figure.figure)
  expect(figure.formula).toContain('€500.00 ÷ (enough, €2,000.00 ÷ 91 h 30 min a month that you can keep up) = 22 h 52 min')
  expect(figure.rows.rows.at(-1)).toEqual(['Basic work', null, 31 * 60])
})

test('without hours to hold it against the figure is what patrons gave', () => {
  const figure = boughtFigure({ ...timeOf({ ground }), patronage: { net: 500_00, funded: null, basic: null } }, format)
  expect([figure.title, figure.figure]).toEqual(['What patrons gave, October 2026, smoothed, net', '€500.00'])
  expect(figure.rows.rows.reduce((all, row) => all + Number(row[1]), 0)).toBe(500_00)
  expect(figure.leftOut).toContain('Basic hours: not all weeks of the month are known.')
})
