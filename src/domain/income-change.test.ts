import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incomeChange as changeOf, type Money, type PatronStand, type PayerGross } from './income-change.ts'
import type { MonthCell, StreamPlace } from './income.ts'
import { net } from './money.ts'

const STREAMS = new Map<number, StreamPlace>([
  [1, { venture: 1, kind: 'patronage' }],
  [2, { venture: 2, kind: 'patronage' }],
  ...[3, 4, 5, 6, 7, 8].map((stream): [number, StreamPlace] => [stream, { venture: stream, kind: 'sales' }]),
])
const STANDS: Record<string, PatronStand> = {
  comes: { was: false, is: true, earlier: false, several: false },
  again: { was: false, is: true, earlier: true, several: false },
  goes: { was: true, is: false, earlier: true, several: false },
  stays: { was: true, is: true, earlier: true, several: false },
  yearly: { was: true, is: true, earlier: true, several: true },
  passes: { was: false, is: false, earlier: false, several: false },
}
const told = { month: 'after', streams: STREAMS, standOf: (patron: string) => STANDS[patron] ?? STANDS['stays']! }

/** As if the lines of one were of the earlier month and those of the other of the later. */
function incomeChange(before: Money, after: Money) {
  const [was, is] = [{ month: 'before' }, { month: 'after' }]
  const cells = [...before.cells.map((one) => ({ ...one, ...was })), ...after.cells.map((one) => ({ ...one, ...is }))]
  const payers = [...before.payers.map((one) => ({ ...one, ...was })), ...after.payers.map((one) => ({ ...one, ...is }))]
  return changeOf({ cells, payers }, told)
}

type Parts = { gross?: number; fees?: number; refunds?: number }

function cell(stream: number, parts: Parts, { currency = 'EUR', rate = 1 } = {}): MonthCell {
  const native = { gross: 0, fees: 0, refunds: 0, tax: 0, ...parts }
  const home = { gross: native.gross * rate, fees: native.fees * rate, refunds: native.refunds * rate, tax: 0 }
  return { stream, month: '', currency, native: { ...native, entries: 1 }, home, estimated: 0 }
}

function gift(patron: string, native: number, { stream = 1, currency = 'EUR', rate = 1 } = {}): PayerGross {
  return { patron, month: '', stream, currency, native, home: native * rate }
}

const changed = (before: Money, after: Money) =>
  incomeChange(before, after).parts.map(({ change, venture, net: sum, patrons }) => [change, venture, sum, patrons])

test('patrons who come, come back, go, stay with more or less, pay for a year or once are told apart, and so is what names nobody', () => {
  const before = [gift('goes', 300), gift('stays', 500), gift('other', 700), gift('yearly', 1_200), gift('passes', 50)]
  const after = [gift('comes', 400), gift('again', 250), gift('stays', 650), gift('other', 600), gift('passes', 90)]
  const change = changed(
    { cells: [cell(1, { gross: 2_800, fees: 100 })], payers: before },
    { cells: [cell(1, { gross: 2_040, fees: 80, refunds: 30 })], payers: after },
  )
  expect(change).toEqual([
    ['new', null, 400, 1],
    ['returned', null, 250, 1],
    ['more', null, 150, 1],
    ['less', null, -100, 1],
    ['left', null, -300, 1],
    ['several', null, -1_200, 1],
    ['once', null, 40, 1],
    ['fees', null, 20, 0],
    ['refunds', null, -30, 0],
  ])
  // 50 was nobody's: of both months' gross that names nobody.
  expect(changed({ cells: [cell(1, { gross: 50 })], payers: [] }, { cells: [cell(1, { gross: 80 })], payers: [] })).toEqual([
    ['unnamed', null, 30, 0],
  ])
})

test('the four ventures that changed most are told, and the others as one', () => {
  const after = [3, 4, 5, 6, 7, 8].map((stream) => cell(stream, { gross: stream === 5 ? 900 : stream * 10 }))
  expect(changed({ cells: [], payers: [] }, { cells: after, payers: [] })).toEqual([
    ['venture', 5, 900, 0],
    ['venture', 8, 80, 0],
    ['venture', 7, 70, 0],
    ['venture', 6, 60, 0],
    ['others', null, 70, 0],
  ])
})

test('the same dollars at another rate are a change of rates, more dollars are more at the new rate', () => {
  const at = (native: number, rate: number): Money => ({
    cells: [cell(1, { gross: native }, { currency: 'USD', rate }), cell(3, { gross: 100, fees: 10 }, { currency: 'USD', rate })],
    payers: [gift('stays', native, { currency: 'USD', rate })],
  })
  expect(changed(at(100, 4), at(100, 3))).toEqual([['fx', null, -190, 0]])
  expect(changed(at(100, 4), at(120, 3))).toEqual([
    ['more', null, 60, 1],
    ['fx', null, -190, 0],
  ])
})

test('money without a rate is left out', () => {
  const lost = { ...cell(3, { gross: 100 }, { currency: 'RUB' }), home: null }
  expect(incomeChange({ cells: [lost], payers: [] }, { cells: [], payers: [] })).toEqual({ start: 0, end: 0, parts: [] })
})

const amount = fc.integer({ min: 0, max: 90_000 })
const line = fc.record({
  stream: fc.integer({ min: 1, max: 8 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
  gross: amount,
  fees: fc.integer({ min: -50, max: 3_000 }),
  refunds: amount,
  rate: fc.integer({ min: 1, max: 9 }),
  patron: fc.constantFrom('', 'other', ...Object.keys(STANDS)),
})
const month = fc.array(line, { maxLength: 12 }).map((lines): Money => {
  return {
    cells: lines.map((one) => {
      const { stream, currency, gross, fees, refunds } = one
      return cell(stream, { gross, fees, refunds }, { currency, rate: currency === 'EUR' ? 1 : one.rate })
    }),
    payers: lines.flatMap(({ patron, gross, ...one }) => {
      return patron === '' ? [] : [gift(patron, gross, { ...one, rate: one.currency === 'EUR' ? 1 : one.rate })]
    }),
  }
})
const netOf = ({ cells }: Money) => cells.reduce((sum, { home }) => sum + (home ? net(home) : 0), 0)
const sumOf = (parts: readonly { net: number }[]) => parts.reduce((sum, part) => sum + part.net, 0)

test('start and all parts sum to the end, of any two months', () => {
  fc.assert(
    fc.property(month, month, (before, after) => {
      const { start, end, parts } = incomeChange(before, after)
      expect([start, end]).toEqual([netOf(before), netOf(after)])
      expect(start + sumOf(parts)).toBe(end)
      expect(parts.filter(({ change }) => change === 'venture').length).toBeLessThanOrEqual(4)
    }),
  )
})

test('the order of the lines changes nothing', () => {
  const shuffled = month.chain((one) =>
    fc.record({
      one: fc.constant(one),
      other: fc.record({
        cells: fc.shuffledSubarray([...one.cells], { minLength: one.cells.length }),
        payers: fc.shuffledSubarray([...one.payers], { minLength: one.payers.length }),
      }),
    }),
  )
  fc.assert(
    fc.property(shuffled, shuffled, (before, after) => {
      expect(incomeChange(before.other, after.other)).toEqual(incomeChange(before.one, after.one))
    }),
  )
})

test('a month against itself changes nothing, and backwards the whole turns its sign', () => {
  fc.assert(
    fc.property(month, month, (before, after) => {
      expect(incomeChange(before, before).parts).toEqual([])
      const [there, back] = [incomeChange(before, after), incomeChange(after, before)]
      expect(sumOf(back.parts)).toBe(-sumOf(there.parts) || 0)
    }),
  )
})
