import { expect, test } from 'vitest'
import type { Venture } from '#contract/venture.ts'
import { overviewOf } from './overview.ts'
import { testStream } from './stream-fixture.ts'

const venture = (id: number, archived = false): Venture => ({ id, name: `V${id}`, work: 'basic', archived, joy: null, streams: 1 })
const income = (nets: Record<number, number[]>) => ({
  months: ['2026-10', '2026-11'],
  streams: Object.entries(nets).map(([stream, net]) => ({
    stream: Number(stream),
    name: '',
    venture: 1,
    ventureName: '',
    kind: 'other' as const,
    net,
  })),
})

test('ventures and their streams stand by what they brought in the year', () => {
  const streams = [testStream(1), testStream(2), testStream(3, { venture: 2 })]
  const overview = overviewOf(streams, [venture(1), venture(2)], income({ 1: [10, 20], 2: [50, 0], 3: [500, 0] }))
  expect(overview.ventures.map((one) => [one.venture.id, one.thisMonth, one.year, one.rows.map(({ stream }) => stream.id)])).toEqual([
    [2, 0, 500, [3]],
    [1, 20, 80, [2, 1]],
  ])
  expect(overview).toMatchObject({ thisMonth: 20, year: 580 })
})

test('what was put away stands apart and still counts in the totals; a stream without income is there with nothing', () => {
  const streams = [testStream(1, { archived: true }), testStream(2), testStream(3, { venture: 2 })]
  const overview = overviewOf(streams, [venture(1), venture(2, true)], income({ 1: [10, 20], 3: [1, 1] }))
  expect(overview.archived.map(({ stream }) => stream.id)).toEqual([1, 3])
  expect(overview.ventures[0]?.rows).toMatchObject([{ thisMonth: 0, year: 0, net: [0, 0] }])
  expect(overview.year).toBe(32)
})
