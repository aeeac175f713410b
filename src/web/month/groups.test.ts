import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupRows, KINDS, partOf, stackOf, totalAt, type Row } from './groups.ts'

const row = (stream: number, venture: number, net: number[]): Row => ({
  stream,
  venture,
  net,
  name: `S${stream}`,
  ventureName: `V${venture}`,
  kind: 'patronage',
})
const byId = (ids: number[]) => new Map(ids.map((id, rank) => [id, rank]))
const ranks = { venture: byId([1, 2, 3, 4, 5, 6]), stream: byId([1, 2, 3, 4, 5, 6]) }

test('streams of one venture are one group', () => {
  const groups = groupRows([row(1, 1, [1, 2]), row(2, 1, [10, 20])], 'venture', ranks)
  expect(groups).toMatchObject([{ name: 'V1', values: [11, 22], hue: { fill: 'var(--hue-1)' } }])
})

test('past four, groups share a grey; a lone one keeps its name', () => {
  const six = [1, 2, 3, 4, 5, 6].map((id) => row(id, id, [id]))
  expect(groupRows(six, 'venture', ranks).map((group) => group.name)).toEqual(['V1', 'V2', 'V3', 'V4', 'Other (2)'])
  expect(groupRows(six.slice(0, 5), 'stream', ranks).at(-1)).toMatchObject({ name: 'V5 · S5', hue: { fill: 'var(--hue-other)' } })
})

test('a hue stays with its owner whatever the others bring', () => {
  const alone = groupRows([row(3, 3, [5])], 'venture', ranks)
  expect(alone[0]?.hue.fill).toBe('var(--hue-3)')
})

test('what is estimated of a group is told apart, also in the grey one', () => {
  const estimated = { ...row(2, 1, [10, 20]), estimated: true }
  expect(groupRows([row(1, 1, [1, 2]), estimated], 'venture', ranks)).toMatchObject([{ values: [11, 22], estimated: [10, 20] }])
  expect(groupRows([row(1, 1, [1, 2])], 'venture', ranks)[0]?.estimated).toBeUndefined()
  const six = [1, 2, 3, 4, 5, 6].map((id) => ({ ...row(id, id, [id]), estimated: id === 6 }))
  expect(groupRows(six, 'venture', ranks).map((group) => group.estimated)).toEqual([undefined, undefined, undefined, undefined, [6]])
})

test('a group opens as what it is: a venture, a stream, or the streams that it sums', () => {
  const six = [1, 2, 3, 4, 5, 6].map((id) => row(id, id, [id]))
  expect(groupRows(six.slice(0, 5), 'venture', ranks).map(partOf)).toEqual([1, 2, 3, 4, 5].map((venture) => ({ venture })))
  expect(groupRows(six, 'venture', ranks).map(partOf).at(-1)).toEqual({ streams: '5,6' })
  expect(groupRows(six, 'stream', ranks).map(partOf)).toEqual([...[1, 2, 3, 4].map((stream) => ({ stream })), { streams: '5,6' }])
  expect(groupRows(six, 'kind', ranks).map(partOf)).toEqual([{ streams: '1,2,3,4,5,6' }])
})

test('the order of kinds knows every kind once', () => {
  expect(new Set(KINDS.map(({ kind }) => kind)).size).toBe(7)
})

const rows = fc.array(
  fc.record({
    stream: fc.integer({ min: 1, max: 9 }),
    venture: fc.integer({ min: 1, max: 6 }),
    net: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 }),
    kind: fc.constantFrom(...KINDS.map(({ kind }) => kind)),
    name: fc.constant('s'),
    ventureName: fc.constant('v'),
  }),
)

test('every grouping has the same totals', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('venture', 'stream', 'kind'), (list, by) => {
      const groups = groupRows(list, by, ranks)
      for (const i of [0, 1, 2]) expect(totalAt(groups, i)).toBe(list.reduce((sum, one) => sum + (one.net[i] ?? 0), 0))
    }),
  )
})

test('the blocks of a bar, with their signs, sum to its total, and touch without gaps', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const groups = groupRows(list, 'stream', ranks)
      const blocks = stackOf(groups, 0)
      expect(blocks.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(totalAt(groups, 0))
      for (const side of [1, -1]) {
        let edge = 0
        for (const { from, to } of blocks.filter((block) => Math.sign(block.to) === side)) {
          expect(from).toBe(edge)
          edge = to
        }
      }
    }),
  )
})
