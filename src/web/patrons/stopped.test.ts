import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutlookAnswer } from '#domain/outlook.ts'
import { outlook } from '#domain/outlook.ts'
import type { ChangeableBook } from '#domain/what-if.ts'
import { createFormat } from '#web/ui/format.ts'
import { payerOf, streamOf } from './crowd-fixture.ts'
import { stoppedQuestion, withoutStopped } from './stopped-question.ts'
import { stoppedSentences } from './stopped-words.ts'

const format = createFormat('en', 'EUR')
const months = 12
const always = (net: number) => Array.from({ length: months }, () => net)
const book: ChangeableBook = {
  streams: [
    { stream: 4, venture: 1, platform: 'github-sponsors', kind: 'patronage', net: always(60_000) },
    { stream: 7, venture: 2, platform: '', kind: 'service', net: always(40_000) },
  ],
  first: '2025-11',
  running: '2026-11',
  horizon: 13,
  known: [{ stream: 0, ahead: 2, amount: 12_000, chance: 1_000, patron: 'ada' }],
  patrons: [{ patron: 'ada', parts: [{ stream: 4, net: always(10_000) }] }],
  fees: [],
  leaving: 50,
}
const crowd = {
  streams: [streamOf(4, { net: 60_000 }), streamOf(7, { net: 40_000 })],
  others: { patrons: 30, parts: [{ stream: 4, net: 6_000 }] },
  payers: [payerOf('ada', [4, 10_000]), payerOf('newcomer', [7, 5_000])],
  currencies: [
    { currency: 'USD', parts: [{ stream: 4, net: 15_000, year: 150_000 }] },
    { currency: 'EUR', parts: [{ stream: 4, net: 45_000, year: 450_000 }] },
  ],
}
const without = (...keys: string[]) => withoutStopped(book, crowd, new Set(keys))
const firsts = ({ streams }: ReturnType<typeof without>) => streams.map(({ net }) => net[0])

test('patrons, streams, platforms and currencies are taken out of the months that are drawn from', () => {
  expect(firsts(without())).toEqual([60_000, 40_000])
  expect(without('patron ada')).toMatchObject({ known: [{ amount: 0 }] })
  expect(firsts(without('patron ada'))).toEqual([50_000, 40_000])
  // Of whom the year tells nothing it is their share of the last full month: an eighth, and a tenth.
  expect(firsts(without('patron newcomer'))).toEqual([60_000, 35_000])
  expect(firsts(without('others'))).toEqual([54_000, 40_000])
  expect(without('others').known[0]?.amount).toBe(10_800)
  expect(firsts(without('stream 7'))).toEqual([60_000, 0])
  expect(without('platform github-sponsors')).toMatchObject({ known: [{ amount: 0 }] })
  expect(firsts(without('platform github-sponsors'))).toEqual([0, 40_000])
  expect(firsts(without('currency USD'))).toEqual([45_000, 40_000])
  expect(firsts(without('currency USD', 'currency EUR'))).toEqual([0, 40_000])
  expect(without('currency USD').known[0]?.amount).toBe(9_000)
})

const real = {
  streams: book.streams.map(({ kind, net }) => ({ kind, net })),
  first: book.first,
  known: book.known.map(({ stream, ahead, amount, chance }) => ({ stream, ahead, amount, chance })),
  enough: 90_000,
  recalibration: 1_000,
  horizon: book.horizon,
}
const ask = (...keys: string[]) => {
  return outlook(stoppedQuestion({ real, pay: { buffer: 0, least: 0, certainty: 90 } }, book, { crowd, stopped: new Set(keys) }))
}

test('enough and steady pay are told with everybody and without those that stop', () => {
  const answer = ask('stream 7')
  expect(stoppedSentences({ lens: 'cash', inLens: answer, cash: answer }, format)).toEqual([
    'Enough next month in 1 of 10 or fewer without them, in 9 of 10 or more with everybody (cash, net).',
    'Steady pay, in cash, for a year that holds in 9 of 10 cases: €600 a month without them, €1,000 with everybody.',
  ])
})

test('enough is told in the lens of the page, and pay beside it of cash', () => {
  const [inLens, cash] = [ask('stream 7'), ask()]
  expect(stoppedSentences({ lens: 'smoothed', inLens, cash }, format)).toEqual([
    'Enough next month in 1 of 10 or fewer without them, in 9 of 10 or more with everybody (smoothed, net).',
    'Steady pay, in cash, for a year that holds in 9 of 10 cases: €1,000 a month, with them and without.',
  ])
})

test('where nothing can be drawn, or no line is set, only that is said', () => {
  const none = { real: null, changed: null }
  expect(stoppedSentences({ lens: 'smoothed', inLens: none, cash: none }, format)).toEqual([
    'How probable enough stays without them takes six full months to say.',
  ])
  const year = { ofTen: [], pay: { pay: 100_000 } } as unknown as OutlookAnswer['real'] // as much of it as is told
  const untold = { real: year, changed: year }
  expect(stoppedSentences({ lens: 'smoothed', inLens: untold, cash: untold }, format)).toHaveLength(1)
})

test('whoever stops, enough gets no more probable and steady pay no higher', () => {
  const keys = [
    'patron ada',
    'patron newcomer',
    'others',
    'stream 4',
    'stream 7',
    'platform github-sponsors',
    'currency USD',
    'currency EUR',
  ]
  fc.assert(
    fc.property(fc.subarray(keys, { minLength: 1 }), (stopped) => {
      const { real: now, changed: then } = ask(...stopped)
      expect(then?.ofTen[0] ?? 0).toBeLessThanOrEqual(now?.ofTen[0] ?? 0)
      expect(then?.pay.pay ?? 0).toBeLessThanOrEqual(now?.pay.pay ?? 0)
    }),
    { numRuns: 12 },
  )
})
