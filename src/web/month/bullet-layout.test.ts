import { expect, test } from 'vitest'
import { hueOf } from '#web/ui/hues.ts'
import { bulletTop, layOutBullet } from './bullet-layout.ts'

const target = { from: '2026-01', bare: 150, enough: 200, comfortable: 250 }
const group = (key: string, value: number) => ({ key, name: key, hue: hueOf(0), values: [value] })

test('the scale runs to one and a half times enough, or further where more arrived', () => {
  expect(bulletTop(target, 100)).toBe(300)
  expect(bulletTop(target, 500)).toBe(500)
  expect(bulletTop(null, 100)).toBe(125)
  expect(bulletTop(null, 0)).toBe(1)
})

test('segments stand end to end and end at the total', () => {
  const { segments } = layOutBullet([group('a', 60), group('b', 90)], target)
  expect(segments).toMatchObject([
    { key: 'a', x: 0, width: 20 },
    { key: 'b', x: 20, width: 30 },
  ])
})

test('what a group lost is taken from the end', () => {
  const { segments } = layOutBullet([group('a', 60), group('b', 90), group('c', -30)], target)
  expect(segments.at(-1)).toMatchObject({ key: 'b', x: 20, width: 20 })
  expect(layOutBullet([group('a', -60)], target).segments).toEqual([])
})

test('levels that are the same as enough are not marked twice', () => {
  expect(layOutBullet([], target).marks.map((mark) => mark.level)).toEqual(['basics', 'enough', 'comfortable'])
  expect(layOutBullet([], { ...target, bare: 0, comfortable: 200 }).marks.map((mark) => mark.level)).toEqual(['enough'])
})

test('what is put aside for tax is the end of what has come, never more than that', () => {
  const groups = [group('a', 60), group('b', 90)]
  expect(layOutBullet(groups, target, { aside: 60 }).aside).toEqual({ x: 30, width: 20 })
  expect(layOutBullet(groups, target, { aside: 400 }).aside).toEqual({ x: 0, width: 50 })
  expect(layOutBullet(groups, target).aside).toBeNull()
  expect(layOutBullet([group('a', -60)], target, { aside: 10 }).aside).toBeNull()
})

test('where the month will likely end is laid along the same scale, and widens it where it must', () => {
  expect(layOutBullet([group('a', 60)], target, { band: { low: 90, high: 240 } }).likely).toEqual({ x: 30, width: 50 })
  expect(layOutBullet([group('a', 60)], target, { band: { low: 300, high: 600 } }).likely).toEqual({ x: 50, width: 50 })
  expect(layOutBullet([group('a', 60)], target).likely).toBeNull()
})

test('words of levels that are too near stand below each other', () => {
  const rows = (total: number, narrow: boolean) => layOutBullet([group('a', total)], target, { narrow }).marks.map(({ row }) => row)
  expect([rows(100, false), rows(100, true)]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ])
  // Far over enough all levels stand close together.
  expect([rows(2_000, false), rows(2_000, true)]).toEqual([
    [0, 0, 1],
    [0, 0, 1],
  ])
})
