import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedOf } from '#domain/patron-sight.ts'
import { readWhole } from '../read-fixture.ts'
import { notText } from '../registry.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'

const ACTIVE = 'liberapay-patrons-active'
const ALL = 'liberapay-patrons-all'
const PUBLIC = 'liberapay-patrons-public'
const CHARTS = 'liberapay-charts'
const REPORT = 'liberapay-report'
const PASTED = 'liberapay-report-pasted'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const told = (complaints: readonly { row: number; field: string; text: string }[]) =>
  complaints.map(({ row, field, text }) => [row, field, text])

test('active patrons are expected by the week, secret ones are told apart, and nothing is counted', async () => {
  const reading = await readWhole(ACTIVE, sampleText('active-with-secret.csv'))
  expect(reading.patrons.map(({ key, patron, name, amount, currency }) => [key, patron, name, amount, currency])).toEqual([
    ['1001:2025-10-07', '1001', 'Ada L', 115, 'EUR'],
    ['secret:2025-10-08:EUR:0.25', undefined, undefined, 25, 'EUR'],
    ['secret:2025-10-08:EUR:0.25#2', undefined, undefined, 25, 'EUR'],
    ['1002:2024-03-15', '1002', '~1002', 480, 'CHF'],
    ['1003:2024-03-16', '1003', 'cy', 100, 'JPY'],
  ])
  expect(told(reading.complaints)).toEqual([
    [7, 'donation_currency', 'XXX'],
    [8, 'weekly_amount', 'one'],
    [9, 'pledge_date', '2024-13-16'],
  ])
  expect([...reading.lines, ...reading.transfers]).toEqual([])
  // 1.65 euros a week are 7.15 a month.
  expect(expectedOf(reading.patrons)).toEqual({
    patrons: 5,
    hidden: 0,
    monthly: [
      { currency: 'CHF', amount: 2080 },
      { currency: 'EUR', amount: 715 },
      { currency: 'JPY', amount: 433 },
    ],
  })
})

test('the day of the export is in the name of the file, else the newest day of its rows', async () => {
  const text = sampleText('active-with-secret.csv')
  const named = await readWhole(ACTIVE, text, { fileName: 'liberapay-active-patrons-ada-b-2026-02-01.csv' })
  expect(named.facts.asOf).toBe('2026-02-01')
  expect(named.outcomes[0]).toMatchObject({ account: { id: '', name: 'ada-b' } })
  expect((await readWhole(ACTIVE, text)).facts.asOf).toBe('2026-01-05')
})

test('of all patrons those are active who have paid ahead', async () => {
  const { patrons, complaints, facts } = await readWhole(ALL, sampleText('all-with-former.csv'))
  expect(patrons.map(({ patron, status, lifetime }) => [patron, status, lifetime])).toEqual([
    ['1001', 'active', 5980],
    ['1002', 'former', 5200],
    ['1003', 'former', 2000],
    ['1004', 'former', undefined],
  ])
  expect(told(complaints)).toEqual([[6, 'number_of_weeks_active', 'many']])
  expect(facts.warnings).toHaveLength(1)
})

test('a private amount is in no sum', async () => {
  const { patrons } = await readWhole(PUBLIC, sampleText('public-with-private-amount.csv'))
  expect(expectedOf(patrons)).toEqual({ patrons: 2, hidden: 1, monthly: [{ currency: 'CHF', amount: 2080 }] })
})

test('each payday is a sum of patrons, and only the newest is still expected', async () => {
  const { patrons, complaints, passedOver, facts } = await readWhole(CHARTS, sampleText('charts-odd-records.json'))
  expect(patrons.map(({ key, patrons: count, amount }) => [key, count, amount])).toEqual([
    ['2026-01-14', 4, 300],
    ['2026-01-07', 9, 1234],
  ])
  expect(passedOver).toEqual(['repeated row'])
  expect(complaints.map(({ row, field }) => [row, field])).toEqual([
    [4, 'date'],
    [5, 'date'],
    [6, 'npatrons'],
    [7, 'receipts'],
    [8, ''],
  ])
  expect(facts.asOf).toBe('2026-01-14')
  expect(expectedOf(patrons)).toEqual({ patrons: 4, hidden: 0, monthly: [{ currency: 'EUR', amount: 1300 }] })
})

test('the page of an income report counts donations, and what was taken back; the ids tell which is which', async () => {
  const { lines, transfers, complaints, sums, facts } = await readWhole(REPORT, sampleText('report-without-end-tags.html'), { chunk: 7 })
  expect(lines.map(({ key, at, kind, gross, refunds, currency, tie }) => [key, at, kind, gross, refunds, currency, tie])).toEqual([
    ['501', '2025-01-05', 'payment', 5200, 0, 'EUR', undefined],
    ['502', '2025-01-14', 'payment', 130_050, 0, 'CAD', undefined],
    ['501-7', '2025-02-03', 'refund', 0, 5200, 'EUR', '501'],
    ['M78', '2025-03-03', 'payment', 25, 0, 'USD', undefined],
    ['M79', '2025-03-04', 'chargeback', 0, 25, 'USD', undefined],
  ])
  expect(sums.net).toBe(130_050)
  expect(transfers.map(({ key, gross }) => [key, gross])).toEqual([['M77', 300]])
  expect(complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [8, 'Amount', '-€1.00'],
    [9, 'ID', 'x9'],
  ])
  expect(facts.span).toEqual({ from: '2025-01-05', to: '2025-03-04' })
})

test('a report in another language is read where ids tell enough, and complained of where they do not', async () => {
  const { lines, complaints } = await readWhole(REPORT, sampleText('report-german-saved.html'))
  expect(lines.map(({ key, at, gross, refunds, currency }) => [key, at, gross, refunds, currency])).toEqual([
    ['601', '2025-01-05', 105_200, 0, 'EUR'],
    ['602', '2025-01-06', 520, 0, 'USD'],
    ['601-3', '2025-02-07', 0, 105_200, 'EUR'],
  ])
  expect(lines[2]?.note).toBe('Rückbuchung')
  expect(told(complaints)).toEqual([[5, 'Beschreibung', 'geheime Spende']])
})

test('a table pasted from the report names its lines as the page does', async () => {
  const { lines, passedOver, complaints } = await readWhole(PASTED, sampleText('report-pasted.tsv'))
  expect(lines.map(({ key, gross, refunds }) => [key, gross, refunds])).toEqual([
    ['501', 5200, 0],
    ['501-7', 0, 5200],
  ])
  expect([passedOver, told(complaints)]).toEqual([['repeated row'], [[4, 'ID', '501']]])
})

test('the layouts are told apart, and from what only looks alike', () => {
  expect(layoutOf(sampleText('active-with-secret.csv'))).toBe(ACTIVE)
  expect(layoutOf(sampleText('all-with-former.csv'))).toBe(ALL)
  expect(layoutOf(sampleText('public-with-private-amount.csv'))).toBe(PUBLIC)
  expect(layoutOf(sampleText('charts-odd-records.json'))).toBe(CHARTS)
  expect(layoutOf(sampleText('report-without-end-tags.html'))).toBe(REPORT)
  expect(layoutOf(sampleText('report-german-saved.html'))).toBe(REPORT)
  expect(layoutOf(sampleText('report-pasted.tsv'))).toBe(PASTED)
  expect(layoutOf('<!DOCTYPE html><html><table><tr><td>1</table>')).toBeUndefined()
  expect(layoutOf('ID\tDate\tDescription\tAmount\n1\tJan 5, 2025\tcoffee\t€5.00\n')).toBeUndefined()
})

test('a page that a reader knows may be imported, any other page may not', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(notText(bytes(sampleText('report-german-saved.html')))).toBeUndefined()
  expect(notText(bytes('<!DOCTYPE html><html><body><table>'))).toMatch(/web page/)
})

test('any rows of a list give each row one outcome, without throwing', async () => {
  const texts = ['active-with-secret.csv', 'all-with-former.csv', 'public-with-private-amount.csv', 'report-pasted.tsv'].map(sampleText)
  const cells = ['1001', 'EUR', '1.15', 'private', '2025-10-07', '20', 'secret']
  await expectOneOutcomeEach({ layouts: [ACTIVE, ALL, PUBLIC, PASTED], texts, cells })
})

test('any records and any page, cut anywhere, are read to their end without throwing, each row with one outcome', async () => {
  const page = sampleText('report-without-end-tags.html')
  const rowsOf = (text: string) => Math.max(0, (/<table\b[^]*/.exec(text)?.[0] ?? '').split('</table>')[0]?.split('<tr>').length ?? 0)
  await fc.assert(
    fc.asyncProperty(fc.nat(page.length), fc.string(), async (at, noise) => {
      const text = page.slice(0, at) + noise.replaceAll('<', '')
      const { outcomes } = await readWhole(REPORT, text)
      expect(outcomes).toHaveLength(Math.max(0, rowsOf(text) - 2))
    }),
  )
  const record = fc.oneof(fc.json(), fc.constant('{"date":"2026-01-07","npatrons":1,"receipts":{"amount":"1","currency":"EUR"}}'))
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 6 }), async (records) => {
      const { outcomes } = await readWhole(CHARTS, `[${records.join(',')}]`)
      expect(outcomes.map(({ row }) => row)).toEqual(records.map((_, i) => i + 1))
    }),
  )
})

const real = fileURLToPath(new URL('../../../../shared/samples/liberapay/', import.meta.url))

test.skipIf(!existsSync(real))('real public patrons and charts are read whole', async () => {
  const text = readFileSync(`${real}public-patrons.pseudonymised.csv`, 'utf8')
  expect(layoutOf(text)).toBe(PUBLIC)
  const { patrons, counts } = await readWhole(PUBLIC, text)
  const weekly = text
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[5] ?? '')
  expect(counts).toEqual({ patron: weekly.length })
  expect(patrons.map(({ amount }) => amount)).toEqual(weekly.map((one) => (one === 'private' ? null : Number(one.replace('.', '')))))
  const charts = await readWhole(CHARTS, readFileSync(`${real}charts.test-fixture.json`, 'utf8'))
  expect(charts.patrons).toMatchObject([{ key: '2015-02-03', patrons: 2, amount: 300, currency: 'EUR' }])
})

test('a report whose dates can be read in two orders tells that the order has to be said, and follows it', async () => {
  const text = 'ID\tDate\tDescription\tAmount\n501\t05/01/2025\tpublic donation\t€52.00\n'
  expect((await readWhole(PASTED, text)).facts.dates).toMatchObject({ order: null, example: '05/01/2025' })
  const said = await readWhole(PASTED, text, { fileName: 'report.tsv', dates: { order: 'dmy', by: 'said' } })
  expect(said.facts.dates).toMatchObject({ order: 'dmy', by: 'said' })
  expect(said.lines.map(({ at }) => at)).toEqual(['2025-01-05'])
})
