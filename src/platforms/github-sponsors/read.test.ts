import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWhole } from '../read-fixture.ts'
import { headOf, recognise } from '../registry.ts'
import { readMoney } from './line.ts'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const layoutOf = (text: string) => recognise(headOf(new TextEncoder().encode(text), 'x'))?.layout.id

test('JSON and CSV of the same payments write the same lines, whatever their order', async () => {
  const json = await readWhole('github-sponsors-json', sampleText('prorated-same-id.json'))
  const csv = await readWhole('github-sponsors-csv-2023', sampleText('same-payments-2023.csv'))
  const sorted = (lines: typeof json.lines) => lines.map((line) => JSON.stringify(line)).sort()
  expect(sorted(csv.lines)).toEqual(sorted(json.lines))
  expect(json.complaints).toEqual([])
  expect(json.passedOver).toEqual(['sponsorship paid through Patreon, told by Patreon'])
})

test('a credit that shares the id of another payment is an adjustment of its own', async () => {
  const { lines } = await readWhole('github-sponsors-json', sampleText('prorated-same-id.json'))
  expect(lines.slice(0, 2)).toEqual([
    {
      key: 'ch_1:$2 a month:107',
      at: '2024-07-07T02:00:32Z',
      kind: 'payment',
      currency: 'USD',
      gross: 107,
      fees: 0,
      refunds: 0,
      tax: 0,
      months: 1,
      patron: 'ada',
      name: 'Ada L',
      note: '$2 a month, prorated',
    },
    expect.objectContaining({ key: 'ch_1:$1 a month:-53', kind: 'adjustment', gross: -53 }),
  ])
})

test('twelve months need the flag and an amount of at least two months', async () => {
  const { lines } = await readWhole('github-sponsors-json', sampleText('prorated-same-id.json'))
  expect(lines.map(({ gross, months }) => [gross, months])).toEqual([
    [107, 1],
    [-53, 1],
    [120_000, 12],
    [10_000, 1],
  ])
})

test('rows from Patreon move no money, other statuses and currencies are complaints, equal rows get an ordinal', async () => {
  const { lines, transfers, passedOver, complaints } = await readWhole(
    'github-sponsors-csv-2026',
    sampleText('patreon-and-troubles-2026.csv'),
  )
  expect(lines.map(({ key, currency }) => [key, currency])).toEqual([
    ['ch_1:$5 a month:500', 'USD'],
    ['ch_6:$5 a month:500', 'EUR'],
    ['ch_1:$5 a month:500#2', 'USD'],
  ])
  expect(transfers).toMatchObject([{ key: 'pa_1:$5 a month:500', gross: 500 }])
  expect(passedOver).toEqual(['sponsorship paid through Patreon, told by Patreon'])
  expect(complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [5, 'Status', 'refunded'],
    [6, 'Processed Amount', '€5.00'],
    [8, 'Processed Amount', ''],
    [9, 'Transaction Date', 'yesterday'],
  ])
})

test.each([
  ['$5.00', 500, 'USD'],
  ['$-0.53', -53, 'USD'],
  ['$−0.53', -53, 'USD'],
  ['-$0.53', -53, 'USD'],
  ['$1,200.00', 120_000, 'USD'],
  ['$5.00 USD', 500, 'USD'],
  ['5', 500, 'USD'],
  ['500 JPY', 500, 'JPY'],
])('%s is %i of %s', (text, amount, currency) => expect(readMoney(text)).toEqual({ amount, currency }))

test.each(['', '€5.00', 'CA$5.00', '£5.00', '$5.00 EUR', '5,00', '$', '--', '$5.005', 'free', '5 XYZ', '$99999999999999'])(
  '%j is refused',
  (text) => expect(readMoney(text)).toBeUndefined(),
)

test('layouts are told by their columns or fields', () => {
  expect(layoutOf(sampleText('same-payments-2023.csv'))).toBe('github-sponsors-csv-2023')
  expect(layoutOf(`\uFEFF${sampleText('patreon-and-troubles-2026.csv').replaceAll('\n', '\r\n')}`)).toBe('github-sponsors-csv-2026')
  expect(layoutOf(sampleText('prorated-same-id.json'))).toBe('github-sponsors-json')
  expect(layoutOf('[]')).toBe('github-sponsors-json')
  expect(layoutOf('[{"name": "x"}]')).toBeUndefined()
})

test('the name of the file names the account, and tells none apart', async () => {
  const { outcomes } = await readWhole('github-sponsors-csv-2023', sampleText('same-payments-2023.csv'), {
    fileName: 'zine-sponsorships-all-time.csv',
  })
  expect(outcomes[0]).toMatchObject({ account: { id: '', name: 'zine' } })
})

test.each([
  ['a file cut on its way', sampleText('prorated-same-id.json').slice(0, 900), /broken JSON/],
  ['other JSON', '{"data": []}', /not the list/],
])('%s is one complaint', async (_, text, reason) => {
  const { complaints, outcomes } = await readWhole('github-sponsors-json', text)
  expect(outcomes).toHaveLength(1)
  expect(complaints[0]?.reason).toMatch(reason)
  expect(complaints[0]?.raw.length).toBeLessThanOrEqual(500)
})

test('records of another shape are complaints of their own', async () => {
  const text = JSON.stringify([1, { transactions: 'none' }, { transactions: [null, {}] }, {}])
  const { outcomes } = await readWhole('github-sponsors-json', text)
  expect(outcomes.map(({ row, outcome }) => [row, outcome])).toEqual([
    [1, 'complaint'],
    [2, 'complaint'],
    [3, 'complaint'],
    [4, 'non-row'],
    [5, 'non-row'],
  ])
})

test('nothing to export is told', async () => {
  expect((await readWhole('github-sponsors-json', '[]')).facts.warnings).toEqual([expect.stringContaining('no sponsorship')])
  expect((await readWhole('github-sponsors-json', '')).facts.warnings).toEqual([expect.stringContaining('empty')])
})

test('any JSON is read without throwing', async () => {
  const field = fc.constantFrom(
    'transactions',
    'transaction_id',
    'processed_amount',
    'status',
    'transaction_date',
    'payment_source',
    'tier_name',
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('settled', '$5.00', 'ch_1', '2024-01-01', 'patreon', null, 5, true),
      fc.array(tie('value')),
      fc.dictionary(field, tie('value')),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(value, async (json) => {
      const { outcomes } = await readWhole('github-sponsors-json', JSON.stringify(json) ?? '')
      expect(outcomes.map(({ row }) => row)).toEqual(outcomes.map((_, i) => i + 1))
    }),
  )
})

const real = fileURLToPath(new URL('../../../../shared/samples/github-sponsors/', import.meta.url))

test.skipIf(!existsSync(real))('the real export: 23 transactions, and not a cent is lost', async () => {
  const text = readFileSync(`${real}sponsorships-all-time-2024.pseudonymised.json`, 'utf8')
  const { counts, sums, facts } = await readWhole('github-sponsors-json', text, { chunk: 100 })
  const amounts = [...text.matchAll(/"processed_amount": "\$(-?)(\d+)\.(\d\d)"/g)].map(([, sign, whole, cents]) =>
    Number(`${sign}${whole}${cents}`),
  )
  expect(counts).toEqual({ lines: 23 })
  expect(sums.gross).toBe(amounts.reduce((sum, amount) => sum + amount, 0))
  expect(facts.span).toEqual({ from: '2023-02-22', to: '2024-07-07' })
  expect(layoutOf(readFileSync(`${real}header-2026.csv`, 'utf8'))).toBe('github-sponsors-csv-2026')
})
