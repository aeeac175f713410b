import { describe, expect, test } from 'vitest'
import type { Crowd } from '#contract/crowd.ts'
import { pooledHazard, wilson80 } from '#domain/churn.ts'
import { concentration } from '#domain/concentration.ts'
import { giftSteps, kindShares } from '#domain/gift-sizes.ts'
import { addMonths } from '#domain/month.ts'
import { steadiness } from '#domain/steadiness.ts'
import { busFactor } from '#domain/stopping.ts'
import { survival } from '#domain/survival.ts'
import { derivedCsv, type DerivedFigure } from '#web/figures/derived-figure.ts'
import { createFormat } from '#web/ui/format.ts'
import { calendarFigure } from './calendar-figure.ts'
import { shadesOf } from './calendar.ts'
import { crowdOf, movementOf, payerOf, streamOf } from './crowd-fixture.ts'
import { giftSizesFigure } from './gift-sizes-figure.ts'
import { ifOneStopsFigure } from './if-one-stops-figure.ts'
import { steadierFigure } from './steadier-figure.ts'
import { whatChangedFigure } from './what-changed-figure.ts'
import { whoCarriesFigure } from './who-carries-figure.ts'
import { canLeave, whoLeftFigure } from './who-left-figure.ts'
import { whoStaysFigure } from './who-stays-figure.ts'

const format = createFormat('en', 'EUR')
/** A column of the rows that a test picks, as numbers. */
const column = ({ rows }: DerivedFigure, at: number, picked: (row: DerivedFigure['rows']['rows'][number]) => boolean = () => true) =>
  rows.rows.filter(picked).map((row) => Number(row[at]))
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** METRICS 7: the gifts of its worked check. */
const GIFTS = [120_00, 60_00, 40_00, 25_00, 25_00, 10_00, 10_00, 10_00, 5_00, 5_00, 5_00, 5_00, 3_00, 3_00, 2_00]
const ofOneStream = (nets: readonly number[]) => nets.map((net) => [{ stream: 1, net }])
const MONTH = { total: 328_00, streams: [{ stream: 1, net: 328_00 }] }
const breadth = { ...concentration(GIFTS), losses: busFactor(MONTH, ofOneStream(GIFTS), 200_00) }
const crowd = crowdOf({
  enough: 200_00,
  streams: [streamOf(1, { net: 328_00, platform: 'kofi', platformName: 'Ko-fi' })],
  payers: GIFTS.map((gift, i) => payerOf(`p${i}`, [1, gift])),
  breadth: { patron: breadth, stream: { ...concentration([328_00]), losses: 1 }, platform: breadth, currency: breadth },
  gifts: {
    steps: giftSteps(GIFTS, 100),
    named: 17,
    patrons: 15,
    smallest: { patrons: 12, share: 108 / 328 },
    kinds: kindShares(GIFTS.map((net, i) => ({ kind: i === 0 ? ('organisation' as const) : ('person' as const), net }))),
  },
})

describe('if one stops', () => {
  test('the two losses of METRICS 7 are written out, and the rows give them again', () => {
    const figure = ifOneStopsFigure({ crowd, stopped: new Set() }, format)
    expect(figure.title).toBe('If one stops, October 2026, smoothed, net')
    expect(figure.figure).toBe('€328.00 with everybody')
    expect(figure.formula).toContain('Without the 2 largest patrons: €328.00 − €180.00 = €148.00, under enough.')
    const patrons = column(figure, 3, ([by]) => by === 'patron')
    expect(sum(patrons)).toBe(MONTH.total)
    expect(busFactor(MONTH, ofOneStream(patrons), 200_00)).toBe(2)
  })

  test('what is left is the month less the rows that stop', () => {
    const figure = ifOneStopsFigure({ crowd, stopped: new Set(['patron p0', 'patron p3']) }, format)
    const gone = sum(column(figure, 3, (row) => row[4] === 'stops'))
    expect(figure.figure).toBe(`${format.exact(328_00 - gone)} would be left of €328.00`)
    expect(figure.formula).toContain('€328.00, all that came, − €145.00 of those that stop = €183.00.')
  })

  test('a name that a stranger chose is inert in the file', () => {
    const strange = crowdOf({ streams: [streamOf(1, { net: 5_00 })], payers: [payerOf('=HYPERLINK("x")', [1, 5_00])] })
    expect(derivedCsv(ifOneStopsFigure({ crowd: strange, stopped: new Set() }, format), 'EUR')).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('who carries it', () => {
  test('the rows give the squared shares, the kinds and the money again', () => {
    const figure = whoCarriesFigure(crowd, format)
    const patrons = column(figure, 3, ([by]) => by === 'patron')
    expect(concentration(patrons).hhi).toBeCloseTo(crowd.breadth.patron.hhi, 12)
    expect(figure.inputs[0]).toEqual({ label: 'Rests on patrons', value: '15, the largest 37%; 1 ÷ 0.1977 = 5.06' })
    const kinds = column(figure, 3, ([by]) => by === 'gifts, by who gives')
    expect(sum(kinds)).toBe(sum(patrons))
    expect(figure.formula).toContain('Organisations: €120.00 ÷ €328.00 = 37%.')
    expect(figure.formula).toContain('12 of 15: €108.00 ÷ €328.00 = 33%.')
    // The one organisation gives €120; the middle of the other fourteen is €7.50.
    expect(figure.formula).toContain('€120.00 of an organisation ÷ €7.50 of a person = 16.')
    expect(figure.formula).toContain('(enough €200.00 − 1 × €120.00) ÷ 14 people = €5.72, rounded up.')
  })

  test('a crowd that is none yet is told by its streams', () => {
    const figure = whoCarriesFigure({ ...crowd, gifts: crowdOf().gifts }, format)
    expect(figure.figure).toBe('It rests on streams as if one alone.')
  })
})

test('gift sizes sum to the patrons and to what they bring', () => {
  const figure = giftSizesFigure(crowd, format)
  expect(sum(column(figure, 3))).toBe(15)
  expect(sum(column(figure, 4))).toBe(328_00)
  expect(figure.figure).toBe('4 of 15 patrons, €5 to under €10 a month')
  expect(figure.formula).toContain(
    `${column(figure, 3)
      .filter((heads) => heads > 0)
      .join(' + ')} = 15 patrons, who bring €328.00 together`,
  )
  expect(figure.leftOut).toContain('2 to whom as much or more went back than they gave.')
})

test('the waterfall’s rows sum to its end, and its own numbers stand in the formula', () => {
  const of = (net: number, patrons: number) => ({ net, patrons })
  const moves = { new: of(40_00, 4), more: of(10_00, 2), less: of(-5_00, 1), gone: of(-15_00, 3), fx: of(-25, 2) }
  const figure = whatChangedFigure(crowdOf({ movement: movementOf({ start: of(400_00, 80), ...moves, end: of(429_75, 81) }) }), format)
  expect(sum(column(figure, 2))).toBe(429_75)
  expect(figure.figure).toBe('€429.75')
  expect(figure.formula).toContain(
    '€400.00 + €40.00 (new) + €10.00 (give more) − €5.00 (give less) − €15.00 (left) − €0.25 (exchange rates) = €429.75, to the cent.',
  )
})

describe('who left', () => {
  const months = Array.from({ length: 24 }, (_, i) => ({ month: addMonths('2024-11', i), there: 20 + i, gone: i % 3 }))
  const quickMonths = months.slice(-6).map(({ month }, i) => {
    return { month, new: 10_00, returned: i === 0 ? 5_00 : 0, more: 2_00, less: -1_00, gone: -3_00 * (i % 2) }
  })
  const [gained, lost] = [77_00, 15_00]
  const [left, patronMonths] = [sum(months.map(({ gone }) => gone)), sum(months.map(({ there }) => there))]
  const told: Crowd = {
    ...crowd,
    movement: movementOf({ start: { net: 200_00, patrons: 43 }, gone: { net: -3_00, patrons: 2 }, more: { net: 2_00, patrons: 1 } }),
    lostShare: { gross: 0.015, net: 0.005 },
    churn: {
      interval: wilson80(2, 43),
      gone: left,
      patronMonths,
      months,
      hazard: pooledHazard(left, patronMonths),
      assumed: 500,
      lifetime: null,
    },
    quick: { gained, lost, ratio: gained / lost, months: quickMonths },
  }

  test('the months give the rate, what is usually lost, and what was gained for it again', () => {
    const figure = whoLeftFigure(told, format)
    const [there, gone] = [column(figure, 1), column(figure, 2)]
    expect(figure.figure).toBe(`${gone.at(-1)} of ${there.at(-1)} patrons`)
    expect(format.percent(pooledHazard(sum(gone), sum(there)))).toBe(format.percent(told.churn.hazard))
    expect(figure.formula).toContain(`2 ÷ 43 = 5%, with the 80% interval of Wilson, 2% to 11%.`)
    expect(figure.formula).toContain(`(${sum(gone)} + 0.5) ÷ (${sum(there)} + 10)`)
    expect(figure.formula).toContain('leans to 5% where little is known: our assumption, which you can change.')
    const other = whoLeftFigure(
      { ...told, churn: { ...told.churn, assumed: 1_250, hazard: pooledHazard(left, patronMonths, 1_250) } },
      format,
    )
    expect(other.formula).toContain(
      `(${sum(gone)} + 1.25) ÷ (${sum(there)} + 10) = ${format.percent((sum(gone) + 1.25) / (sum(there) + 10))}`,
    )
    expect(other.formula).toContain('leans to 12.5% where little is known: as you said.')
    expect(sum([3, 4, 5].flatMap((at) => column(figure, at)))).toBe(gained)
    expect(-sum([6, 7].flatMap((at) => column(figure, at)))).toBe(lost)
    const value = (label: string) => figure.inputs.find((input) => input.label.startsWith(label))?.value
    expect(value('Gained')).toBe('€60.00 + €5.00 + €12.00 = €77.00')
    expect(value('Lost')).toBe('€9.00 + €6.00 = €15.00')
    expect(value('Of the money')).toBe('€3.00 ÷ €200.00 = 2% lost')
  })

  test('where nobody could leave there is nothing to open', () => {
    expect([canLeave(crowdOf()), canLeave(told)]).toEqual([false, true])
  })
})

test('METRICS 5: the product of the rows is the share that stays', () => {
  const stays = [1, 2, 3, 6].map((months) => ({ months, ended: true }))
  const steps = survival([...stays, ...[3, 5, 8, 12, 12].map((months) => ({ months, ended: false })), { months: 14, ended: true }])
  const figure = whoStaysFigure({ survival: { patrons: 10, steps, until: 6, observed: [], cohorts: [] }, month: '2026-10' }, format)
  const [observed, gone] = [column(figure, 1), column(figure, 2)]
  expect(observed.reduce((left, heads, i) => left * (1 - (gone[i] ?? 0) / heads), 1)).toBeCloseTo(0.56, 12)
  expect(figure.figure).toBe('56% stay longer than 6 months')
  expect(figure.formula).toContain('(1 − 1 ÷ 10) × (1 − 1 ÷ 9) × (1 − 1 ÷ 8) × (1 − 1 ÷ 5) = 56%.')
})

test('swings are those of the rows, alone, together and without each', () => {
  const nets = [
    [100_00, 120_00, 80_00, 100_00, 110_00, 90_00],
    [0, 300_00, 0, 20_00, 0, 250_00],
  ]
  const months = nets[0]?.map((_, i) => addMonths('2026-05', i)) ?? []
  const told = steadiness(nets)
  const figure = steadierFigure(
    {
      months,
      total: months.map((_, i) => sum(nets.map((net) => net[i] ?? 0))),
      swing: told.total,
      damping: told.damping,
      ventures: nets.map((net, i) => ({
        venture: i,
        name: `v${i}`,
        net,
        swing: told.parts[i] ?? null,
        without: told.without[i] ?? null,
        dampingWithout: told.dampingWithout[i] ?? null,
      })),
    },
    format,
  )
  const again = steadiness(['v0', 'v1'].map((name) => column(figure, 2, ([of]) => of === name)))
  expect(figure.figure).toBe(`by ${format.percent(again.total ?? -1)}`)
  expect(figure.formula).toContain(`= ${format.percent(again.damping ?? -1)}; 0 where all swing together`)
  for (const [i, { value }] of figure.inputs.entries()) {
    expect(value).toContain(`= ${format.percent(again.parts[i] ?? -1)}`)
    expect(value).toContain(
      `swings by ${format.percent(again.without[i] ?? -1)}, and the others are damped by ${format.percent(again.dampingWithout[i] ?? -1)}`,
    )
  }
})

test('the calendar’s rows give its shades and its rhythm again', () => {
  const history = [0, 50_00, 0, 60_00, 90_00, 40_00]
  const months = history.map((_, i) => addMonths('2026-05', i))
  const figure = calendarFigure(
    crowdOf({
      months,
      since: '2019-01',
      streams: [streamOf(1, { history }), streamOf(2, { name: 'Zines', history: history.map((net) => net + 1_00) })],
    }),
    format,
  )
  const own = column(figure, 2, ([name]) => name === 'Obtool')
  expect(shadesOf(own)).toEqual(shadesOf(history))
  expect(figure.figure).toBe('1 of 2 streams brought money in every one of 6 months.')
  expect(figure.inputs[0]).toEqual({ label: 'Obtool', value: '€55.00, the median of 4' })
  expect(own).toEqual(history)
})
