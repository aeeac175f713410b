import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelBox, layOutScatter, type Placed } from './scatter-layout.ts'

const at = (key: number, [x, y]: [number, number], more: Partial<Placed> = {}): Placed => {
  return { key, x, y, size: 100, label: 'Editing', ...more }
}
const size = { width: 600, height: 300 }

test('marks stand where their values are, with an area by what they bring', () => {
  const [large, small, none] = layOutScatter([at(1, [0.5, 0.5]), at(2, [0.2, 0.75], { size: 49 }), at(3, [0.8, 0.25], { size: 0 })], size)
  expect(large).toEqual({ key: 1, left: 300, top: 150, width: 44, side: 'right' })
  expect(small).toMatchObject({ left: 120, top: 87, width: 31 })
  expect(none).toMatchObject({ width: 24 })
})

test('a label goes to another side where it would leave the picture or meet another', () => {
  const [edge] = layOutScatter([at(1, [0.97, 0.5])], size)
  expect(edge?.side).toBe('left')
  const [first, second] = layOutScatter([at(1, [0.5, 0.5]), at(2, [0.5, 0.55])], size)
  expect([first?.side, second?.side]).toEqual(['right', 'left'])
})

test('on the narrowest screen the ventures of the example have labels that meet nothing', () => {
  const example: [string, [number, number], number][] = [
    ['Editing', [0.565, 0.664], 85_000],
    ['Obtool', [0.376, 0.9], 60_000],
    ['Field notes', [0.667, 0.845], 39_000],
    ['Zine shop', [0.395, 0.657], 30_000],
    ['Choir scores', [0.205, 0.58], 25_000],
    ['Workshops', [0.79, 0.04], 20_000],
  ]
  const placed = example.map(([label, values, net], key) => at(key, values, { label, size: net }))
  const marks = layOutScatter(placed, { width: 246, height: 300 })
  const labels = marks.map((mark, i) => labelBox(mark, mark.side, placed[i]?.label.length ?? 0))
  const round = marks.map(({ left, top, width }) => {
    return { left: left - width / 2, right: left + width / 2, top: top - width / 2, bottom: top + width / 2 }
  })
  const meet = (a: (typeof labels)[number], b: (typeof labels)[number]) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  for (const [i, label] of labels.entries()) {
    expect(labels.filter((other, at) => at !== i && meet(label, other))).toEqual([])
    expect(round.filter((other, at) => at !== i && meet(label, other))).toEqual([])
  }
})

const anyPlaced = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(9_999),
})

test('every mark stands within the picture and can be met by a finger', () => {
  fc.assert(
    fc.property(fc.array(anyPlaced, { maxLength: 7 }), fc.integer({ min: 240, max: 1000 }), (some, width) => {
      const marks = layOutScatter(
        some.map((one, key) => ({ ...one, key, label: 'Zine shop' })),
        { width, height: 260 },
      )
      for (const mark of marks) {
        expect(mark.width).toBeGreaterThanOrEqual(24)
        expect(mark.left - mark.width / 2).toBeGreaterThanOrEqual(0)
        expect(mark.left + mark.width / 2).toBeLessThanOrEqual(width + 1e-9)
        expect(mark.top - mark.width / 2).toBeGreaterThanOrEqual(0)
        expect(labelBox(mark, mark.side, 9).right).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})
