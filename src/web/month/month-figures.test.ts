import { expect, test } from 'vitest'
import { chanceOf, ofTen } from '#domain/chance.ts'
import { enoughCount } from '#domain/enough-months.ts'
import { bandOf } from '#domain/forecast.ts'
import { median, type DayNet } from '#domain/income.ts'
import { likely } from '#domain/likely.ts'
import { dayOfMonth, monthRange } from '#domain/month.ts'
import { pace } from '#domain/pace.ts'
import { createFormat } from '#web/ui/format.ts'
import { dayFigure } from './day-figure.ts'
import { likelyFigure } from './likely-figure.ts'
import { changeText } from './sentence.ts'
import { streamsFigure } from './streams-figure.ts'
import { yearStripFigure } from './year-strip-figure.ts'

const format = createFormat('en', 'EUR')
const target = { from: '2026-01', bare: 100_000, enough: 260_000, comfortable: 300_000 }
/** Twelve months that bring the same on the 5th and each its own on the 26th, and the running one up to the 22nd. */
const days: DayNet[] = [
  ...monthRange('2025-11', '2026-10').flatMap((month, i) => [
    { day: dayOfMonth(month, 5), net: 230_000 },
    { day: dayOfMonth(month, 26), net: 10_000 + ((i * 5) % 12) * 4_000 },
  ]),
  { day: '2026-11-05', net: 231_200 },
]
const question = { days, month: '2026-11', today: '2026-11-22', since: '2025-11', enough: target.enough }
const total = { gross: 241_200, fees: 0, refunds: 0, tax: 0, net: 241_200, entries: 2 }
const asked = { month: '2026-11', today: '2026-11-22', running: true, target, total, undated: 10_000 }

test('what a month will likely come to, and its chance of enough, follow from the rows', () => {
  const told = likely({ ...question, undated: asked.undated }) ?? expect.unreachable('a year is known')
  const { chance, ...rest } = told
  const figure = likelyFigure({ ...asked, likely: { ...rest, ofTen: ofTen(chance ?? 0) } }, format)
  expect(figure.title).toBe('What November 2026 will likely come to, cash, net')
  const ends = figure.rows.rows.map(([, , end]) => Number(end)).sort((a, b) => a - b)
  expect(bandOf(ends)).toEqual({ low: told.low, middle: told.middle, high: told.high })
  expect(figure.figure).toBe(`${format.exact(told.low)} to ${format.exact(told.high)} (8 in 10)`)
  expect(chanceOf(ends, target.enough, ends.length)).toBe(chance)
  expect(figure.formula).toContain('So far €2,412.00 + what came after the 22nd in each of the last 12 full months')
  expect(figure.formula).toContain('× (1.1 + 1 ÷ 12) = × 1.183.')
  expect(figure.formula).toContain(`${ends.filter((end) => end >= target.enough).length} of 12 such ends reach enough, €2,600.00`)
  expect(figure.inputs).toContainEqual({ label: 'Of it in monthly sums without a day', value: '€100.00' })
})

test('how far streams stand from their usual follows from the rows, stream by stream', () => {
  const six = monthRange('2026-05', '2026-10')
  const stream = (id: number, nets: number[], net: number) => {
    const names = { name: `S${id}`, platformName: '', ventureName: `V${id}` }
    const before = nets.map((one, i) => ({ month: six[i] ?? '', net: one }))
    return { stream: id, ...names, venture: id, kind: 'sales' as const, net, history: [...nets, net], usual: median(nets), before }
  }
  const streams = [stream(1, [100, 300, 200, 100, 300, 200], 212), stream(2, [500, 500, 500, 500, 500, 500], 250), stream(3, [], 900)]
  const figure = streamsFigure({ ...asked, lens: 'cash', streams }, format)
  expect(figure.title).toBe('Streams in November 2026 against their usual, cash, net')
  expect(figure.figure).toBe('2 of 3 compared')
  expect(figure.leftOut[0]).toBe('Streams that brought nothing yet six months ago: 1.')
  for (const { ventureName, usual, net } of streams.slice(0, 2)) {
    const own = figure.rows.rows.filter(([name]) => String(name).startsWith(ventureName))
    expect(own).toHaveLength(8)
    expect(median(own.slice(0, 6).map((row) => Number(row[3])))).toBe(usual)
    expect(own.at(-2)).toEqual([`${ventureName} · S${ventureName.slice(1)}`, 'usual: their median', null, usual, null])
    expect(own.at(-1)?.slice(1)).toEqual(['by the 22nd', '2026-11', net, changeText(net, usual, format)])
  }
  expect(figure.rows.rows[7]?.[4]).toBe('↑ +6%')
})

test('what is due and has not come stands beside the months, from whom and how probable', () => {
  const due = [{ stream: 1, patron: 'Ada', amount: 6_000, chance: 727, from: 1, until: 25 }]
  const told = likely({ ...question, undated: asked.undated, due }) ?? expect.unreachable('a year is known')
  const figure = likelyFigure({ ...asked, likely: { ...told, ofTen: ofTen(told.chance ?? 0) } }, format)
  expect(figure.formula).toContain('To each of them comes what is due and has not come, €60.00 in all, as often as its row says.')
  expect(figure.formula).toContain(`Enough, €2,600.00, is reached in ${ofTen(told.chance ?? 0)} of 10`)
  expect(figure.inputs).toContainEqual({ label: 'Due and not come yet', value: '€60.00' })
  expect(figure.rows.rows.at(-1)).toEqual(['2026-11', 'Ada, in 73 of 100 cases', 6_000, null])
  expect(figure.rows.rows.every((row) => row.length === figure.rows.columns.length)).toBe(true)
  expect(figure.rows.rows).toHaveLength(13)
})

test('the day on which a month is usually enough is the first of its rows that reaches it', () => {
  const { soFar, usual, reachedOn, reachDay, more, basis } = pace(question)
  const page = { ...asked, days: soFar, usualDays: usual, pace: { reachedOn, reachDay, more, basis } }
  const figure = dayFigure(page, format)
  expect(figure.figure).toBe('€2,312.00 by the 22nd')
  const first = figure.rows.rows.find((row) => row[4] !== null && Number(row[4]) >= target.enough)?.[0]
  expect(first).toBe(reachDay)
  expect(figure.formula).toContain('On November 26, 2026: €2,312.00 + ')
  expect(figure.leftOut).toContain('€100.00 in monthly sums without a day.')
  expect(figure.rows.rows.map(([, , usually]) => usually)).toEqual(usual)
  expect(figure.rows.rows.every((row) => row.length === figure.rows.columns.length)).toBe(true)
})

test('the day since which a month was enough is the first of its rows that stays at it', () => {
  const over = pace({ ...question, days: [...days, { day: '2026-11-28', net: 90_000 }], today: '2026-12-04' })
  const page = { ...asked, running: false, today: '2026-12-04', days: over.soFar, usualDays: null, pace: over }
  const figure = dayFigure(page, format)
  expect(figure.rows.columns).toHaveLength(2)
  expect(figure.rows.rows.find(([, arrived]) => Number(arrived) >= target.enough)?.[0]).toBe(over.reachedOn)
  expect(figure.formula).toContain('Enough, €2,600.00, since November 28, 2026: from that day on it was never less.')
  const short = dayFigure({ ...page, pace: { ...over, reachedOn: null } }, format)
  expect(short.formula).toContain('On its last day it was under enough, €2,600.00.')
  expect(dayFigure({ ...page, target: null, pace: null }, format).formula).not.toContain('enough')
})

test('months with enough are counted from the rows, and so is what the others lacked', () => {
  const month = (name: string, smoothed: number, enough: number | null = 200_000) => {
    return { month: name, cash: smoothed - 1_000, smoothed, enough, reachedOn: smoothed > 200_000 ? `${name}-20` : null }
  }
  const year = [month('2026-06', 250_000), month('2026-07', 150_000), month('2026-08', 130_025), month('2026-09', 240_000, null)]
  const figure = yearStripFigure(
    { year, enoughCount: enoughCount(year), buffer: { amount: 300_000, least: 100_000, day: '2026-07-15' } },
    format,
  )
  const again = enoughCount(
    figure.rows.rows.map(([name, smoothed, cash, enough]) => {
      return { month: String(name), smoothed: Number(smoothed), cash: Number(cash), enough: enough as number | null, reachedOn: null }
    }),
  )
  expect(figure.figure).toBe(`${again.enough} of ${again.of}`)
  expect(figure.formula).toContain(`They lacked €500.00 + €699.75 = ${format.exact(again.missing)}.`)
  expect(figure.formula).toContain('€3,000.00 − what must stay €1,000.00 = €2,000.00 at most')
  const byCash = figure.rows.rows.filter(([, , cash, enough]) => enough !== null && Number(cash) >= Number(enough))
  expect(figure.inputs).toContainEqual({ label: 'Enough by cash alone', value: `${byCash.length} of ${again.of}` })
  expect(figure.formula).toContain(`(€1,500.00 + €1,300.25 + €2,400.00) ÷ 3 = ${format.exact(again.floor ?? 0)} a month.`)
})
