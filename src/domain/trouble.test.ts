import { expect, test } from 'vitest'
import type { Sighting } from './entry.ts'
import { lineTrouble } from './trouble.ts'

const line: Sighting = { key: 'k', at: '2024-05-03', kind: 'payment', currency: 'EUR', gross: 1, fees: 0, refunds: 0, tax: 0, months: 1 }

test('a good line has no trouble', () => {
  expect(lineTrouble(line)).toBeUndefined()
  expect(lineTrouble({ ...line, gross: -5, at: '2024-05', months: 120 })).toBeUndefined()
})

test.each([
  [{ currency: 'XYZ' }, 'currency'],
  [{ currency: 'eur' }, 'currency'],
  [{ at: '2024-02-30' }, 'date'],
  [{ at: '' }, 'date'],
  [{ gross: 1.5 }, 'gross'],
  [{ fees: NaN }, 'fees'],
  [{ refunds: 2 ** 53 }, 'refunds'],
  [{ tax: -1e14 }, 'tax'],
  [{ months: 0 }, 'months'],
  [{ months: 121 }, 'months'],
])('a line that could not be kept is told by its field: %o', (change, field) => {
  expect(lineTrouble({ ...line, ...change })?.field).toBe(field)
})
