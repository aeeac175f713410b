import { expect, test } from 'vitest'
import type { CsvRow } from './csv.ts'
import { DateOrder, isAmbiguous, orderIn, type NumberOrder, type SaidOrder } from './date-order.ts'

test.each([
  ['25/04/2026', 'dmy'],
  ['04/25/2026', 'mdy'],
  ['03.04.2026', 'dmy'],
  ['03/04/2026', undefined],
  ['13/15/2026', undefined],
  ['2026-04-03', undefined],
  ['', undefined],
] as const)('the date %j proves the order %s', (text, order) => expect(orderIn(text)).toBe(order))

test('a date that is the same in both orders is not in doubt', () => {
  expect(['03/04/2026', '03/03/2026', '03.04.2026', '25/04/2026'].map(isAmbiguous)).toEqual([true, false, false, false])
})

/** Reads dates and answers the order by which each was read, and what is told of it. */
function orders(dates: readonly string[], said?: SaidOrder) {
  const read: [string, NumberOrder | undefined][] = []
  const dateOf = ({ raw }: CsvRow) => raw
  const rows = new DateOrder({ dateOf, read: (row, order) => (read.push([row.raw, order]), []) }, said)
  for (const [i, raw] of dates.entries()) rows.row({ number: i + 2, cells: [], raw })
  rows.end()
  return { read, dates: rows.dates }
}

test('rows wait for a date that proves their order, and all are read by it', () => {
  const { read, dates } = orders(['03/04/2026', '13/15/2026', '25/04/2026', '01/02/2026'], { order: 'mdy', by: 'said' })
  expect(read.map(([, order]) => order)).toEqual(['dmy', 'dmy', 'dmy', 'dmy'])
  expect(dates).toEqual({ order: 'dmy', by: 'proof', because: '25/04/2026 can be nothing else', example: '25/04/2026' })
})

test('without a proof what was said holds, and else nothing does', () => {
  expect(orders(['03/04/2026'], { order: 'mdy', by: 'remembered' }).dates).toMatchObject({ order: 'mdy', by: 'remembered' })
  expect(orders(['03/03/2026', '03/04/2026']).dates).toEqual({ order: null, by: 'guess', because: '', example: '03/04/2026' })
  expect(orders(['2026-04-03', '03/03/2026'], { order: 'mdy', by: 'said' }).dates).toBeUndefined()
})
