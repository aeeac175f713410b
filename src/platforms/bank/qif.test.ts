import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { layoutOf } from '../rows-fixture.ts'

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const ENGLISH = sample('accounts-and-categories.qif')
const GERMAN = sample('day-first-decimal-comma.qif')

test('QIF: credits are payments in the currency of the book, which is said; own accounts and spending are transfers', async () => {
  expect([layoutOf(ENGLISH), layoutOf(GERMAN)]).toEqual(['bank-qif', 'bank-qif'])
  const { lines, transfers, complaints, passedOver, facts, outcomes } = await readWhole('bank-qif', ENGLISH, { home: 'USD' })
  expect(lines).toMatchObject([
    { at: '2024-12-01', kind: 'payment', gross: 125_000, currency: 'USD', name: 'Acme Press', note: 'Invoice 7' },
  ])
  expect(transfers.map(({ gross }) => gross)).toEqual([-1999, 8050])
  expect(complaints).toMatchObject([{ row: 5, field: 'amount', text: 'x' }])
  expect(passedOver).toHaveLength(2)
  expect(facts).toMatchObject({ warnings: [expect.stringContaining('read as USD')], style: { dates: 'month, day, year' } })
  expect(outcomes[1]).toMatchObject({ account: { id: 'Giro', name: 'Giro' } })
})

test('QIF: days first and decimal commas, and equal entries of a day are two', async () => {
  const { lines, sums, facts } = await readWhole('bank-qif', GERMAN, { home: 'EUR' })
  expect(lines.map(({ at }) => at)).toEqual(['2024-02-01', '2024-03-31', '2024-03-31'])
  expect(sums.net).toBe(123_456 + 2000)
  expect(new Set(lines.map(({ key }) => key)).size).toBe(3)
  expect(facts.style?.dates).toBe('day, month, year')
})

test('QIF: a date of which nothing says the order, and a currency that nobody knows, are told', async () => {
  const unclear = '!Type:Bank\nD01/02/2024\nT5.00\nPAda\n^\n'
  expect((await readWhole('bank-qif', unclear, { home: 'EUR' })).complaints).toMatchObject([{ field: 'D', text: '01/02/2024' }])
  expect((await readWhole('bank-qif', GERMAN)).counts).toEqual({ complaint: 3 })
})

test('QIF of any lines has one outcome for each record, and none throws', async () => {
  const line = fc.oneof(fc.constantFrom(...`${ENGLISH}\n${GERMAN}`.split(/\r?\n/), '^', '!Type:Bank'), fc.string())
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
      const { outcomes } = await readWhole('bank-qif', lines.join('\n'), { home: 'EUR', chunk: 31 })
      expect(outcomes.map(({ row }) => row)).toEqual(outcomes.map((_, i) => i + 1))
    }),
    { numRuns: 100 },
  )
})
