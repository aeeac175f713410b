import { expect, test } from 'vitest'
import type { IncomeByMonth } from '#contract/income.ts'
import { createFormat } from '#web/ui/format.ts'
import { groupRows } from './groups.ts'
import { monthsSummary } from './months-words.ts'

const format = createFormat('en', 'EUR')

function told(firstMonth: string | null, net: number[], more: Partial<IncomeByMonth> = {}): string {
  const streams = [{ stream: 1, name: 'a', venture: 1, ventureName: 'v', kind: 'sales' as const, net }]
  const months: IncomeByMonth = {
    lens: 'cash',
    currency: 'EUR',
    today: '2026-11-22',
    firstMonth,
    months: ['2026-08', '2026-09', '2026-10', '2026-11'],
    streams,
    enough: [1_000, 1_000, 1_000, 1_000],
    aside: null,
    targets: [],
    unconverted: [],
    untold: [],
    estimated: null,
    ...more,
  }
  return monthsSummary(months, groupRows(streams, 'stream', RANKS), format)
}

const RANKS = { stream: new Map(), venture: new Map() }

test('months before the first with any entry are drawn and not counted', () => {
  expect(told('2026-08', [500, 1_000, 1_000, 0])).toBe('2 of 3 full months with a target were enough. The hatched month is not over.')
  expect(told('2026-10', [0, 0, 1_000, 0])).toBe('1 of 1 full month with a target was enough. The hatched month is not over.')
  expect(told('2026-11', [0, 0, 0, 900])).not.toContain('with a target')
})

test('where no month can be told, none is counted', () => {
  const early = { lens: 'dependable' as const, untold: ['2026-08', '2026-09', '2026-10', '2026-11'] }
  expect(told('2026-08', [0, 0, 0, 0], early)).toMatch(/there is none yet\.$/)
  expect(told('2026-08', [0, 0, 0, 1_000], { ...early, untold: early.untold.slice(0, 3) })).toBe(
    'Enough could be counted on in 1 of 1 months. Of 3 nothing can be told: they have under six full months before them.',
  )
})
