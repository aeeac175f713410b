import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvParser } from '../csv.ts'
import { readWhole } from '../read-fixture.ts'
import { headOf, recognise } from '../registry.ts'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const read = (name: string, layout = 'open-collective-legacy') => readWhole(layout, sampleText(name))
const layoutOf = (text: string) => recognise(headOf(new TextEncoder().encode(text), 'x'))?.layout.id

test('the host fee that stands in no column before June 2021 is a fee', async () => {
  const { lines, sums, complaints } = await read('hidden-host-fee.csv')
  expect(complaints).toEqual([])
  expect(lines.map(({ key, kind, gross, fees, months, tie }) => ({ key, kind, gross, fees, months, tie }))).toEqual([
    { key: 'a0000003', kind: 'fee', gross: 0, fees: 100, months: 1, tie: 'a0000002' },
    { key: 'a0000002', kind: 'payment', gross: 1000, fees: 59, months: 12, tie: undefined },
    { key: 'a0000001', kind: 'payment', gross: 1000, fees: 159, months: 1, tie: undefined },
  ])
  expect(sums.net).toBe(841 + 841)
})

test('a line is told whole, with its account', async () => {
  const { outcomes } = await read('hidden-host-fee.csv')
  expect(outcomes[2]).toEqual({
    outcome: 'lines',
    row: 4,
    account: { id: 'zine', name: 'Zine' },
    lines: [
      {
        key: 'a0000001',
        at: '2021-05-20T08:00:00Z',
        kind: 'payment',
        currency: 'USD',
        gross: 1000,
        fees: 159,
        refunds: 0,
        tax: 0,
        months: 1,
        patron: 'bo',
        ref: 'oc:2021-05-20T08:00:00Z:841:USD:bo:CONTRIBUTION',
        name: 'Bo',
        note: 'Monthly contribution from Bo (Backer)',
      },
    ],
  })
})

test('a refund, its fee given back and its cover belong to the payment, wherever they stand', async () => {
  const { lines, sums } = await read('refund-before-fee.csv')
  const told = Object.fromEntries(lines.map(({ key, kind, fees, refunds, tie }) => [key, [kind, fees, refunds, tie]]))
  expect(told).toEqual({
    '55ed8d62': ['fee', -20, 0, '308f29b6'],
    '98cc4e2d': ['fee', -36, 0, '308f29b6'],
    e222504a: ['refund', 0, 200, '308f29b6'],
    c7457818: ['fee', 20, 0, '308f29b6'],
    '308f29b6': ['payment', 36, 0, undefined],
  })
  expect(sums.net).toBe(0)
})

test('that a payment was refunded later changes nothing in its line', async () => {
  const text = sampleText('refund-before-fee.csv')
  const before = text
    .replace(/^.*dd5beffa.*\n/gm, '')
    .replaceAll('"REFUNDED"', '""')
    .replaceAll('"e222504a"', '""')
    .replaceAll('"55ed8d62"', '""')
  const later = (await read('refund-before-fee.csv')).lines.slice(3)
  expect((await readWhole('open-collective-legacy', before)).lines).toEqual(later)
})

test('expenses, gifts, transfers and their fees move money and count nothing; a fee without its group counts', async () => {
  const { counts, transfers, lines } = await read('no-income.csv')
  expect(counts).toEqual({ transfer: 7, lines: 1 })
  expect(transfers.map((line) => line.gross)).toEqual([500, -100, -900, -50, -500, -113, -10_000])
  expect(lines).toMatchObject([{ key: 'b0000000', kind: 'fee', fees: 70 }])
  expect(lines[0]).not.toHaveProperty('tie')
})

test('sales tax leaves gross, as a column and as a row', async () => {
  const { lines, sums } = await read('vat.csv')
  expect(lines).toMatchObject([
    { kind: 'adjustment', gross: -210, tie: 'c0000002' },
    { kind: 'payment', gross: 1210 },
    { kind: 'payment', gross: 1000, fees: 43 },
  ])
  expect(sums).toMatchObject({ gross: 2000, net: 1957 })
})

test('after June 2021 the net wins over its parts and the gap is a line', async () => {
  const { lines, sums } = await read('gap-after-2021.csv')
  expect(lines).toMatchObject([
    { key: 'd0000001', kind: 'payment', gross: 1000, fees: 59 },
    { key: 'd0000001:gap', kind: 'adjustment', gross: -40, tie: 'd0000001' },
  ])
  expect(sums.net).toBe(901)
})

test('fees that no column holds are fees as long as they had no rows of their own', async () => {
  const header = 'datetime,shortId,type,kind,amount,hostFee,netAmount,currency'
  const rows = ['2022-04-01T00:00:00,1,CREDIT,CONTRIBUTION,10,-1,8.41,USD', '2024-04-01T00:00:00,2,CREDIT,CONTRIBUTION,10,-1,8.41,USD']
  const { lines } = await readWhole('open-collective-legacy', [header, ...rows].join('\n'))
  expect(lines.map(({ key, gross, fees }) => [key, gross, fees])).toEqual([
    ['1', 1000, 159],
    ['2', 1000, 100],
    ['2:gap', -59, 0],
  ])
})

test('what one account of a file gives, the other receives', async () => {
  const header = 'datetime,shortId,shortGroup,type,kind,amount,netAmount,currency,accountSlug'
  const row = (id: number, kind: string, [amount, account]: [number, string]) =>
    `2024-04-01T00:00:00,${id},g,${amount < 0 ? 'DEBIT' : 'CREDIT'},${kind},${amount},${amount},USD,${account}`
  const rows = [row(1, 'CONTRIBUTION', [-5, 'a']), row(2, 'HOST_FEE', [-1, 'b']), row(3, 'CONTRIBUTION', [5, 'b'])]
  const { lines, transfers, outcomes } = await readWhole('open-collective-legacy', [header, ...rows].join('\n'))
  expect(transfers.map((line) => line.key)).toEqual(['1'])
  expect(lines.map(({ key, tie }) => [key, tie])).toEqual([
    ['2', '3'],
    ['3', undefined],
  ])
  expect(outcomes[2]).toMatchObject({ account: { id: 'b', name: 'b' } })
})

test.each([
  ['cut-export.csv', 'warning of a cut export', /holds 1 of 1916/],
  ['broken-off-export.csv', 'error line of the export', /broke off/],
])('%s says so', async (name, reason, warning) => {
  const { counts, passedOver, facts } = await read(name)
  expect(counts).toEqual({ lines: 1, 'non-row': 1 })
  expect(passedOver).toEqual([reason])
  expect(facts.warnings).toEqual([expect.stringMatching(warning)])
})

test('what cannot be read is a complaint that names row, field and text, and never 0', async () => {
  const { complaints, lines, passedOver } = await read('bad-rows.csv')
  expect(complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [2, 'amount', ''],
    [3, 'datetime', '2024-02-30T10:38:06'],
    [4, 'kind', 'MYSTERY'],
    [5, 'currency', 'GOLD'],
    [6, 'shortId', ''],
    [7, 'netAmount', '1.005'],
    [8, 'type', 'DEBIT'],
    [11, '', 'f0000008'],
  ])
  expect(lines.map((line) => line.key)).toEqual(['f0000008'])
  expect(passedOver).toEqual(['repeated row'])
})

test('fees as columns, in any order: gross is what the fee columns give back', async () => {
  const { lines, facts, sums } = await read('fees-as-columns-reordered.csv', 'open-collective-columns')
  expect(lines).toMatchObject([
    { key: '905', kind: 'refund', refunds: 200, fees: -59, tie: '901' },
    { key: '902', kind: 'fee', fees: 20, tie: '901' },
    { key: '901', kind: 'payment', gross: 200, fees: 59, months: 12 },
    { key: '900', kind: 'payment', gross: 900, fees: 59, months: 1 },
  ])
  expect(sums.net).toBe(841 - 20)
  expect(facts.warnings).toEqual([expect.stringContaining("the host's fee of payments before June 2021 (1 here)")])
})

test('layouts are told by their columns, in any order, with and without quotes', () => {
  expect(layoutOf(sampleText('vat.csv'))).toBe('open-collective-legacy')
  expect(layoutOf(sampleText('fees-as-columns-reordered.csv'))).toBe('open-collective-columns')
  expect(layoutOf('shortId,kind,currency,netAmount,datetime')).toBe('open-collective-legacy')
  expect(layoutOf('\uFEFF"Transaction ID";"Kind";"Currency";"Amount Single Column";"Effective Date & Time";"My field"\r\n')).toBe(
    'open-collective-default',
  )
  expect(layoutOf('id,date,amount,currency,kind')).toBeUndefined()
})

test("the platform's default layout tells what came in and what is no amount", async () => {
  const { sums, complaints } = await read('platform-default.csv', 'open-collective-default')
  expect(sums.net).toBe(2000 - 200 + 12_000)
  expect(complaints.map(({ row, text }) => [row, text])).toEqual([[6, 'ten']])
})

test('only a header is no rows, and nothing is no rows', async () => {
  const header = sampleText('vat.csv').split('\n')[0] ?? ''
  expect(await readWhole('open-collective-legacy', header)).toMatchObject({
    outcomes: [],
    facts: { span: null, warnings: [expect.stringContaining('no rows')] },
  })
  expect(await readWhole('open-collective-legacy', '')).toMatchObject({
    outcomes: [],
    facts: { span: null, warnings: [expect.stringContaining('empty')] },
  })
})

test('columns that are not there make every row a complaint, and one warning', async () => {
  const { counts, facts } = await readWhole('open-collective-default', 'a,b\n1,2\n3,4\n')
  expect(counts).toEqual({ complaint: 2 })
  expect(facts.warnings).toEqual([expect.stringContaining('no column for the date')])
})

test('any bytes give each row one outcome, without throwing', async () => {
  const rows = sampleText('bad-rows.csv').split('\n')
  const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('CREDIT', 'CONTRIBUTION', 'USD', '2024-01-01', '1', '-1', '"', '\n'))
  const row = fc.oneof(
    fc.constantFrom(...rows),
    fc.array(cell, { minLength: 1, maxLength: 24 }).map((cells) => cells.join(',')),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom('open-collective-legacy', 'open-collective-columns'),
      async (body, layout) => {
        const text = [rows[0], ...body].join('\n')
        const parser = new CsvParser(',')
        const expected = [...parser.push(text), ...parser.end()].length - 1
        expect((await readWhole(layout, text, { chunk: 37 })).outcomes).toHaveLength(expected)
      },
    ),
  )
})

const real = fileURLToPath(new URL('../../../../shared/samples/opencollective/', import.meta.url))

test.skipIf(!existsSync(real))(
  'the real legacy export: every row has its outcome, and the counted net is the sum of the rows',
  async () => {
    const text = readFileSync(`${real}transactions-legacy-2020-2022-and-2024-h1.pseudonymised.csv`, 'utf8')
    const { counts, sums, lines, transfers, facts } = await readWhole('open-collective-legacy', text, { chunk: 4096 })
    expect(counts).toEqual({ lines: 966, transfer: 17 })
    expect(facts).toMatchObject({ warnings: [], span: { from: '2020-01-01', to: '2024-06-30' } })
    expect(sums).toEqual({ gross: 1_045_238, fees: 158_930, refunds: 10_200, tax: 0, net: 876_108 })
    expect(lines.filter((line) => line.kind === 'adjustment')).toEqual([])
    expect(lines.filter((line) => line.kind === 'fee' && line.tie === undefined)).toEqual([])
    const nets = [...text.matchAll(/^"[^\n]*?",(-?[\d.]+),(-?[\d.]+),(-?[\d.]+),(-?[\d.]*),"USD"/gm)].map((row) => Number(row[3]) * 100)
    expect(nets).toHaveLength(983)
    const total = nets.reduce((sum, value) => sum + value, 0)
    expect(sums.net + transfers.reduce((sum, line) => sum + line.gross - line.fees, 0)).toBeCloseTo(total, 4)
  },
)

test.skipIf(!existsSync(real))('the real default export is read and warns of what it hides', async () => {
  const text = readFileSync(`${real}platform-default-2025.pseudonymised.csv`, 'utf8')
  expect(layoutOf(text)).toBe('open-collective-default')
  const { counts, sums, facts } = await readWhole('open-collective-default', text)
  expect(counts).toEqual({ lines: 4 })
  expect(sums).toMatchObject({ gross: 1041, fees: 79, net: 962 })
  expect(facts.warnings).toEqual([expect.stringContaining('legacy layout')])
})
