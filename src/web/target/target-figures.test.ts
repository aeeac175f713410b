import { describe, expect, test } from 'vitest'
import { fundedBenefits, fundedShares } from '#domain/funded-benefits.ts'
import { takeHome } from '#domain/gross-up.ts'
import { divideHalfEven } from '#domain/money.ts'
import { equivalentWage, priceOfFreedom } from '#domain/salary.ts'
import { taxPeriods, type TaxedNet } from '#domain/set-aside.ts'
import { grossLevels, levelsOfPlan, neededLevels, type NeedsPlan, type PlannedNeed } from '#domain/target-plan.ts'
import { needsOfPlan } from '#domain/venture-plan.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { createFormat } from '#web/ui/format.ts'
import { benefitsFigure } from './benefits-figure.ts'
import { freedomFigure } from './freedom-figure.ts'
import { freedomOf, ownTakeHome, presetOffer } from './freedom.ts'
import { ladderFigure } from './ladder-figure.ts'
import { carriersOf } from './ladder.ts'
import { planFigure } from './plan-figure.ts'
import { stepsFigure } from './steps-figure.ts'
import { taxFigure } from './tax-figure.ts'
import { formulaText } from './plan-words.ts'
import { ventureTargetsFigure } from './venture-targets-figure.ts'

const format = createFormat('en', 'EUR')
type Row = DerivedFigure['rows']['rows'][number]
/** The sum of a column over the rows that a test picks. */
const sum = ({ rows }: DerivedFigure, at: number, picked: (row: Row) => boolean = () => true) =>
  rows.rows.filter(picked).reduce((all, row) => all + Number(row[at] ?? 0), 0)

const need = (text: string, amount: number, more: Partial<PlannedNeed> = {}): PlannedNeed => {
  return { text, amount, level: 'bare', per: 'month', ...more }
}
const plan: NeedsPlan = {
  kind: 'needs',
  needs: [
    need('Rent', 900_00),
    need('Health cover', 3_600_00, { per: 'year', benefit: 'health' }),
    need('Pension', 150_00, { level: 'enough', benefit: 'pension' }),
    need('Trips', 200_00, { level: 'comfortable' }),
  ],
  model: { shape: 'generic', tax: 2_500, monthsOff: 125, fee: 500 },
  preset: 'generic',
}

describe('what enough takes', () => {
  test('the lines sum to what each level needs, and the formula ends at what must come in', () => {
    const figure = planFigure(plan, format)
    const levels = neededLevels(plan.needs)
    expect(sum(figure, 2, ([, level]) => level !== 'Comfortable')).toBe(levels.enough)
    expect(sum(figure, 3)).toBe(levels.comfortable * 12)
    const { income } = grossLevels(plan).enough
    expect(figure.figure).toBe(format.exact(income))
    expect(figure.formula).toContain(`€1,350.00 ÷ (1 − 25%), × 12 ÷ (12 − 1.25 months off) = ${figure.figure}`)
  })

  test('every step opens to its levels and lines, by what it was said as', () => {
    const after = { kind: 'after-tax' as const, levels: { bare: 800_00, enough: 1_000_00, comfortable: 1_200_00 }, tax: 2_000 }
    const targets = [
      { from: '2026-07', ...levelsOfPlan(plan) },
      { from: '1999-01', bare: 1, enough: 900_00, comfortable: 1_000_00 },
      { from: '2026-03', ...levelsOfPlan(after) },
    ]
    const plans = [
      { from: '2026-07', plan },
      { from: '2026-03', plan: after },
    ]
    const of = (at: number) => stepsFigure({ now: targets[at] ?? { from: '', bare: 0, enough: 0, comfortable: 0 }, targets, plans }, format)
    expect(of(0).formula).toBe(planFigure(plan, format).formula)
    expect(of(1).formula).toBe('As you typed it: €900.00.')
    expect(of(2).formula).toContain('€1,000.00 that you want to keep ÷ (1 − 20%) = €1,250.00, rounded up')
    const figure = of(0)
    expect(figure.title).toBe('Enough in a month, from July 2026 on, net, before income tax')
    const july = (row: Row) => row[0] === 'July 2026'
    expect(sum(figure, 3, (row) => july(row) && row[1] !== 'the level')).toBe(neededLevels(plan.needs).comfortable)
    for (const [name, level] of [
      ['Basics', 'bare'],
      ['Enough', 'enough'],
      ['Comfortable', 'comfortable'],
    ] as const) {
      expect(sum(figure, 4, (row) => july(row) && row[2] === name)).toBe(levelsOfPlan(plan)[level])
    }
  })
})

test('benefits: what a month left is parted without a rest, and its rows give the shares again', () => {
  const held = [2_400_00, 1_500_00, 1_000_00].map((net, i) => ({ month: `2026-0${i + 6}`, net, plan, inForce: i > 0 }))
  const funded = fundedBenefits(plan, held)
  const figure = benefitsFigure({ held, funded }, format)
  for (const [i, { month }] of held.entries()) {
    const own = figure.rows.rows.filter(([of]) => of === month)
    const left = Number(own[1]?.[2]) + Number(own[2]?.[2])
    const lines = own.slice(3)
    expect(
      fundedShares(
        left,
        lines.map((row) => Number(row[3])),
      ),
    ).toEqual(funded.map(({ shares }) => shares[i]))
    expect(lines.reduce((all, row) => all + Number(row[2]), 0)).toBe(Math.max(0, Math.min(left, 450_00)))
  }
  expect(figure.formula).toContain('August 2026: of €1,000.00 €671.88 are left after tax and months off; − €900.00 bare needs = −€228.12')
  expect(figure.leftOut[0]).toContain('June 2026 had no lines of needs')
})

test('the ladder’s rows sum to each need, and of no stream is more paid than it brings', () => {
  const stream = (id: number, name: string, net: number) => {
    const months = Array.from({ length: 12 }, () => net)
    return { stream: id, name, ventureName: 'Obtool', kind: 'patronage' as const, archived: false, net: months, yearly: [] }
  }
  const streams = [stream(1, 'Workshops', 200_00), stream(2, 'GitHub', 500_00), stream(3, 'Liberapay', 700_00)]
  const next = { low: 1_000_00, middle: 1_200_00, high: 1_500_00, byStream: [0, 400_00, 600_00] }
  const facts = { needs: plan.needs, target: levelsOfPlan(plan), streams, next, today: '2026-11-27' }
  const figure = ladderFigure(facts, format)
  expect(figure.title).toBe('Which needs are paid, December 2026, dependable, net, after income tax')
  for (const { text, amount, per } of plan.needs) expect(sum(figure, 4, ([of]) => of === text)).toBe(per === 'year' ? amount / 12 : amount)
  for (const [i, { dependable, usual }] of carriersOf(facts).entries()) {
    const by = (how: string) => sum(figure, 4, (row) => row[2] === `Obtool · ${streams[i]?.name}` && row[3] === how)
    expect(by('firm')).toBeLessThanOrEqual(dependable)
    expect(by('firm') + by('usual')).toBeLessThanOrEqual(Math.max(dependable, usual))
  }
  const of = (how: string) => format.exact(sum(figure, 4, (row) => row[3] === how))
  expect(figure.formula).toContain(`Firm ${of('firm')} + usual ${of('usual')} + open ${of('open')} = €1,550.00, all needs.`)
})

test('METRICS 13: months give what is taken home again, and that the wage and the price of freedom', () => {
  const nets = [2_500_00, 3_000_00, 2_501_00]
  const months = ['2026-08', '2026-09', '2026-10']
  const own = ownTakeHome(nets, plan, plan.model)
  const weeks = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'].map((week, i) => ({ week, basic: 800 + i * 30 }))
  const offer = { ...presetOffer('us', 'USD'), wage: 3_883_01 }
  const facts = { months, nets, freedom: freedomOf(own, offer, 3_720), offer, model: plan.model, plan, minutes: 3_720, weeks, preset: 'US' }
  const figure = freedomFigure(facts, format)
  const mean = Number(divideHalfEven(BigInt(sum(figure, 3, ([what]) => what === 'net')), 3n))
  expect(takeHome(mean, 3_600_00, plan.model)).toBe(own)
  expect(figure.figure).toBe(`${format.exact(equivalentWage(own, offer))} gross a month`)
  expect(figure.formula).toContain(`€8,001.00 ÷ 3 = €2,667.00, less 25% tax and €300.00 of health cover = ${format.exact(own)}.`)
  const price = priceOfFreedom({ job: sum(figure, 3, ([what]) => what === 'the job leaves'), own, minutes: 3_720 })
  expect(sum(figure, 4)).toBe(weeks.reduce((all, { basic }) => all + basic, 0))
  expect(figure.formula).toContain(`− ${format.exact(own)}) ÷ 62 h of your own work = ${format.exact(price)} an hour.`)
})

describe('tax', () => {
  const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']
  const quarters = [1, 4, 7, 10].map((start) => ({ start, dueMonth: (start + 3) % 12 || 12, dueDay: 15 }))
  const rules = [
    { from: '2026-06', rate: 2_550, streams: [], periods: quarters, preset: '' },
    { from: '2026-09', rate: 3_000, streams: [{ stream: 2, rate: 1_000 }], periods: quarters, preset: '' },
  ]
  const streams = [1, 2].map((stream) => {
    const names = { name: `Stream ${stream}`, venture: 1, ventureName: 'Obtool', kind: 'sales' as const }
    return { stream, ...names, net: months.map((_, i) => (i === 3 && stream === 2 ? 0 : 100_01 * stream + i * 7_77)) }
  })
  const nets = streams.flatMap(({ stream, net }): TaxedNet[] =>
    months.map((month, i) => ({ stream, month, net: net[i] ?? 0, withheld: month === '2026-07' ? 5_00 : 0 })),
  )
  const told = (put: { month: string; amount: number }[]) => {
    const periods = taxPeriods(rules, { nets, put, today: '2026-11-27' })
    return { periods, figure: taxFigure({ tax: { rules, periods }, income: { months, streams } }, format) }
  }

  test('METRICS 18: the rows of each period sum to what is still to be put aside, in words and in all', () => {
    const { periods, figure } = told([{ month: '2026-11', amount: 10_00 }])
    for (const { from, to, net, rest } of periods) {
      const within = ([month]: Row) => String(month) >= from && String(month) <= to
      expect(sum(figure, 4, within)).toBe(rest)
      expect(sum(figure, 2, within)).toBe(net)
    }
    const all = periods.reduce((total, { rest }) => total + rest, 0)
    expect(sum(figure, 4)).toBe(all)
    expect(figure.figure).toBe(format.exact(all))
    expect(figure.formula).toContain(`= ${format.exact(all)}.`)
    expect(figure.title).toBe('Tax that is still to be put aside, June to December 2026, cash, net')
  })

  test('more put aside than a period takes is no tax less in another', () => {
    const { periods, figure } = told([{ month: '2026-07', amount: 900_00 }])
    expect(periods.filter(({ rest }) => rest === 0)).not.toEqual([])
    expect(sum(figure, 4)).toBe(periods.reduce((total, { rest }) => total + rest, 0))
    expect(figure.rows.rows.some(([, what]) => what === 'more than the period takes')).toBe(true)
  })
})

test('what ventures need sums to what is enough for them together', () => {
  const needs = plan.needs.map(({ text, amount, level }) => ({ text, amount, level }))
  const targets = [
    { venture: 1, from: '2026-01', needs },
    { venture: 2, from: '2026-01', needs: needs.slice(0, 1) },
  ]
  const ventures = ['Obtool', 'Zines', 'Editing'].map((name, i) => ({ id: i + 1, name }))
  const figure = ventureTargetsFigure({ ventures, targets, month: '2026-11' }, format)
  const enough = sum(figure, 3, (row) => row[2] !== 'Comfortable')
  expect(figure.figure).toBe(format.exact(enough))
  expect(figure.formula).toContain(`Obtool €4,650.00 + Zines €900.00 = €5,550.00.`)
  // Of needs said after income tax the way before it stands in the formula, and the rows still come to the sum.
  const planned = { venture: 2, from: '2026-12', needs: needsOfPlan(plan), plan }
  const told = ventureTargetsFigure({ ventures, targets: [...targets, planned], month: '2026-12' }, format)
  expect(told.formula).toContain(`Zines after income tax: ${formulaText(plan, 'enough', format)}`)
  expect(told.figure).toBe(format.exact(sum(told, 3, (row) => row[2] !== 'Comfortable')))
  expect(told.formula).toContain(`Zines ${format.exact(levelsOfPlan(plan).enough)} = ${told.figure}.`)
})
