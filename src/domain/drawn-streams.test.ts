import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnStreams } from './drawn-streams.ts'
import { drawPaths } from './forecast.ts'
import { dice } from './dice.ts'

const months = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 8, maxLength: 8 })

test('what is known is not drawn, and an archived stream keeps its place', () => {
  const stream = { kind: 'patronage' as const, net: [500, 12_500], yearly: [0, 12_000] }
  expect(drawnStreams([{ ...stream, archived: false }])).toEqual([{ kind: 'patronage', net: [500, 500] }])
  expect(drawnStreams([{ ...stream, archived: true }])).toEqual([{ kind: 'patronage', net: [0, 0] }])
})

test('an archived stream changes nothing of what is drawn, whatever it brought', () => {
  const drawn = (nets: number[][], archived: boolean) =>
    drawPaths(
      {
        streams: drawnStreams(nets.map((net, i) => ({ kind: 'grant', net, yearly: [], archived: i === 1 && archived }))),
        first: '2026-01',
        horizon: 2,
        recalibration: 1_000,
      },
      dice(1),
    )?.totals
  fc.assert(
    fc.property(months, months, (kept, gone) => {
      expect(drawn([kept, gone], true)).toEqual(drawn([kept, kept.map(() => 0)], false))
    }),
    { numRuns: 20 },
  )
})
