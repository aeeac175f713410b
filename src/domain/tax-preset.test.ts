import { expect, test } from 'vitest'
import { leavesSomething } from './gross-up.ts'
import { isDay } from './month.ts'
import { presetOf, TAX_PRESETS } from './tax-preset.ts'
import { equivalentWage } from './salary.ts'

test('every preset of a country names its day and its sources, and says that something is left out', () => {
  for (const { id, asOf, sources, says, currency } of TAX_PRESETS) {
    if (id === 'generic') continue
    expect(isDay(asOf ?? '')).toBe(true)
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.every(({ title, address }) => title !== '' && /^https?:\/\//.test(address))).toBe(true)
    expect(says).toContain('Left out')
    expect(currency).toMatch(/^[A-Z]{3}$/)
  }
})

test('every preset can be worked with: shares in range, a calendar of months in order, a wage that leaves something', () => {
  for (const { model, periods, wage } of TAX_PRESETS) {
    expect(leavesSomething(model)).toBe(true)
    expect(periods[0]?.start).toBe(1)
    expect(periods.map(({ start }) => start)).toEqual(periods.map(({ start }) => start).toSorted((a, b) => a - b))
    expect(equivalentWage(1_000_00, wage)).toBeGreaterThan(1_000_00)
  }
})

test('a preset that this program does not know is the one of no country', () => {
  expect(presetOf('atlantis').id).toBe('generic')
})
