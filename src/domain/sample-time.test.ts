import { expect, test } from 'vitest'
import { checkInTrouble } from './check-in.ts'
import { crowdingOut } from './crowding-out.ts'
import { sampleBook } from './sample.ts'

const today = '2026-07-22'
const { weeks, plan, joy } = sampleBook({ seed: 26, today }).time

test('the weeks of the example are check-ins up to the last full week, and a later day only adds some', () => {
  expect([weeks.length, weeks.at(-1)?.week]).toEqual([60, '2026-07-13'])
  for (const one of weeks) expect(checkInTrouble(one)).toBeUndefined()
  const later = new Map(sampleBook({ seed: 26, today: '2026-07-31' }).time.weeks.map((one) => [one.week, one]))
  for (const one of weeks.slice(2)) expect(later.get(one.week)).toEqual(one)
  expect(plan).toEqual({ floor: 40, sustainable: 6_000 })
  expect(joy).toHaveLength(6)
})

test('in the example more paid work went together with less basic work', () => {
  const told = crowdingOut(
    weeks.map(({ lines }) => ({
      paid: lines.reduce((sum, line) => sum + line.paid, 0),
      basic: lines.reduce((sum, line) => sum + line.basic, 0),
    })),
  )
  expect(told).toMatchObject({ say: 'slope', weeks: 26 })
})
