import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dice } from './dice.ts'
import { doubleId, sightName, type DoubleLine } from './double.ts'
import { doubledBook, measured } from './double-fixture.ts'
import { findDoubles } from './double-match.ts'
import { findBySpans, spanAbout, spansOf, type DayLines } from './double-spans.ts'
import { addDays } from './month.ts'

const FIRST = '2024-01-01'

function daysOf(lines: readonly DoubleLine[]): DayLines {
  const counts = new Map<string, number>()
  for (const { day } of lines) counts.set(day, (counts.get(day) ?? 0) + 1)
  return [...counts].map(([day, count]) => ({ day, lines: count })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

async function bySpans(lines: readonly DoubleLine[], most: number) {
  const looking = spansOf(daysOf(lines), most)
  let largest = 0
  const read = async ({ from, to }: { from: string; to: string }) => {
    const some = lines.filter(({ day }) => day >= from && day <= to)
    largest = Math.max(largest, some.length)
    return some
  }
  const { found } = await findBySpans({ spans: looking.spans, read, known: { taken: new Set() } })
  return { found, largest, ...looking }
}

const somedays = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 60 })), { maxLength: 60, selector: ([day]) => day })
  .map((some) => some.sort(([a], [b]) => a - b).map(([day, lines]) => ({ day: addDays(FIRST, day), lines })))

test('every day is in one span or told as beyond, and no span is read with more lines than may be', () => {
  fc.assert(
    fc.property(somedays, fc.integer({ min: 1, max: 300 }), (days, most) => {
      const { spans, beyond } = spansOf(days, most)
      const within = (from: string, to: string) => days.filter(({ day }) => day >= from && day <= to)
      const sum = (some: DayLines) => some.reduce((total, { lines }) => total + lines, 0)
      for (const { day } of days) expect([...spans, ...beyond].filter(({ from, to }) => from <= day && day <= to)).toHaveLength(1)
      for (const { read } of spans) expect(sum(within(read.from, read.to))).toBeLessThanOrEqual(most)
      for (const { from, to, lines } of beyond) expect(lines).toBe(sum(within(from, to)))
    }),
    { numRuns: 100 },
  )
})

test('what a file may be part of is all there is, the days around it, or told as beyond', () => {
  const days = Array.from({ length: 400 }, (_, i) => ({ day: addDays(FIRST, i), lines: 10 }))
  const file = { from: '2024-06-01', to: '2024-06-30' }
  const whole = { from: FIRST, to: addDays(FIRST, 399) }
  expect(spanAbout(days, file, 4_000)).toMatchObject({ spans: [whole], beyond: [] })
  const about = { from: addDays(file.from, -62), to: addDays(file.to, 62) }
  expect(spanAbout(days, file, 3_999)).toEqual({ spans: [{ ...about, read: about }], beyond: [] })
  expect(spanAbout(days, file, 1_539)).toEqual({ spans: [], beyond: [{ ...about, lines: 1_540 }] })
  expect(spanAbout([], file, 0)).toEqual({ spans: [], beyond: [] })
})

/** Payments of which some are told again, by a processor with the payer's name. */
const toldTwice = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 700 }), lag: fc.integer({ min: 0, max: 3 }), again: fc.boolean() }), {
    minLength: 40,
    maxLength: 120,
  })
  .map((some) =>
    some.flatMap(({ day, lag, again }, i): DoubleLine[] => {
      const own = (stream: number, platform: string, on: string): DoubleLine => {
        // No two amounts are alike, so that there is no chance in it.
        const gross = 10_000 + i * 137
        const money = { kind: 'payment' as const, currency: 'EUR', gross, net: gross, home: gross, name: `Payer number${i}` }
        return { stream, platform, key: `${platform}${i}`, day: on, at: on, ...money }
      }
      const first = addDays(FIRST, day)
      const paid = own(1, 'ko-fi', first)
      return again ? [paid, own(2, 'paypal', addDays(first, lag))] : [paid]
    }),
  )

test('reading by spans finds what reading all at once finds', async () => {
  await fc.assert(
    fc.asyncProperty(toldTwice, fc.integer({ min: 60, max: 120 }), async (lines, most) => {
      const { found, largest, beyond } = await bySpans(lines, most)
      fc.pre(beyond.length === 0)
      expect(largest).toBeLessThanOrEqual(most)
      expect(found.map(doubleId).sort()).toEqual(findDoubles(lines).map(doubleId).sort())
    }),
    { numRuns: 60 },
  )
})

test('in made-up books reading by spans is as right as reading all at once, and takes no line twice', async () => {
  const book = doubledBook(dice(7))
  const { found, spans, beyond } = await bySpans(book.lines, 6_000)
  expect([spans.length > 3, beyond]).toEqual([true, []])
  const { precision, recall } = measured(book, found)
  const whole = measured(book, findDoubles(book.lines))
  expect(precision).toBeGreaterThan(0.985)
  expect(recall).toBeGreaterThan(whole.recall - 0.02)
  const sights = found.flatMap(({ counts, covered }) => [...counts, covered].map(sightName))
  expect(new Set(sights).size).toBe(sights.length)
})
