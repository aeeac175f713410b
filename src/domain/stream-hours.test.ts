import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedStream, partHours } from './stream-hours.ts'

const of = (...bound: number[]) => ({ bound, named: bound.map(() => 0) })

test('hours of a venture are parted by what a month of each stream usually brings', () => {
  // Invoices 600 a month, courses 900 every third: 300 a month from the first to the last.
  const invoices = of(600_00, 600_00, 600_00, 600_00)
  const courses = of(900_00, 0, 0, 300_00)
  expect(partHours([invoices, courses], [1_800, 1_800, 900, 0])).toEqual([
    [1_200, 1_200, 600, 0],
    [600, 600, 300, 0],
  ])
})

test('a stream takes no hours before its first money nor after its last', () => {
  expect(partHours([of(500_00, 500_00, 0, 0), of(0, 0, 250_00, 0)], [600, 600, 600, 600])).toEqual([
    [600, 600, 0, 400],
    [0, 0, 600, 200],
  ])
})

test('time that names a stream is its own, and from then on the rest is that of the others', () => {
  const upwork = { bound: [300_00, 300_00, 300_00], named: [0, 240, 0] }
  expect(partHours([upwork, of(300_00, 300_00, 300_00)], [600, 360, 600])).toEqual([
    [300, 240, 0],
    [300, 360, 600],
  ])
  // Where each is named, care of both is nobody's more than the other's.
  expect(partHours([upwork, { bound: [100_00, 100_00, 100_00], named: [60, 60, 60] }], [0, 40, 40])).toEqual([
    [0, 270, 30],
    [60, 70, 70],
  ])
})

test('a stream is named by its words within the project, unless its venture is called so too', () => {
  const streams = [
    { id: 1, name: 'Editing' },
    { id: 2, name: 'Upwork' },
    { id: 3, name: 'Upwork, books' },
  ]
  const named = (project: string) => namedStream(project, 'Editing', streams)?.id ?? null
  expect([named('Editing'), named('Editing – UPWORK'), named('Client: upwork books'), named('Upworking'), named('')]).toEqual([
    null,
    2,
    3,
    null,
    null,
  ])
})

test('no minute is lost and none is made', () => {
  const months = 5
  const list = (least: number) => fc.array(fc.integer({ min: least, max: 90_000 }), { minLength: months, maxLength: months })
  const stream = fc.record({ bound: list(-20_000), named: fc.oneof(fc.constant(Array(months).fill(0)), list(0)) })
  fc.assert(
    fc.property(fc.array(stream, { minLength: 1, maxLength: 5 }), list(0), (streams, rest) => {
      const parts = partHours(streams, rest)
      for (const [month, minutes] of rest.entries()) {
        const named = streams.reduce((sum, one) => sum + one.named[month], 0)
        expect(parts.reduce((sum, row) => sum + (row[month] ?? 0), 0)).toBe(minutes + named)
        for (const row of parts) expect(row[month]).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 100 },
  )
})
