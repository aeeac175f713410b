import { expect, test } from 'vitest'
import type { Outlook } from '#contract/outlook.ts'
import { monthsOfEnough } from '#domain/kept-buffer.ts'
import { foretell } from '#domain/foretell.ts'
import { outlook as foresee, type Year } from '#domain/outlook.ts'
import { scored } from '#domain/promise.ts'
import type { Change } from '#domain/what-if.ts'
import type { DerivedFigure } from '#web/figures/derived-figure.ts'
import { createFormat } from '#web/ui/format.ts'
import { bufferFigure } from './buffer-figure.ts'
import { countOnFigure } from './count-on-figure.ts'
import { questionOf } from './count-on-words.ts'
import { outlookFacts, planFacts } from './outlook-fixture.ts'
import { enoughOf, monthsAhead, outlookQuestion } from './outlook-question.ts'
import { recordFigure } from './record-figure.ts'
import type { Kept } from './record-words.ts'
import { whatIfFigure } from './what-if-figure.ts'
import type { Outcome } from './what-if-words.ts'
import { yearFigure } from './year-figure.ts'

const format = createFormat('en', 'EUR')
// Months that are not all alike, so that what is drawn of them is a band.
const facts: Outlook = {
  ...outlookFacts,
  streams: outlookFacts.streams.map((stream) => ({ ...stream, net: stream.net.map((net, i) => net + ((i * 7) % 5) * 3_000) })),
}
const months = monthsAhead(facts)
const enough = enoughOf(facts, months)

function drawnYears(changes: readonly Change[], of = facts): { real: Year; changed: Year | null } {
  const question = outlookQuestion(of, planFacts, { changes, certainty: 90 })
  const { real, changed } = foresee(question ?? expect.unreachable('the facts have full months'))
  return { real: real ?? expect.unreachable('and enough of them'), changed }
}

const { real } = drawnYears([])

/** The outlook with nothing in it but what the rows of a figure say it is drawn from. */
function fromRows({ rows: { rows } }: DerivedFigure, drawn = 'drawn from, cash'): Outlook {
  const of = (what: string, name: string) => rows.filter((row) => row[0] === what && row[2] === name)
  const streams = facts.streams.map((stream) => {
    const net = of('drawn from, cash', stream.name).map((row) => {
      const other = of(drawn, stream.name).find(([, month]) => month === row[1])
      return Number((other ?? row)[3])
    })
    return { ...stream, net, yearly: net.map(() => 0) }
  })
  return { ...facts, streams }
}

const valueOf = ({ rows: { rows } }: DerivedFigure, what: string, month: string | null = months[0] ?? '') =>
  rows.find((row) => row[0] === what && row[1] === month)?.[3]

test('the year ahead opens down to the months that draw the same year again', () => {
  const answer = { months: 8, real, changed: null }
  const figure = yearFigure({ outlook: facts, years: answer, months, enough, paidAhead: 9_000, lens: 'cash' }, format)
  expect(figure.title).toBe('The twelve months from December 2026 on, cash, net')
  expect(figure.figure).toBe(`${format.exact(real.sum.low)} to ${format.exact(real.sum.high)} together (8 in 10)`)
  expect(figure.formula).toContain('1.1 + 1 ÷ 8 = 1.225.')
  expect(figure.formula).toContain('(64 × the share of draws that reach it + 36 × (past months that did + 1) ÷ 10) ÷ 100')
  expect(drawnYears([], fromRows(figure)).real.ahead).toEqual(real.ahead)
  expect(months.map((month) => valueOf(figure, '1 in 10 is less', month))).toEqual(real.ahead.map(({ low }) => low))
  // A yearly payment is no part of what is drawn, and what is due again is told with how often it comes.
  expect(valueOf(figure, 'paid for several months, not drawn', '2026-04')).toBe(12_000)
  expect(valueOf(figure, 'due again, in 75% of draws', '2027-04')).toBe(12_000)
  expect(figure.rows.rows.filter(([what]) => what === 'enough').map((row) => row[4])).toEqual(real.ofTen)
  expect(figure.rows.rows.every((row) => row.length === figure.rows.columns.length)).toBe(true)
})

test('what is imagined opens down to what is drawn in place of what came, and sums from both years', () => {
  const changes: Change[] = [
    { kind: 'patron', patron: 'ada' },
    { kind: 'fee', platform: 'github-sponsors', share: 100 },
    { kind: 'patrons', count: 2, each: 500 },
    { kind: 'days', days: 3 },
  ]
  const other = drawnYears(changes).changed ?? expect.unreachable('something is imagined')
  const outcome: Outcome = { real, other, lens: 'cash', cash: { real, other } }
  const figure = whatIfFigure({ outlook: facts, plans: planFacts, changes, outcome, months }, format)
  expect(figure.formula).toContain(
    `As imagined ${format.exact(other.sum.middle)} − as it is ${format.exact(real.sum.middle)} = ${format.exact(other.sum.middle - real.sum.middle)}.`,
  )
  expect(figure.formula).toContain('New patrons leave as yours do: 4.5% a month.')
  // Of what is drawn instead, with the same patrons and fees beside it, the same year comes.
  const asked = outlookQuestion(facts, planFacts, { changes, certainty: 90 }) ?? expect.unreachable('the facts have full months')
  const streams = questionOf(fromRows(figure, 'imagined: drawn from, cash'))?.streams ?? []
  expect(streams).toEqual(asked.changed?.streams)
  expect(valueOf(figure, 'imagined: due again, in 75% of draws', '2027-04')).toBe(0)
  expect(valueOf(figure, 'imagined: 2 more patrons, together', '2026-12')).toBe(1_000)
  expect(valueOf(figure, 'imagined: spent from the buffer', null)).toBe(asked.spent)
  expect(valueOf(figure, 'as imagined: middle')).toBe(other.ahead[0]?.middle)
  expect(valueOf(figure, 'as it is: middle')).toBe(real.ahead[0]?.middle)
})

test('the buffer opens with its three quotients, each from the amounts of its rows', () => {
  const buffer = { amount: 400_000, least: 100_000 }
  const given = { buffer, enough: 200_000, dependable: real.ahead[0]?.low ?? null, goal: real.goal }
  const figure = bufferFigure({ facts: given, outlook: facts, day: '2026-11-01' }, format)
  const [spendable, low] = [Number(valueOf(figure, 'may be spent', null)), Number(valueOf(figure, 'counted on, 1 in 10 is less'))]
  expect(spendable).toBe(Number(valueOf(figure, 'kept', null)) - Number(valueOf(figure, 'must stay', null)))
  const lasts = monthsOfEnough(spendable, { enough: Number(valueOf(figure, 'enough')), dependable: low })
  expect(figure.figure).toBe(`${lasts?.toFixed(2)} months of enough`)
  expect(figure.formula).toContain(`May be spent €3,000.00 ÷ (enough €2,000.00 − counted on ${format.exact(low)})`)
  expect(figure.formula).toContain('By itself €3,000.00 ÷ €2,000.00 = 1.5 months.')
  expect(figure.formula).toContain('(€4,000.00 − what must stay €1,000.00) ÷ (€2,000.00 ÷ 21.75) = 32.6,')
  expect(drawnYears([], fromRows(figure)).real.goal).toBe(real.goal)
  const early = bufferFigure({ facts: { ...given, dependable: null, goal: null }, outlook: facts, day: '2026-11-01' }, format)
  expect(early.figure).toBe('1.5 months of enough by itself')
  expect(early.rows.rows).toHaveLength(4)
  const plenty = bufferFigure({ facts: { ...given, dependable: 210_000 }, outlook: facts, day: '2026-11-01' }, format)
  expect(plenty.formula).toContain('Counted on €2,100.00 is enough, €2,000.00, by itself')
})

test('what can be counted on is the sum of its parts, and its months tell it again', () => {
  const question = questionOf(facts) ?? expect.unreachable('the facts have full months')
  const told = foretell(question)
  if (told.say !== 'band') return expect.unreachable('eight months are enough for a band')
  const figure = countOnFigure({ told, outlook: facts, months }, format)
  expect(figure.title).toBe('What you can count on in December 2026, dependable, net')
  const parts = figure.rows.rows.filter(([what]) => what === 'its part of what can be counted on')
  expect(format.exact(parts.reduce((sum, row) => sum + Number(row[3]), 0))).toBe(figure.figure)
  expect(foretell(questionOf(fromRows(figure)) ?? question)).toEqual(told)
})

test('the record of promises counts what each row comes to', () => {
  const kept = (month: string, net: number, outcome: Kept['outcome']): Kept => {
    return { month, low: 100_00, high: 200_00, net, outcome, made: `${month}-01` }
  }
  const dots = [kept('2026-08', 150_00, 'inside'), kept('2026-09', 90_00, 'under'), kept('2026-10', 230_00, 'over')]
  const record = [kept('2026-07', 150_00, 'inside'), ...dots]
  const figure = recordFigure({ dots, outlook: { record, recalibration: 1_250 } }, format)
  expect(figure.figure).toBe('1 of 3 inside')
  expect(figure.formula).toContain('3 months − 1 that brought less than the low end − 1 that brought more than the high one = 1 inside')
  expect(figure.formula).toContain('The record of 4 promises makes the band 1.25 times as wide')
  const outcomes = figure.rows.rows.map(([month, low, high, net]) => {
    const promise = {
      month: String(month),
      low: Number(low),
      middle: 0,
      high: Number(high),
      recalibration: 1_000,
      currency: 'EUR',
      made: '',
    }
    return scored(promise, Number(net)).outcome
  })
  expect(outcomes).toEqual(dots.map(({ outcome }) => outcome))
})
