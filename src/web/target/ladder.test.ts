import { expect, test } from 'vitest'
import type { PlannedNeed } from '#domain/target-plan.ts'
import { createFormat } from '#web/ui/format.ts'
import { carriersOf, ladderRows, ladderSummary, rungText } from './ladder.ts'

const format = createFormat('en-GB', 'EUR')
const need = (text: string, amount: number, level: PlannedNeed['level']): PlannedNeed => ({ text, amount, level, per: 'month' })
const stream = (id: number, name: string, net: number) => {
  return {
    stream: id,
    name,
    ventureName: 'Obtool',
    kind: 'patronage' as const,
    archived: false,
    net: Array.from({ length: 12 }, () => net),
    yearly: [],
  }
}
const streams = [stream(1, 'Workshops', 200_00), stream(2, 'GitHub Sponsors', 500_00), stream(3, 'Liberapay', 700_00)]
const next = { low: 1_000_00, middle: 1_200_00, high: 1_500_00, byStream: [0, 400_00, 600_00] }
const needs = [
  need('Training', 300_00, 'comfortable'),
  need('Rent', 640_00, 'bare'),
  need('Pension', 160_00, 'enough'),
  need('Trips', 200_00, 'enough'),
]
const facts = { needs, target: { bare: 800_00, enough: 1_250_00, comfortable: 1_625_00 }, streams, next }

test('needs stand by their level, each with who pays it, in the basis that they are paid in', () => {
  const rows = ladderRows(facts)
  // Of 1,250 before tax 1,000 are left: of the 1,000 that can be counted on 800.
  expect(rows.map((row) => `${row.text}: ${rungText(row, streams, format)}`)).toEqual([
    'Rent: firm, paid by Liberapay and GitHub Sponsors',
    'Pension: firm, paid by GitHub Sponsors',
    'Trips: in a usual month, paid by Liberapay, GitHub Sponsors and Workshops',
    'Training: open: €120 of it from Workshops',
  ])
  expect(ladderSummary(rows)).toBe('Of four needs two are firm, one is paid in a usual month, one is open.')
})

test('what a stream usually pays is its middle month of twelve, not its mean, and no older one', () => {
  const shop = {
    ...stream(1, 'Shop', 0),
    net: [9_000_00, ...Array.from({ length: 7 }, () => 50_00), ...Array.from({ length: 5 }, () => 400_00)],
  }
  const told = { ...facts, streams: [shop], next: { ...next, byStream: [0] } }
  // Of 1,250 before tax 1,000 are left: four fifths of the median 50 and of the mean (7 × 50 + 5 × 400) ÷ 12 = 195.83.
  expect(carriersOf(told)).toEqual([{ dependable: 0, usual: 40_00, mean: 156_66 }])
})

test('all of enough is firm just when enough can be counted on', () => {
  const enough = { ...next, low: 1_250_00, byStream: [0, 500_00, 750_00] }
  const states = (of: typeof next) => ladderRows({ ...facts, next: of }).map(({ state, level }) => [level, state])
  expect(states(enough).filter(([level]) => level !== 'comfortable')).toEqual([
    ['bare', 'firm'],
    ['enough', 'firm'],
    ['enough', 'firm'],
  ])
  expect(states({ ...enough, byStream: [0, 500_00, 749_00] })).toContainEqual(['enough', 'usual'])
})

test('many payers are counted, and nothing paid is open', () => {
  const many = ['A', 'B', 'C', 'D', 'E'].map((name, i) => stream(i, name, 100_00))
  const byStream = many.map(() => 100_00)
  const [row] = ladderRows({
    ...facts,
    needs: [need('Rent', 400_00, 'bare')],
    streams: many,
    next: { ...next, byStream },
    target: { bare: 400_00, enough: 400_00, comfortable: 400_00 },
  })
  expect(row && rungText(row, many, format)).toBe('firm, paid by A, B, C and D')
  const commas = many.map((one, i) => ({ ...one, name: `Shop, part ${i + 1}` }))
  expect(row && rungText(row, commas, format)).toBe('firm, paid by Shop, part 1 + Shop, part 2 + Shop, part 3 + Shop, part 4')
  const none = ladderRows({ ...facts, streams: [] })
  expect(none.map((one) => rungText(one, [], format))).toEqual(['open', 'open', 'open', 'open'])
  expect(ladderSummary(none)).toBe('All four are open.')
  expect(ladderSummary(none.slice(0, 2))).toBe('Both are open.')
  expect(ladderSummary(none.slice(0, 1))).toBe('The one need is open.')
  const gone = streams.map((one) => ({ ...one, archived: true }))
  const rows = ladderRows({ ...facts, streams: gone, next: { ...next, byStream: [0, 0, 0] } })
  expect(ladderSummary(rows)).toBe('All four are open.')
})
