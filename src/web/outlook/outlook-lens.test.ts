import { expect, test } from 'vitest'
import type { Outlook } from '#contract/outlook.ts'
import { outlook as foresee, type OutlookAnswer, type Year } from '#domain/outlook.ts'
import type { Change } from '#domain/what-if.ts'
import { derivedCsv, derivedFileName } from '#web/figures/derived-figure.ts'
import { createFormat } from '#web/ui/format.ts'
import { drawnLens, outlookParams } from './outlook-params.ts'
import { outlookFacts, planFacts } from './outlook-fixture.ts'
import { enoughOf, monthsAhead, outcomeOf, outlookQuestion } from './outlook-question.ts'
import { whatIfFigure } from './what-if-figure.ts'
import { yearFigure } from './year-figure.ts'
import { countedYear, layOutYears } from './years-layout.ts'

const format = createFormat('en', 'EUR')
/** Two streams in the smoothed lens: the first is wholly paid by the year, 1,000 of it for each month up to June. */
const smoothed: Outlook = {
  ...outlookFacts,
  lens: 'smoothed',
  streams: outlookFacts.streams.map((stream, i) => (i === 0 ? { ...stream, net: filled(8, 1_000), yearly: filled(8, 1_000) } : stream)),
  known: [
    ...filled(8, 1_000).map((amount, ahead) => ({ stream: -1, patron: null, ahead, amount, chance: 1_000, months: 1 })),
    { stream: 0, patron: 'ada', ahead: 8, amount: 12_000, chance: 750, months: 12 },
  ],
}
const months = monthsAhead(smoothed)
const enough = enoughOf(smoothed, months)

function drawn(changes: readonly Change[], of = smoothed): OutlookAnswer {
  return foresee(outlookQuestion(of, planFacts, { changes, certainty: 90 }) ?? expect.unreachable('the facts have full months'))
}

const realOf = ({ real }: OutlookAnswer): Year => real ?? expect.unreachable('eight months are enough')

test('cash and what can be counted on are drawn from the same months, smoothed from its own', () => {
  expect((['cash', 'smoothed', 'dependable'] as const).map(drawnLens)).toEqual(['cash', 'smoothed', 'cash'])
  expect(outlookParams('main', 'dependable')).toEqual(outlookParams('main', 'cash'))
  expect(outlookParams('main', 'smoothed')).toEqual({ book: 'main', lens: 'smoothed' })
})

test('smoothed, what is already paid for a month is sure in it, and what is due comes in each of its months or in none', () => {
  const { ahead, singles } = realOf(drawn([]))
  // The wage of 800 is the same each month, so only what is due is uncertain.
  for (const band of ahead.slice(0, 7)) expect(band).toEqual({ low: 81_000, middle: 81_000, high: 81_000 })
  for (const path of singles) expect(new Set([80_000, 81_000]).has(path.at(-1) ?? 0)).toBe(true)
  for (const path of singles) expect(new Set(path.slice(7)).size).toBe(1)
})

test('smoothed, what was already paid stays whoever stops, and nothing more is due of them', () => {
  for (const change of [{ kind: 'venture', venture: 7 } as const, { kind: 'patron', patron: 'ada' } as const]) {
    const { ahead } = drawn([change]).changed ?? expect.unreachable('something is imagined')
    expect(ahead.slice(0, 7).map(({ low }) => low)).toEqual(filled(7, 81_000))
    expect(ahead.slice(7)).toEqual(filled(5, { low: 80_000, middle: 80_000, high: 80_000 }))
  }
})

test('a month that is counted on is drawn from nothing to its low end, and no path through it', () => {
  const real = realOf(drawn([]))
  const counted = countedYear(real)
  expect(counted.ahead.map(({ high }) => high)).toEqual(real.ahead.map(({ low }) => low))
  const { bars, paths } = layOutYears({ real: counted, changed: null, months, enough, paths: counted.singles })
  for (const { top, height, middle } of bars) expect([top + height, middle]).toEqual([expect.closeTo(100, 6), top])
  expect(paths).toEqual([])
})

test('pay is that of cash beside every lens', () => {
  const change: Change = { kind: 'venture', venture: 8 }
  const [cash, years] = [drawn([change], outlookFacts), drawn([change])]
  const outcome = outcomeOf({ cash, years, lens: 'smoothed' }) ?? expect.unreachable('something is imagined')
  expect(outcome.cash).toEqual({ real: cash.real, other: cash.changed })
  expect(outcome.real).toBe(years.real)
  expect(outcomeOf({ cash: drawn([], outlookFacts), years: drawn([]), lens: 'cash' })).toBeNull()
})

test('each file of the year bears its lens in its name, its text and the head of its amounts', () => {
  const change: Change = { kind: 'venture', venture: 8 }
  for (const lens of ['cash', 'smoothed', 'dependable'] as const) {
    const outlook = lens === 'smoothed' ? smoothed : outlookFacts
    const years = drawn([change], outlook)
    const outcome = outcomeOf({ cash: drawn([change], outlookFacts), years, lens }) ?? expect.unreachable('something is imagined')
    const files = [
      yearFigure({ outlook, years: { ...years, real: realOf(years) }, months, enough, paidAhead: 9_000, lens }, format),
      whatIfFigure({ outlook, plans: planFacts, changes: [change], outcome, months }, format),
    ]
    for (const figure of files) {
      expect(figure.title).toContain(`${lens}, net`)
      expect(derivedFileName(figure, 'csv')).toMatch(new RegExp(`${lens}-net\\.csv$`))
      expect(derivedCsv(figure, 'EUR').split('\r\n')[0]).toContain(`"Net, ${lens} (EUR)"`)
    }
  }
})

test('smoothed, what is paid of the months is told among the inputs, and not as what does not come again', () => {
  const years = drawn([])
  const figure = yearFigure(
    { outlook: smoothed, years: { ...years, real: realOf(years) }, months, enough, paidAhead: 9_000, lens: 'smoothed' },
    format,
  )
  expect(figure.inputs).toContainEqual({ label: 'Of the twelve months already paid', value: '€70.00' })
  expect(figure.leftOut.join(' ')).not.toContain('already paid')
  expect(figure.formula).toContain('Each payment stands in the months it is for')
  expect(figure.rows.rows).toContainEqual(['due again, in 75% of draws, over 12 months', '2027-07', 'GitHub Sponsors', 12_000, null])
})

function filled<T>(length: number, value: T): T[] {
  return Array.from({ length }, () => value)
}
