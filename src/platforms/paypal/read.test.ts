import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { net } from '#domain/money.ts'
import { CsvParser } from '../csv.ts'
import { readWhole, type WholeReading } from '../read-fixture.ts'
import { expectOneOutcomeEach, layoutOf } from '../rows-fixture.ts'
import { isMemo, progressOf, roleOf } from './kinds.ts'

const ACTIVITY = 'paypal-activity'
const STATEMENT = 'paypal-statement'

const sampleText = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const id = (start: string) => start.padEnd(17, '0')
const brief = ({ lines }: WholeReading) =>
  lines.map((line) => [
    line.key.replace(/0+(?=:|$)/, ''),
    line.kind,
    line.currency,
    line.gross,
    line.fees,
    line.refunds,
    line.tie?.replace(/0+$/, ''),
  ])

test('every type of row has its kind and its signs', async () => {
  const reading = await readWhole(ACTIVITY, sampleText('every-type-de.csv'))
  expect(brief(reading)).toEqual([
    ['1PAY', 'payment', 'EUR', 102_000, 2573, 0, undefined],
    ['2DON', 'payment', 'EUR', 500, 47, 0, undefined],
    ['3SUB', 'payment', 'EUR', 1000, 59, 0, undefined],
    ['4REF', 'refund', 'EUR', 0, -50, 2000, '1PAY'],
    ['5CHB', 'chargeback', 'EUR', 0, 0, 500, '2DON'],
    ['6CBF', 'fee', 'EUR', 0, 1600, 0, '2DON'],
    ['7CBR', 'chargeback', 'EUR', 0, 0, -500, '2DON'],
    ['8WDR:fee', 'fee', 'EUR', 0, 100, 0, undefined],
    ['BUSD', 'payment', 'USD', 1200, 71, 0, undefined],
    ['KMAS', 'payment', 'EUR', 4350, 0, 0, undefined],
    ['MGAP', 'payment', 'EUR', 800, 50, 0, undefined],
    ['MGAP:gap', 'adjustment', 'EUR', -5, 0, 0, undefined],
    ['NTAX', 'payment', 'EUR', 1000, 60, 0, undefined],
  ])
  expect(reading.transfers.map(({ key, gross }) => [key.replace(/0+(?=:|$)/, ''), gross])).toEqual([
    ['8WDR', -50_000],
    ['9BUY', -2998],
    ['AFND', 2998],
    ['CCNV:USD', -1129],
    ['DCNV:EUR', 970],
    ['EHLD', -300],
    ['FREL', 300],
    ['LRET', 400],
  ])
  expect(reading.passedOver).toEqual(['does not change the balance', 'not completed: Ausstehend', 'does not change the balance'])
  expect(reading.complaints.map(({ row, field, text }) => [row, field, text])).toEqual([
    [20, 'Typ', 'Zauberei'],
    [21, 'Status', 'Schwebend'],
  ])
  expect(reading.facts.warnings).toEqual([expect.stringContaining('The sales tax that one payment')])
  expect(reading.facts.style).toMatchObject({ dates: 'day first', decimals: ',', encoding: 'utf-8' })
})

test('the net of every row is the sum of its lines, but for sales tax', async () => {
  const text = sampleText('same-rows-statement-de.csv')
  const parser = new CsvParser(',')
  const rows = [...parser.push(text), ...parser.end()]
  const { outcomes } = await readWhole(STATEMENT, text)
  for (const outcome of outcomes) {
    const cells = rows[outcome.row - 1]?.cells ?? []
    const cents = (index: number) => Number((cells[index] ?? '').replace(/[.,]/g, ''))
    const lines = outcome.outcome === 'lines' || outcome.outcome === 'transfer' ? outcome.lines : []
    expect([outcome.row, lines.reduce((sum, line) => sum + net(line), 0)]).toEqual([outcome.row, cents(7) - cents(15)])
  }
})

test('the statement names the lines of the activity alike', async () => {
  const activity = await readWhole(ACTIVITY, sampleText('every-type-de.csv'))
  const statement = await readWhole(STATEMENT, sampleText('same-rows-statement-de.csv'))
  expect(layoutOf(sampleText('every-type-de.csv'))).toBe(ACTIVITY)
  expect(layoutOf(sampleText('same-rows-statement-de.csv'))).toBe(STATEMENT)
  expect(brief(statement)).toEqual(brief(activity))
  expect(statement.sums).toEqual(activity.sums)
  expect(statement.lines.map((line) => line.at)).toEqual(activity.lines.map((line) => line.at))
  expect(statement.complaints).toEqual([])
})

test('a payment bears who sent it, what for, when in the world, and its own id as its reference', async () => {
  const { lines } = await readWhole(ACTIVITY, sampleText('every-type-de.csv'))
  expect(lines[0]).toMatchObject({ at: '2026-06-01T07:00:00Z', patron: 'ada@example.org', name: 'Ada', note: 'Website-Zahlung, Edition' })
  expect(lines.filter((line) => line.kind === 'payment').every((line) => line.ref === line.key)).toBe(true)
  expect(lines.filter((line) => line.kind !== 'payment').every((line) => line.ref === undefined)).toBe(true)
})

test('French, with slashes, spaces between thousands and no day past the 12th', async () => {
  const text = sampleText('short-span-statement-fr.csv')
  expect(layoutOf(text)).toBe(STATEMENT)
  const reading = await readWhole(STATEMENT, text)
  expect(brief(reading)).toEqual([
    ['FR1', 'payment', 'EUR', 125_000, 3660, 0, undefined],
    ['FR2', 'payment', 'EUR', 500, 50, 0, undefined],
    ['FR3', 'refund', 'EUR', 0, 0, 5000, 'FR1'],
  ])
  expect(reading.facts.span).toEqual({ from: '2026-02-03', to: '2026-02-06' })
})

test('American dates without a day past the 12th are told by their zone', async () => {
  const reading = await readWhole(STATEMENT, sampleText('trailing-spaces-month-first-en.csv'))
  expect(reading.lines.map(({ key, at, gross, refunds }) => [key, at, gross, refunds])).toEqual([
    [id('EN1'), '2020-01-03T07:30:00Z', 125_000, 0],
    [id('EN2'), '2020-01-06T07:30:00Z', 0, 125_000],
  ])
  expect(reading.sums.net).toBe(0)
  expect(reading.facts.style).toMatchObject({ dates: 'month first', decimals: '.' })
})

test('a date whose order nothing tells is asked about, and a later day past the 12th tells all', async () => {
  const text = sampleText('order-of-dates-unknown-en.csv')
  const unknown = await readWhole(ACTIVITY, text)
  expect(unknown.complaints).toMatchObject([{ row: 2, field: 'Date', text: '01/02/2026' }])
  expect(unknown.lines.map((line) => line.at)).toEqual(['2026-03-03T10:00:00'])
  const [, , last = ''] = text.trim().split('\r\n')
  for (const [date, expected] of [
    ['25/04/2026', '2026-02-01T10:00:00'],
    ['04/25/2026', '2026-01-02T10:00:00'],
  ] as const) {
    const told = await readWhole(ACTIVITY, `${text}${last.replace('03/03/2026', date).replace('UN2', 'UN3')}\r\n`)
    expect(told.lines.map((line) => line.at)[0]).toBe(expected)
    expect(told.complaints).toEqual([])
  }
})

test('a decimal comma under English names means day first', async () => {
  const text = sampleText('order-of-dates-unknown-en.csv').replace(/"(-?\d+)\.(\d\d)"/g, '"$1,$2"')
  const { lines, sums, complaints } = await readWhole(ACTIVITY, text)
  expect(lines.map((line) => line.at.slice(0, 10))).toEqual(['2026-02-01', '2026-03-03'])
  expect(sums).toMatchObject({ gross: 3000, fees: 100, net: 2900 })
  expect(complaints).toEqual([])
})

test('a refund that is taken back brings its money back; money back from a shop is no income', async () => {
  const text = sampleText('every-type-de.csv')
  const back = await readWhole(
    ACTIVITY,
    text.replace('"Rückzahlung","Abgeschlossen","EUR","4,00"', '"Stornierte Rückzahlung","Abgeschlossen","EUR","4,00"'),
  )
  expect(back.lines.find((line) => line.key === id('LRET'))).toMatchObject({ kind: 'refund', refunds: -400 })
  const shop = await readWhole(ACTIVITY, text)
  expect(shop.transfers.find((line) => line.key === id('LRET'))).toMatchObject({ kind: 'transfer', gross: 400 })
})

test('one id in two rows is counted once; a conversion may use one id for both currencies', async () => {
  const text = sampleText('every-type-de.csv')
  const rows = text.split('\r\n').filter((row) => row !== '')
  const again = await readWhole(ACTIVITY, `${text}${rows[1]}\r\n${rows[1]?.replace('1.020,00', '1.021,00')}\r\n`)
  expect(again.passedOver.at(-1)).toBe('repeated row')
  expect(again.complaints.at(-1)).toMatchObject({ field: 'Transaktionscode', text: id('1PAY') })
  const both = await readWhole(ACTIVITY, text.replaceAll(id('DCNV'), id('CCNV')))
  expect(both.transfers.map((line) => line.key)).toEqual(expect.arrayContaining([`${id('CCNV')}:USD`, `${id('CCNV')}:EUR`]))
})

test.each([
  ['Mass Pay Payment', '', 'payment'],
  ['PreApproved Payment Bill User Payment', '', 'payment'],
  ['General Currency Conversion', '', 'transfer'],
  ['Bank Deposit to PP Account ', '', 'transfer'],
  ['General Card Deposit', '', 'transfer'],
  ['General Withdrawal', '', 'withdrawal'],
  ['User Initiated Withdrawal', '', 'withdrawal'],
  ['Account Hold for Open Authorization', '', 'transfer'],
  ['Reversal of General Account Hold', '', 'transfer'],
  ['Reversal of ACH Deposit', '', 'transfer'],
  ['Payment Reversal', '', 'reversal'],
  ['Reversal of Payment Refund', '', 'refund'],
  ['Chargeback', '', 'chargeback'],
  ['Chargeback Fee', '', 'fee'],
  ['Update to eCheck Received', '', 'aside'],
  ['General Authorization', '', 'aside'],
  ['Zahlung im Einzugsverfahren mit Zahlungsrechnung', '', 'payment'],
  ['Allgemeine Gutschrift auf Kreditkarte', '', 'transfer'],
  ['ACH-Überweisung als Zahlungsquelle für Ausgleich von Kontoguthaben', '', 'transfer'],
  ['Paiement de don', '', 'payment'],
  ['Conversion de devise standard', '', 'transfer'],
  ['General Incentive/Certificate Redemption', '', 'transfer'],
  ['eCheck Received', '', 'payment'],
  ['Invoice Sent', '', 'aside'],
  ['Other', '', undefined],
  ['Ostatní', 'T0006', 'payment'],
  ['Ostatní', 'T1107', 'refund'],
  ['Ostatní', 'T1201', 'chargeback'],
  ['Ostatní', 'T2101', 'transfer'],
  ['Website Payment', 'T9900', 'payment'],
])('type %s %s is %s', (type, code, role) => expect(roleOf(type, code)).toBe(role))

test.each([
  ['Completed', 'completed'],
  ['Partially Refunded', 'completed'],
  ['Zurückgezahlt', 'completed'],
  ['Terminé', 'completed'],
  ['Pending', 'not-completed'],
  ['Annulée', 'not-completed'],
  ['Abgelehnt', 'not-completed'],
  ['unheard of', 'unknown'],
])('status %s is %s', (status, progress) => expect(progressOf(status)).toBe(progress))

test('an effect on the balance is known or asked about', () => {
  expect(['Credit', 'SOLL', '', 'Memo', 'Levitation'].map(isMemo)).toEqual([false, false, false, true, undefined])
})

const real = fileURLToPath(new URL('../../../../shared/samples/paypal/', import.meta.url))

test.skipIf(!existsSync(real))('headers of every language are recognised', () => {
  const lines = readFileSync(`${real}headers-by-locale.txt`, 'utf8').split('\n')
  const headers = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.slice(line.indexOf(': ') + 2))
  const layouts = headers.map((header) => layoutOf(`${header}\n`))
  expect(layouts).toEqual([ACTIVITY, ACTIVITY, STATEMENT, STATEMENT, STATEMENT, ACTIVITY])
})

test.skipIf(!existsSync(real))('the sample of a real account is read to the cent', async () => {
  const text = readFileSync(`${real}paypal-activity-en-US-custom-2019.emails-replaced.csv`, 'utf8')
  expect(layoutOf(text)).toBe(ACTIVITY)
  const { sums, counts, lines, transfers } = await readWhole(ACTIVITY, text)
  const parser = new CsvParser(',')
  const rows = [...parser.push(text), ...parser.end()].slice(1).map((row) => row.cells)
  const cents = (cell = '') => Number(cell.replace('.', ''))
  const received = rows.filter((cells) => cells[5] === 'Completed' && cents(cells[7]) > 0)
  const total = (index: number) => received.reduce((sum, cells) => sum + cents(cells[index]), 0)
  expect(sums).toEqual({ gross: total(7), fees: 0 - total(8), refunds: 0, tax: 0, net: total(9) })
  expect(counts).toEqual({ transfer: 3, 'non-row': 3, lines: 1 })
  expect(lines.map((line) => line.at)).toEqual(['2019-10-22T12:07:06Z'])
  expect(transfers.map((line) => line.gross)).toEqual([-699, -700, -200])
})

test('any rows give each row one outcome, without throwing', async () => {
  const names = [
    'every-type-de.csv',
    'same-rows-statement-de.csv',
    'short-span-statement-fr.csv',
    'trailing-spaces-month-first-en.csv',
    'order-of-dates-unknown-en.csv',
  ]
  const cells = ['01/02/2026', '01.02.2026', '10:00:00', 'CET', 'Asia/Nowhere', 'EUR', '5,00', '-1.50', 'Completed', 'Payment', id('1PAY')]
  await expectOneOutcomeEach({ layouts: [ACTIVITY, STATEMENT], texts: names.map(sampleText), cells })
})
