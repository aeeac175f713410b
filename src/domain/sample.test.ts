import { expect, test } from 'vitest'
import { isCurrency } from './currency.ts'
import { dice } from './dice.ts'
import { ecbPacked } from './ecb-table.ts'
import { net, NOTHING } from './money.ts'
import { addMonths, monthOf, monthRange } from './month.ts'
import { levelsOf } from './need.ts'
import { converted, converter, readRateTable } from './rate.ts'
import { sampleBook, type Sample } from './sample.ts'
import { targetOf } from './target.ts'
import { dayOf, isMoment, isWholeMonth, zone } from './zone.ts'

const today = '2026-07-22'
const sample = sampleBook({ seed: 1, today })
const lines = sample.streams.flatMap((stream) => stream.sightings)

/** Cash net by month in euro cents, without transfers. */
function monthsOf(book: Sample): Map<string, number> {
  const { homeCurrency: home, zone: name } = book.settings
  const rates = converter({ home, table: readRateTable(ecbPacked), own: [] })
  const where = zone(name)
  const months = new Map<string, number>()
  for (const line of book.streams.flatMap((stream) => stream.sightings)) {
    if (line.kind === 'transfer') continue
    const day = dayOf(line.at, where)
    const rate = rates.rate(line.currency, day, isWholeMonth(line.at))
    if (!rate) throw new Error(`no rate for ${line.currency} on ${day}`)
    months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + net(converted(line, rate) ?? NOTHING))
  }
  return months
}

test('the same seed and day give the same book, another seed another', () => {
  expect(sampleBook({ seed: 1, today })).toEqual(sample)
  expect(sampleBook({ seed: 2, today }).streams).not.toEqual(sample.streams)
})

test('a later day of the same month only adds lines', () => {
  const later = sampleBook({ seed: 1, today: '2026-07-31' }).streams.map(
    (stream) => new Map(stream.sightings.map((line) => [line.key, line])),
  )
  for (const [index, stream] of sample.streams.entries()) {
    for (const line of stream.sightings) expect(later[index]?.get(line.key)).toEqual(line)
  }
})

test('it has 6 ventures, 9 streams, 4 currencies and 30 months up to today', () => {
  expect(sample.ventures).toHaveLength(6)
  expect(sample.streams).toHaveLength(9)
  expect(new Set(sample.streams.map((stream) => stream.venture))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
  expect(new Set(lines.map((line) => line.currency))).toEqual(new Set(['EUR', 'USD', 'GBP', 'JPY']))
  expect([...monthsOf(sample).keys()].sort()).toEqual(monthRange('2024-02', '2026-07'))
  expect(lines.filter((line) => line.at.slice(0, 10) > today)).toEqual([])
})

test('it has refunds, a dispute, yearly pledges, fees of both shapes, summaries, an adjustment and payouts', () => {
  const kinds = new Set(lines.map((line) => line.kind))
  expect([...kinds].sort()).toEqual(['adjustment', 'chargeback', 'fee', 'payment', 'refund', 'summary', 'transfer'])
  expect(lines.some((line) => line.kind === 'payment' && line.months === 12)).toBe(true)
  expect(lines.some((line) => line.kind === 'payment' && line.fees > 0)).toBe(true)
  expect(lines.some((line) => line.kind === 'fee' && line.tie !== undefined)).toBe(true)
})

test('keys are unique in a stream, ties name a payment before them, and amounts are whole', () => {
  for (const { sightings } of sample.streams) {
    expect(sightings.length).toBeGreaterThan(0)
    expect(new Set(sightings.map((line) => line.key)).size).toBe(sightings.length)
    const payments = new Map(sightings.filter((line) => line.kind === 'payment').map((line) => [line.key, line]))
    for (const line of sightings) {
      expect(isMoment(line.at) && isCurrency(line.currency) && line.months >= 1).toBe(true)
      for (const part of [line.gross, line.fees, line.refunds, line.tax]) expect(Number.isSafeInteger(part)).toBe(true)
      expect(line.tie === undefined || (payments.get(line.tie)?.at ?? '9999') <= line.at).toBe(true)
    }
  }
})

test.each([1, 2, 7, 42])('with seed %d most months lie around enough, and one is bad', (seed) => {
  const book = sampleBook({ seed, today: '2026-11-30' })
  const full = [...monthsOf(book)].filter(([month]) => month < '2026-11').sort(([a], [b]) => (a < b ? -1 : 1))
  const shares = full.map(([month, cash]) => cash / (targetOf(book.targets, month)?.enough ?? 1))
  expect(shares.filter((share) => share > 0.75 && share < 1.3).length).toBeGreaterThanOrEqual(23)
  expect(shares.filter((share) => share >= 1).length).toBeGreaterThanOrEqual(8)
  expect(shares.filter((share) => share < 1).length).toBeGreaterThanOrEqual(5)
  const worst = full.reduce((low, each) => (each[1] < low[1] ? each : low))
  expect(worst[0]).toBe('2026-03')
})

test('the target steps up in the middle', () => {
  const enough = monthRange('2024-02', '2026-07').map((month) => targetOf(sample.targets, month)?.enough)
  expect(enough[0]).toBe(230_000)
  expect(enough.at(-1)).toBe(260_000)
  expect(sample.targets.map((target) => target.from)).toEqual(['2024-02', addMonths('2024-02', 15)])
})

test('dice keep within their bounds and repeat', () => {
  const [one, two] = [dice(5), dice(5)]
  const rolls = Array.from({ length: 500 }, () => one.between(-3, 4))
  expect(Array.from({ length: 500 }, () => two.between(-3, 4))).toEqual(rolls)
  expect([...new Set(rolls)].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3, 4])
  expect(() => one.pick([])).toThrow('the list is empty')
})

test('three ventures say what they need from the first month on', () => {
  expect(sample.needs.map(({ venture }) => sample.ventures[venture]?.name)).toEqual(['Obtool', 'Field notes', 'Choir scores'])
  expect(new Set(sample.needs.map(({ from }) => from))).toEqual(new Set(['2024-02']))
  expect(levelsOf(sample.needs[0]?.needs ?? [])).toEqual({ bare: 90_00, enough: 900_00, comfortable: 900_00 })
})
