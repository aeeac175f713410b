import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const LAYOUT = 'harvest-time'
const text = readFileSync(new URL('samples/decimal-commas.csv', import.meta.url), 'utf8')

test('hours with a decimal comma or as minutes become minutes, and days without a time keep theirs', async () => {
  expect(layoutOf(text)).toBe(LAYOUT)
  const reading = await readWhole(LAYOUT, text)
  expect(reading.hours.map(({ key, minutes, project }) => [key, minutes, project])).toEqual([
    ['2024-03-04:ada example::obtool:', 1200, 'Obtool'],
    // 0.01 h are 36 seconds.
    ['2024-03-04:ada example:big company:editing:proofs', 1, 'Big Company: Editing'],
    ['2024-03-04:ada example:big company:editing:proofs#2', 80, 'Big Company: Editing'],
    ['2024-03-05:ada example:big company:editing:proofs', 90, 'Big Company: Editing'],
  ])
  expect(reading.hours[1]).toMatchObject({ at: '2024-03-04', note: 'Proofs, Working hard' })
  expect(reading.passedOver).toEqual(['shorter than half a minute'])
  expect(reading.complaints.map(({ row, field, text: cell }) => [row, field, cell])).toEqual([
    [7, 'Hours', '-1,0'],
    [8, 'Date', ''],
  ])
  expect(reading.facts).toMatchObject({ span: { from: '2024-03-04', to: '2024-03-05' }, warnings: [] })
})

test('any rows give each row one outcome, without throwing', async () => {
  const cells = ['2024-03-04', '03/04/2024', '13.05.2024', '1,5', '1:30', '0', 'x', 'Ada']
  await expectOneOutcomeEach({ layouts: [LAYOUT], texts: [text], cells })
})
