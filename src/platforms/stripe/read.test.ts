import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { net } from '#domain/money.ts'
import { CsvParser } from '../csv.ts'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { headOf, recognise } from '../registry.ts'
import { roleOf } from './categories.ts'
import { paidOf } from './statuses.ts'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const read = (layout: string, name: string) => readWhole(layout, sampleText(name))
const layoutOf = (text: string) => recognise(headOf(new TextEncoder().encode(text), 'x'))?.layout.id
const brief = ({ lines }: WholeReading) => lines.map((line) => [line.key, line.kind, line.gross, line.fees, line.refunds, line.tie])

test('every category has its kind, its signs and its charge', async () => {
  const reading = await read('stripe-balance', 'all-categories.csv')
  expect(brief(reading)).toEqual([
    ['txn_09:fee', 'fee', 0, 100, 0, undefined],
    ['txn_08', 'chargeback', 0, -1500, -5000, 'txn_02'],
    ['txn_07', 'chargeback', 0, 1500, 5000, 'txn_02'],
    ['txn_06', 'refund', 0, 0, -2000, 'txn_01'],
    ['txn_05', 'refund', 0, 0, 2000, 'txn_01'],
    ['txn_04', 'fee', 0, 200, 0, undefined],
    ['txn_03', 'fee', 0, 38, 0, undefined],
    ['txn_02', 'payment', 5000, 100, 0, undefined],
    ['txn_01', 'payment', 10_000, 320, 0, undefined],
    ['txn_00', 'adjustment', -500, 0, 0, undefined],
  ])
  expect(reading.transfers.map(({ key, gross }) => [key, gross])).toEqual([
    ['txn_09', -10_000],
    ['txn_x2', 500],
  ])
  expect(reading.complaints).toMatchObject([{ row: 12, field: 'reporting_category', text: 'wizardry' }])
  expect(reading.facts).toMatchObject({ covers: { refs: ['ch_', 'py_'] }, span: { from: '2026-04-30', to: '2026-05-09' } })
})

test('a charge bears its reference and its customer; what is taken back of it bears none', async () => {
  const { lines } = await read('stripe-balance', 'all-categories.csv')
  expect(lines.filter((line) => line.ref !== undefined)).toMatchObject([
    { key: 'txn_02', ref: 'ch_2', patron: 'cus_2', name: 'Bo', note: 'Order 2', at: '2026-05-02T10:00:00Z' },
    { key: 'txn_01', ref: 'ch_1', patron: 'cus_1', name: 'Ada', note: 'Order 1' },
  ])
})

test('the net of a balance report is the sum of its lines, whatever its parts say', async () => {
  for (const [layout, name, column] of [
    ['stripe-balance', 'all-categories.csv', 6],
    ['stripe-balance-history', 'refund-before-charge-dashboard.csv', 5],
  ] as const) {
    const { outcomes } = await read(layout, name)
    const rows = sampleText(name).trim().split('\n')
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'lines' && outcome.outcome !== 'transfer') continue
      const stated = Number(rows[outcome.row - 1]?.split(',')[column]?.replace('.', ''))
      expect(outcome.lines.reduce((sum, line) => sum + net(line), 0)).toBe(stated)
    }
  }
})

test('decimal commas, a semicolon, yen and local time without a zone', async () => {
  const text = sampleText('decimal-comma-local-time.csv')
  expect(layoutOf(text)).toBe('stripe-balance')
  const reading = await readWhole('stripe-balance', text)
  expect(reading.lines.map(({ at, currency, gross, fees, refunds, tie }) => [at, currency, gross, fees, refunds, tie])).toEqual([
    ['2026-09-14T10:02:11', 'EUR', 120_000, 3650, 0, undefined],
    ['2026-09-14T23:59:59', 'JPY', 5000, 180, 0, undefined],
    ['2026-09-15T00:00:00', 'EUR', 0, 0, 120_000, 'txn_1'],
  ])
  expect(reading.facts).toMatchObject({ covers: { refs: [] }, style: { decimals: ',', delimiter: ';' } })
})

test('the dashboard: refunds before their charge, disputes as adjustments, a net that its parts do not give', async () => {
  const reading = await read('stripe-balance-history', 'refund-before-charge-dashboard.csv')
  expect(layoutOf(sampleText('refund-before-charge-dashboard.csv'))).toBe('stripe-balance-history')
  expect(brief(reading)).toEqual([
    ['txn_5', 'chargeback', 0, 1500, 3000, 'txn_3'],
    ['txn_4', 'refund', 0, -30, 1000, 'txn_1'],
    ['txn_3', 'payment', 3000, 90, 0, undefined],
    ['txn_3:gap', 'adjustment', -10, 0, 0, undefined],
    ['txn_2', 'fee', 0, 50, 0, undefined],
    ['txn_1', 'payment', 1000, 50, 0, undefined],
  ])
})

test('a description ties a refund only where one charge alone has it', async () => {
  const header = 'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,description'
  const refund = 'txn_9,2026-05-09 10:00:00,eur,-5.00,0.00,-5.00,refund,REFUND FOR CHARGE (Zine)'
  const charge = (id: number) => `txn_${id},2026-05-0${id} 10:00:00,eur,5.00,0.00,5.00,charge,Zine`
  const tieOf = async (...rows: string[]) => (await readWhole('stripe-balance', [header, ...rows].join('\n'))).lines[0]?.tie
  expect(await tieOf(refund, charge(1))).toBe('txn_1')
  expect(await tieOf(refund, charge(1), charge(2))).toBeUndefined()
  expect(await tieOf(refund)).toBeUndefined()
})

test('a report whose charges do not all have an id covers by its days', async () => {
  const text = sampleText('all-categories.csv').replace(
    'txn_01,2026-05-01 10:00:00,2026-05-03 00:00:00,eur,100.00,3.20,96.80,charge,ch_1,Order 1,ch_1,pi_1',
    'txn_01,2026-05-01 10:00:00,,eur,100.00,3.20,96.80,charge,,Order 1,,',
  )
  expect((await readWhole('stripe-balance', text)).facts.covers).toEqual({ refs: [] })
})

test('payouts are transfers, and a list of them covers nothing', async () => {
  expect(layoutOf(sampleText('payouts.csv'))).toBe('stripe-payouts')
  const { counts, facts, transfers } = await read('stripe-payouts', 'payouts.csv')
  expect(counts).toEqual({ transfer: 2 })
  expect(transfers.map((line) => line.gross)).toEqual([-10_000, 5000])
  expect(facts).not.toHaveProperty('covers')
})

test('payments: what was paid counts and yields, what was not is passed over, what is unknown is told', async () => {
  const reading = await read('stripe-payments', 'payments-statuses.csv')
  expect(layoutOf(sampleText('payments-statuses.csv'))).toBe('stripe-payments')
  expect(brief(reading)).toEqual([
    ['ch_1', 'payment', 10_000, 320, 0, undefined],
    ['ch_1:refund', 'refund', 0, 0, 2000, 'ch_1'],
    ['py_2', 'payment', 5000, 100, 0, undefined],
    ['ch_4', 'payment', 3000, 110, 0, undefined],
    ['ch_4:refund', 'refund', 0, 0, 3000, 'ch_4'],
    ['ch_6', 'payment', 5000, 180, 0, undefined],
    ['ch_8', 'payment', 3000, 110, 0, undefined],
  ])
  expect(reading.lines.every((line) => line.yields)).toBe(true)
  expect(reading.lines.map((line) => line.ref)).toEqual(['ch_1', undefined, 'py_2', 'ch_4', undefined, 'ch_6', 'ch_8'])
  expect(reading.lines.slice(0, 2).map((line) => line.at)).toEqual(['2026-05-01T10:00:00Z', '2026-05-05T10:00:00Z'])
  expect(reading.passedOver).toEqual(['not paid', 'not paid'])
  expect(reading.complaints).toMatchObject([{ row: 8, field: 'Status', text: 'Levitating' }])
  expect(reading.facts.warnings).toEqual([expect.stringContaining('in dispute (1 here)')])
})

test('payments settled in another currency are told in it, with the tax on the fee, a lost dispute and one that only moved money', async () => {
  const { lines, transfers, passedOver, complaints } = await read('stripe-payments', 'payments-settled-elsewhere.csv')
  expect(lines.map(({ key, currency, gross, fees, refunds }) => [key, currency, gross, fees, refunds])).toEqual([
    ['ch_1', 'EUR', 9000, 357, 0],
    ['ch_1:refund', 'EUR', 0, 0, 4600],
    ['ch_2', 'EUR', 1800, 95, 0],
    ['ch_2:dispute', 'USD', 0, 0, 2000],
    ['ch_3', 'EUR', 1800, 95, 0],
  ])
  expect(transfers).toMatchObject([{ key: 'ch_3:dispute', gross: 0, refunds: 0 }])
  expect(passedOver).toEqual(['not captured'])
  expect(complaints).toEqual([])
})

test('a status that says refunded needs an amount, in the currency of the payment', async () => {
  const header =
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Converted Currency,Status'
  const rows = [
    'ch_1,2026-05-01,5.00,0.00,usd,,,,Refunded',
    'ch_2,2026-05-01,5.00,5.00,usd,4.00,,eur,Paid',
    'ch_3,2026-05-01,5.00,5.00,usd,5.00,,usd,Paid',
  ]
  const { complaints, sums } = await readWhole('stripe-payments', [header, ...rows].join('\n'))
  expect(complaints.map(({ row, field }) => [row, field])).toEqual([
    [2, 'Amount Refunded'],
    [3, 'Amount Refunded'],
  ])
  expect(sums).toMatchObject({ gross: 500, refunds: 500 })
})

test('a number that could be grouped or have three decimals is not guessed at', async () => {
  const text =
    'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category\ntxn_1,2026-05-01,jpy,"5,000",0,"5,000",charge\n'
  expect((await readWhole('stripe-balance', text)).complaints).toMatchObject([{ field: 'gross', text: '5,000' }])
})

test.each([
  ['Paid', 'paid'],
  ['PARTIAL REFUND', 'paid'],
  ['partially_refunded', 'paid'],
  ['Dispute lost', 'paid'],
  ['requires_action', 'not-paid'],
  ['Canceled', 'not-paid'],
  ['Uncaptured', 'not-paid'],
  ['unheard of', 'unknown'],
])('status %s is %s', (status, paid) => expect(paidOf(status)).toBe(paid))

test.each([
  ['platform_earning', 100, 'payment'],
  ['application_fee', -100, 'fee'],
  ['platform_earning_refund', -100, 'refund'],
  ['application_fee_refund', 100, 'fee'],
  ['payment_failure_refund', -100, 'refund'],
  ['Stripe fee', -100, 'fee'],
  ['network_cost', -100, 'fee'],
  ['risk_reserved_funds', -100, 'transfer'],
  ['issuing_transaction', -100, 'transfer'],
  ['contribution', -100, 'transfer'],
  ['adjustment', -100, 'adjustment'],
  ['constructor', -100, undefined],
])('category %s with net %i is %s', (category, amount, role) => {
  expect(roleOf(category, { net: amount, description: '', source: '' })).toBe(role)
})

test('layouts are told with any optional columns, and not by common words alone', () => {
  expect(layoutOf('balance_transaction_id,created_utc,charge_id,currency,gross,net,reporting_category\n')).toBe('stripe-balance')
  expect(layoutOf('\uFEFF"id","Type","Amount","Fee","Net","Currency","Created (UTC)","x (metadata)"\r\n')).toBe('stripe-balance-history')
  expect(layoutOf('Date,Type,Amount,Fee,Net,Currency,Transaction ID\n')).toBeUndefined()
  expect(layoutOf('id,Created,Amount,Currency,Status\n')).toBeUndefined()
})

test('any rows give each row one outcome, without throwing', async () => {
  const own = ['all-categories.csv', 'payments-statuses.csv', 'refund-before-charge-dashboard.csv'].map((name) =>
    sampleText(name).split('\n'),
  )
  const row = fc.oneof(
    fc.constantFrom(...own.flat()),
    fc.string(),
    fc.array(fc.constantFrom('txn_1', 'charge', 'eur', '1', '-1.5', '2026-01-01', '"', ''), { maxLength: 15 }).map(String),
  )
  const layout = fc.constantFrom('stripe-balance', 'stripe-payments', 'stripe-balance-history', 'stripe-payouts')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...own.map(([header = '']) => header)),
      fc.array(row, { maxLength: 8 }),
      layout,
      async (header, body, id) => {
        const text = [header, ...body].join('\n')
        const parser = new CsvParser(',')
        const rows = [...parser.push(text), ...parser.end()]
        expect((await readWhole(id, text, { chunk: 29 })).outcomes.map((one) => one.row)).toEqual(rows.slice(1).map((one) => one.number))
      },
    ),
  )
})

const real = fileURLToPath(new URL('../../../../shared/samples/stripe/', import.meta.url))

test.skipIf(!existsSync(real))('the samples of others are read to the cent', async () => {
  const itemised = await readWhole('stripe-balance', readFileSync(`${real}balance-itemized-hledger.csv`))
  expect(itemised.counts).toEqual({ lines: 2 })
  expect(itemised.sums).toEqual({ gross: 1200, fees: 0, refunds: 77, tax: 0, net: 1123 })
  const dashboard = await readWhole('stripe-balance-history', readFileSync(`${real}balance-history-dashboard.synthetic-fixture.csv`))
  expect(dashboard.counts).toEqual({ lines: 2, transfer: 1 })
  expect(dashboard.sums).toEqual({ gross: 1000, fees: 100, refunds: 0, tax: 0, net: 900 })
})
