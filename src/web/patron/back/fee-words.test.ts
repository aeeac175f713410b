import { expect, test } from 'vitest'
import { feeLines, feeOfWay, isFree } from './fee-words.ts'

test('of €2 a month by card the maker gets €1.64 monthly, and more when it comes together', () => {
  expect(feeLines(200, { fixed: 30, basisPoints: 290 })).toEqual([
    { rhythm: 'monthly', net: 164, tenths: 179 },
    { rhythm: 'quarterly', net: 184, tenths: 79 },
    { rhythm: 'yearly', net: 192, tenths: 42 },
  ])
})

test('a transfer is free', () => {
  expect(isFree(feeOfWay({ kind: 'bank', holder: 'A', iban: 'DE89370400440532013000', since: '2026-01-01' }))).toBe(true)
  expect(isFree(feeOfWay({ kind: 'stripe', fee: { fixed: 30, basisPoints: 290 } }))).toBe(false)
})
