import { expect, test } from 'vitest'
import { lastYear, meanOf, pastMonths } from './past-months.ts'

const stream = (net: number[]) => {
  return { stream: 1, name: '', ventureName: '', kind: 'service' as const, archived: false, net, yearly: [] }
}

test('twelve full months are looked back at, and all there are of fewer', () => {
  const fourteen = Array.from({ length: 14 }, (_, i) => i * 100)
  const { months, nets } = pastMonths({ today: '2026-11-22', streams: [stream(fourteen), stream(fourteen.map(() => 1))] })
  expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-11', '2026-10'])
  expect([nets.length, nets[0], nets.at(-1)]).toEqual([12, 201, 1_301])
  expect(pastMonths({ today: '2026-11-22', streams: [stream([5, 6])] })).toEqual({ months: ['2026-09', '2026-10'], nets: [5, 6] })
  expect(pastMonths({ today: '2026-11-22', streams: [] })).toEqual({ months: [], nets: [] })
  expect(lastYear(fourteen)).toEqual(fourteen.slice(2))
})

test('a mean is rounded half to even', () => {
  expect([meanOf([]), meanOf([1, 2]), meanOf([2, 3]), meanOf([-1, -2])]).toEqual([0, 2, 2, -2])
})
