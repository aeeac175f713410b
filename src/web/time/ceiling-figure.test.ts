import { expect, test } from 'vitest'
import { ceiling, type BoundWork } from '#domain/ceiling.ts'
import type { Cell } from '#web/figures/derived-figure.ts'
import { createFormat } from '#web/ui/format.ts'
import { ceilingFigure } from './ceiling-figure.ts'
import { groundOf, MONTHS, timeOf } from './time-fixture.ts'

const format = createFormat('en', 'EUR')
const months = MONTHS
const streams = [
  groundOf('Gifts', { stream: 1, kind: 'patronage', free: [500_00, 510_00, 480_00, 505_00, 495_00, 520_00] }),
  groundOf('Editing', {
    stream: 2,
    bound: [1_200_00, 900_00, 1_300_00, 1_100_00, 1_250_00, 1_000_00],
    minutes: [5_400, null, 5_600, 5_000, 5_500, 4_800],
  }),
  groundOf('Talks', { stream: 3, bound: [0, 300_00, 0, 300_00, 320_00, 310_00], minutes: [null, null, null, 600, null, null] }),
  groundOf('Old shop', { stream: 4, archived: true, free: [90_00, 0, 0, 0, 0, 0] }),
]

/** What the rows of streams that go on say, as the ceiling is asked. */
function asked(rows: readonly (readonly Cell[])[]) {
  const going = [...Map.groupBy(rows, ([, name]) => String(name)).values()].filter((own) => own.every((row) => row[6] === ''))
  const free = going.map((own) => own.map((row) => Number(row[3])))
  const work = going.flatMap((own, i): BoundWork[] => {
    const net = own.map((row) => Number(row[4]))
    const worked = own.map((row, at) => (row[5] === null ? null : { net: net[at] ?? 0, minutes: Number(row[5]) }))
    return net.some((one) => one !== 0) ? [{ stream: i, venture: i, net, months: worked }] : []
  })
  return { free, work }
}

test('the ceiling opens down to the months of each stream, which give it again', () => {
  const { free, work } = asked(ceilingFigureOf(0).rows.rows)
  const told = ceiling(free, work, 5_000)
  const figure = ceilingFigureOf(told.total, told)
  expect(figure.figure).toBe(format.exact(told.total))
  expect(told.unrated).toHaveLength(1)
  const parts = [told.free, ...[...told.filled, ...told.unrated].map(({ net }) => net)]
  for (const part of parts) expect(figure.formula).toContain(format.exact(part))
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(told.total)
  expect(figure.leftOut.join(' ')).toContain('too few are known, so a usual month stands as it is: Talks')
})

test('the share that takes no hours is that of the rows of the last six months, archived ones too', () => {
  const { rows, inputs } = ceilingFigureOf(0)
  const sum = (at: number) => rows.rows.reduce((all, row) => all + Number(row[at]), 0)
  expect(inputs.find(({ label }) => label.startsWith('Takes no hours'))?.value).toBe(
    `${format.exact(sum(3))} of ${format.exact(sum(3) + sum(4))}`,
  )
})

function ceilingFigureOf(total: number, told?: ReturnType<typeof ceiling>) {
  const sum = (rows: readonly number[][]) => rows.flat().reduce((all, one) => all + one, 0)
  const free = sum(streams.map((one) => one.free))
  const names = (place: number) => ({ name: '', ventureName: ['Gifts', 'Editing', 'Talks'][place] ?? '' })
  const parts = told ?? { free: 0, filled: [], unrated: [], spare: 0, total }
  return ceilingFigure(
    {
      ...timeOf({ ground: { months, streams }, free: { free, all: free + sum(streams.map((one) => one.bound)), before: null } }),
      ceiling: {
        ...parts,
        sustainable: 5_000,
        filled: parts.filled.map((one) => ({ ...one, ...names(one.stream) })),
        unrated: parts.unrated.map((one) => ({ ...one, ...names(one.stream) })),
      },
    },
    format,
  )
}
