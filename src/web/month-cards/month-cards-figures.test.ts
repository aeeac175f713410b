import { expect, test } from 'vitest'
import type { Carriers } from '#contract/crowd.ts'
import type { MonthPage } from '#contract/income.ts'
import type { MonthChange } from '#contract/month-change.ts'
import type { Time } from '#contract/time.ts'
import { concentration } from '#domain/concentration.ts'
import { giftSteps, smallestGifts } from '#domain/gift-sizes.ts'
import type { Cell, DerivedFigure } from '#web/figures/derived-figure.ts'
import { createFormat } from '#web/ui/format.ts'
import { carriersFigure } from './carriers-figure.ts'
import { changeFigure } from './change-figure.ts'
import { oneStopsFigure } from './one-stops-figure.ts'
import { hoursOf } from './work-words.ts'
import { workFigure } from './work-figure.ts'

const format = createFormat('en', 'EUR')
const sumOf = (rows: readonly (readonly Cell[])[], at: number) => rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0)
const isWhole = ({ rows: { columns, rows } }: DerivedFigure) => rows.every((row) => row.length === columns.length)

test('what changed adds up from the first month to the second in its rows and in its formula', () => {
  const part = (change: MonthChange['parts'][number]['change'], net: number, patrons = 0) => {
    return { change, venture: null, name: null, net, patrons }
  }
  const parts = [part('new', 12_000, 2), part('less', -2_050, 1), part('fees', 400)]
  const change: MonthChange = {
    lens: 'smoothed',
    currency: 'EUR',
    before: '2026-09',
    month: '2026-10',
    told: true,
    start: 231_000,
    end: 241_350,
    parts,
  }
  const figure = changeFigure(change, format)
  expect(figure.title).toBe('From September 2026 to October 2026, smoothed, net')
  expect(figure.figure).toBe('+€103.50')
  expect(figure.formula).toContain('€2,310.00 + €120.00 − €20.50 + €4.00 = €2,413.50.')
  const { rows } = figure.rows
  expect(sumOf(rows.slice(0, -1), 2)).toBe(rows.at(-1)?.[2])
  expect(isWhole(figure)).toBe(true)
})

test('what is left without a venture, and of how many equal ventures the month is, follow from its streams', () => {
  const streams = [82_000, 38_800, 22_300, -1_100].map((net, i): MonthPage['streams'][number] => {
    const names = { name: `Stream ${i}`, platformName: '', ventureName: i < 2 ? 'Editing' : 'Obtool' }
    return { stream: i, ...names, venture: i < 2 ? 1 : 2, kind: 'patronage', net, history: [], usual: null, before: [] }
  })
  const total = { gross: 142_000, fees: 0, refunds: 0, tax: 0, net: 142_000, entries: 4 }
  const target = { from: '2026-01', bare: 1, enough: 260_000, comfortable: 300_000 }
  const figure = oneStopsFigure({ month: '2026-10', lens: 'cash', total, target, streams }, format)
  const { rows } = figure.rows
  expect(sumOf(rows, 2)).toBe(total.net)
  const without = rows.filter(([, venture]) => venture !== 'Editing')
  expect(figure.formula).toContain('(€1,420.00 − Editing €1,208.00) ÷ enough €2,600.00 = 8%.')
  expect(figure.inputs).toContainEqual({ label: 'Left without Editing', value: `${format.exact(sumOf(without, 2))}, 8%` })
  const ventures = [...Map.groupBy(rows, ([, venture]) => venture).values()].map((own) => sumOf(own, 2))
  const { effective } = concentration(ventures)
  expect(figure.formula).toContain(` = ${effective.toFixed(2)}.`)
  expect(figure.figure).toBe('8% of enough would be left without Editing')
})

test('hours of the month are the sum of what its weeks brought on its days, and money is held against those it took', () => {
  const week = (monday: string, basic: number) => {
    return { week: monday, known: true, said: true, basic, paid: 700, care: 70, outvoted: 0 }
  }
  const weeks = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'].map((monday) => week(monday, 1_400))
  const days = [4, 7, 7, 7, 6]
  const spent = (minutes: number) => days.reduce((sum, count) => sum + (minutes / 7) * count, 0)
  const month: Time['months'][number] = { month: '2026-10', known: true, basic: spent(1_400), paid: spent(700), care: spent(70) }
  const time = { months: [month], weeks: [...weeks, { ...week('2026-11-02', 9), known: false }], plan: { floor: 40, sustainable: null } }
  const total = { gross: 0, fees: 0, refunds: 0, tax: 0, net: 241_200, entries: 1 }
  const page = { month: '2026-10', today: '2026-11-22', running: false, lens: 'cash' as const, total }
  const hours = hoursOf(page, time) ?? expect.unreachable('hours of October are known')
  const figure = workFigure({ page, time, hours }, format)
  const rows = figure.rows.rows.slice(0, -1)
  expect(rows.map((row) => row[2])).toEqual(days)
  for (const at of [3, 4, 5]) {
    const parts = rows.reduce((sum, row) => sum + (Number(row[at]) / 7) * Number(row[2]), 0)
    expect(parts).toBe(figure.rows.rows.at(-1)?.[at])
  }
  // 103 + 52 + 5 whole hours, and 2,412 by 57 of them.
  expect(figure.figure).toBe('103 of 160 hours were basic work')
  expect(figure.formula).toContain('Basic 103 ÷ (basic 103 + paid 52 + care 5) = 64%')
  expect(figure.formula).toContain('€2,412.00 ÷ (paid 52 + care 5) = €42.31.')
  expect(figure.title).toBe('Hours as told, October 2026, cash, net')
  const unknown = workFigure({ page, time: { ...time, weeks: [] }, hours: { ...hours, known: false } }, format)
  expect(unknown.title).toBe('Hours as told, October 2026')
  expect(unknown.leftOut.join(' ')).toContain('only where every week of the month is known')
})

test('who gives, how much they give and the smaller four of five each part the same sum', () => {
  const gifts = [300, 500, 500, 1_000, 10_000, 4_999]
  const steps = giftSteps(gifts, 100)
  const kind = (name: 'person' | 'organisation' | 'unknown', nets: number[]) => {
    return { kind: name, patrons: nets.length, net: nets.reduce((sum, net) => sum + net, 0), usual: null }
  }
  const carriers: Carriers = {
    lens: 'smoothed',
    currency: 'EUR',
    month: '2026-10',
    gifts: {
      steps,
      named: 7,
      patrons: 6,
      smallest: smallestGifts(gifts),
      kinds: [kind('person', gifts.slice(0, 4)), kind('organisation', gifts.slice(4)), kind('unknown', [])],
    },
  }
  const figure = carriersFigure(carriers, format)
  expect(figure.title).toBe('Who carries October 2026, smoothed, net')
  expect(figure.figure).toBe('€172.99 by 6 named patrons')
  const parted = Map.groupBy(figure.rows.rows, ([by]) => by)
  expect([...parted.values()].map((rows) => [sumOf(rows, 2), sumOf(rows, 3)])).toEqual([
    [6, 17_299],
    [6, 17_299],
    [6, 17_299],
  ])
  expect(figure.formula).toContain('6 × 4 ÷ 5 rounded down = 4: €23.00 ÷ €172.99 = 13%.')
  expect(figure.formula).toContain('Organisations: €149.99 ÷ €172.99 = 87%.')
  expect(figure.leftOut.join(' ')).toContain('1 to whom as much or more went back')
  expect(isWhole(figure)).toBe(true)
})
