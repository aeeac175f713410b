import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { layOutBullet } from './bullet-layout.ts'
import { pledgedSentence } from './pledged.ts'

const format = createFormat('en', 'EUR')
const group = { key: '1', name: 'Obtool', values: [60_000], hue: { fill: '', edge: '' } }
const target = { from: '2026-01', bare: 50_000, enough: 100_000, comfortable: 120_000 }

test('nothing pledged is nothing said', () => {
  expect(pledgedSentence({ month: 0, pledges: 0, atRisk: 0 }, format)).toBeUndefined()
  expect(layOutBullet([group], target).pledged).toBeNull()
})

test('what is pledged is said with what is at risk of it', () => {
  expect(pledgedSentence({ month: 500, pledges: 1, atRisk: 0 }, format)).toBe(
    '€5 more is pledged and not paid yet, by one pledge. It is hatched, and in no total.',
  )
  expect(pledgedSentence({ month: 18_500, pledges: 3, atRisk: 1 }, format)).toContain('by three pledges, one of them at risk.')
  expect(pledgedSentence({ month: 500, pledges: 1, atRisk: 1 }, format)).toContain('by one pledge, at risk.')
})

test('it stands after what came and moves none of it', () => {
  const without = layOutBullet([group], target)
  const beside = layOutBullet([group], target, { promised: 15_000 })
  expect(beside.segments).toEqual(without.segments)
  expect(beside.marks).toEqual(without.marks)
  expect(beside.pledged?.x).toBeCloseTo(40)
  expect(beside.pledged?.width).toBeCloseTo(10)
})

test('more than the scale holds widens the scale', () => {
  const { pledged, segments } = layOutBullet([group], target, { promised: 240_000 })
  expect((pledged?.x ?? 0) + (pledged?.width ?? 0)).toBeCloseTo(100)
  expect(segments[0]?.width).toBeCloseTo(20)
})
