import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { world, WORLD_FIRST } from './forecast-fixture.ts'
import type { ForetellQuestion } from './foretell.ts'
import { outlook, rememberedDraws, type OutlookQuestion, type Year } from './outlook.ts'
import { changed, daysAsked, type Change, type ChangeableBook } from './what-if.ts'

const MONTHS = 24
const streams = world(11, MONTHS).map((one, i) => ({
  ...one,
  stream: i + 1,
  venture: i < 3 ? 1 : i,
  platform: i < 3 ? `platform-${i}` : '',
}))
const wage = { kind: 'wage' as const, net: Array.from({ length: MONTHS }, () => 80_000), stream: 9, venture: 9, platform: '' }
const book: ChangeableBook = {
  streams: [...streams, wage],
  first: WORLD_FIRST,
  running: '2022-03',
  horizon: 13,
  known: [{ stream: 0, ahead: 4, amount: 12_000, chance: 750, patron: 'ada' }],
  patrons: [{ patron: 'ada', parts: [{ stream: 1, net: Array.from({ length: MONTHS }, () => 300) }] }],
  fees: [{ platform: 'platform-1', gross: 100_000, fees: 10_000, net: 90_000 }],
  leaving: 50,
}
const real: ForetellQuestion = {
  streams: book.streams.map(({ kind, net }) => ({ kind, net: [...net] })),
  first: WORLD_FIRST,
  known: book.known.map(({ stream, ahead, amount, chance }) => ({ stream, ahead, amount, chance })),
  enough: 200_000,
  recalibration: 1_000,
  horizon: 13,
}
const draw = rememberedDraws()
const ask = (changes: readonly Change[], more: Partial<OutlookQuestion> = {}): { real: Year; other: Year } => {
  const pay = { buffer: 300_000, least: 0, certainty: 90 }
  const told = outlook({ real, changed: changed(book, changes), pay, spent: 0, ...more }, draw)
  if (!told.real || !told.changed) throw new Error('Failed to draw.')
  return { real: told.real, other: told.changed }
}
const never = (a: Year, above: Year) => {
  for (const [i, { low, middle, high }] of a.ahead.entries()) {
    expect(low).toBeLessThanOrEqual(above.ahead[i]?.low ?? -1)
    expect(middle).toBeLessThanOrEqual(above.ahead[i]?.middle ?? -1)
    expect(high).toBeLessThanOrEqual(above.ahead[i]?.high ?? -1)
  }
  expect(a.pay.pay).toBeLessThanOrEqual(above.pay.pay)
}

describe('what is imagined', () => {
  test('without a change the year is the real one, to the unit: both have the same chance in them', () => {
    const { real: year, other } = ask([])
    expect(other).toEqual(year)
    expect(
      ask([
        { kind: 'venture', venture: 77 },
        { kind: 'patron', patron: 'nobody' },
        { kind: 'fee', platform: 'none', share: 500 },
      ]).other,
    ).toEqual(year)
  })

  test('a patron who left and a fee that rose never bring more', () => {
    const { real: year, other } = ask([{ kind: 'patron', patron: 'ada' }])
    never(other, year)
    expect(other.sum.middle).toBeLessThan(year.sum.middle)
    never(ask([{ kind: 'fee', platform: 'platform-1', share: 200 }]).other, year)
  })

  test('a fee as it is changes nothing, and all of it takes all of the platform', () => {
    const { real: year, other } = ask([{ kind: 'fee', platform: 'platform-1', share: 100 }])
    expect(other.ahead).toEqual(year.ahead)
    const all = changed(book, [{ kind: 'fee', platform: 'platform-1', share: 1_000 }])
    expect(all.streams[1]?.net.every((net) => net === 0)).toBe(true)
  })

  test('new patrons bring what they give and leave as others do', () => {
    const { real: year, other } = ask([{ kind: 'patrons', count: 5, each: 1_000 }])
    never(year, other)
    expect((other.ahead[0]?.middle ?? 0) - (year.ahead[0]?.middle ?? 0)).toBe(5_000)
    expect(other.ahead.at(-1)?.middle).toBeLessThan((year.ahead.at(-1)?.middle ?? 0) + 5_000)
    const staying = { ...book, leaving: 0 }
    const { joining } = changed(staying, [{ kind: 'patrons', count: 5, each: 1_000 }])
    expect(joining).toEqual([{ patrons: 5, each: 1_000, from: 1, leaving: 0 }])
  })

  test('a wage goes on until the month in which it changes, and one that ends is gone', () => {
    const { real: year, other } = ask([{ kind: 'job', stream: 9, monthly: 0, from: '2022-09' }])
    const less = other.ahead.map(({ middle }, i) => (year.ahead[i]?.middle ?? 0) - middle)
    expect(less).toEqual([0, 0, 0, 0, 0, ...Array.from({ length: 7 }, () => 80_000)])
    const more = ask([{ kind: 'job', stream: null, monthly: 50_000, from: '2022-04' }]).other
    expect(more.ahead.map(({ low }, i) => low - (year.ahead[i]?.low ?? 0))).toEqual(Array.from({ length: 12 }, () => 50_000))
  })

  test('several changes at once count together, in whatever order they were said', () => {
    const all: Change[] = [
      { kind: 'venture', venture: 1 },
      { kind: 'patron', patron: 'ada' },
      { kind: 'fee', platform: 'platform-1', share: 300 },
      { kind: 'job', stream: 9, monthly: 20_000, from: '2022-05' },
      { kind: 'patrons', count: 2, each: 500 },
    ]
    expect(changed(book, all.toReversed())).toEqual(changed(book, all))
    // A dropped venture stays dropped, whoever left it.
    expect(
      changed(book, all)
        .streams.slice(0, 3)
        .flatMap(({ net }) => net)
        .every((net) => net === 0),
    ).toBe(true)
    expect(changed(book, all).known[0]).toMatchObject({ amount: 0 })
  })

  test('days off take from the buffer, and so from the pay', () => {
    const days: Change[] = [
      { kind: 'days', days: 3 },
      { kind: 'days', days: 2 },
    ]
    expect(daysAsked(days)).toBe(5)
    const { real: year, other } = ask(days, { spent: 50_000 })
    expect(other.ahead).toEqual(year.ahead)
    expect(other.pay.pay).toBeLessThan(year.pay.pay)
  })
})

describe('the year ahead', () => {
  test('is twelve months with a few single paths, and the same question has the same answer', () => {
    const { real: year } = ask([])
    expect([year.ahead.length, year.ofTen.length, year.pay.left.length, year.singles.length]).toEqual([12, 12, 12, 5])
    expect(ask([]).real).toEqual(year)
    expect(outlook({ real, changed: null, pay: { buffer: 300_000, least: 0, certainty: 90 }, spent: 0 }).real).toEqual(year)
  })

  test('a surer pay is never higher, a larger buffer never lowers it, and the goal keeps up enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 98 }), fc.nat(1_000_000), (certainty, buffer) => {
        const pay = (kept: number, of: number) => ask([], { pay: { buffer: kept, least: 0, certainty: of } }).real.pay.pay
        expect(pay(buffer, certainty + 1)).toBeLessThanOrEqual(pay(buffer, certainty))
        expect(pay(buffer + 1_000, certainty)).toBeGreaterThanOrEqual(pay(buffer, certainty))
      }),
      { numRuns: 10 },
    )
    const { goal } = ask([]).real
    expect(ask([], { pay: { buffer: goal ?? 0, least: 0, certainty: 90 } }).real.pay.pay).toBeGreaterThanOrEqual(200_000)
  })

  test('is not drawn under six full months', () => {
    const young = { ...real, streams: [{ kind: 'service' as const, net: [1, 2, 3] }] }
    expect(outlook({ real: young, changed: null, pay: { buffer: 0, least: 0, certainty: 90 }, spent: 0 })).toEqual({
      months: 3,
      real: null,
      changed: null,
    })
  })
})
