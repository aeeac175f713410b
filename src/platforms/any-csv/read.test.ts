import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvParser } from '../csv.ts'
import type { Mapping } from '../read.ts'
import { readWhole } from '../read-fixture.ts'
import { columnsOf, headOf } from '../registry.ts'

const sample = (name: string) => new Uint8Array(readFileSync(new URL(`samples/${name}`, import.meta.url)))
const guessOf = (bytes: Uint8Array) => columnsOf(headOf(bytes, 'x'), 'EUR')
const plain: Mapping = { date: 'date', amount: 'amount', currencyCode: 'EUR', dateOrder: 'ymd', decimals: '.' }
const read = (text: string, mapping: Partial<Mapping> = {}) => readWhole('any-csv', text, { mapping: { ...plain, ...mapping } })

async function readAsGuessed(name: string) {
  const bytes = sample(name)
  const { guess } = guessOf(bytes)
  expect(guess).not.toBeNull()
  return guess ? readWhole('any-csv', bytes, { mapping: guess, chunk: 11 }) : readWhole('any-csv', bytes)
}

test('Windows-1252, semicolons, German names and numbers, a sum and a row that is none', async () => {
  expect(guessOf(sample('windows-1252-semicolon.csv')).guess).toEqual({
    date: 'Datum',
    amount: 'Betrag',
    currency: 'Währung',
    name: 'Auftraggeber',
    fee: 'Gebühr',
    feeSign: '-',
    dateOrder: 'dmy',
    decimals: ',',
  })
  const { lines, passedOver, complaints, facts } = await readAsGuessed('windows-1252-semicolon.csv')
  expect(lines).toMatchObject([
    { key: '2024-06-13|123450|EUR|Bücherei Süd|-150', at: '2024-06-13', kind: 'payment', gross: 123_450, fees: 150, name: 'Bücherei Süd' },
    { kind: 'refund', gross: 0, refunds: 2000, fees: -30, name: 'Jürgen' },
  ])
  expect(passedOver).toEqual(['totals row'])
  expect(complaints).toMatchObject([{ row: 4, field: 'Datum', text: '' }])
  expect(facts.style).toEqual({ dates: 'day, month, year', decimals: ',', encoding: 'windows-1252', delimiter: ';' })
})

test('UTF-16 with a mark, months first', async () => {
  const { lines, facts } = await readAsGuessed('utf-16-bom.csv')
  expect(lines.map(({ at, gross, currency, name }) => [at, gross, currency, name])).toEqual([
    ['2024-06-30', 120_000, 'USD', 'Zoë'],
    ['2024-07-01', 500, 'USD', 'Ann, B'],
  ])
  expect(facts.style?.encoding).toBe('utf-16le')
})

test('a first row that is data gets names for its columns and is read; equal rows keep their ordinal', async () => {
  const { header, rows, guess } = guessOf(sample('no-header-equal-rows.csv'))
  expect(header).toEqual(['Column 1', 'Column 2', 'Column 3'])
  expect(rows).toHaveLength(4)
  expect(guess).toMatchObject({ date: 'Column 1', amount: 'Column 3', currencyCode: 'EUR' })
  const { lines, passedOver, outcomes } = await readAsGuessed('no-header-equal-rows.csv')
  expect(lines.map(({ key, kind }) => [key, kind])).toEqual([
    ['2024-06-30|1250|EUR||0', 'payment'],
    ['2024-06-30|1250|EUR||0#2', 'payment'],
    ['2024-07-02|-300|EUR||0', 'refund'],
  ])
  expect(passedOver).toEqual(['amount is 0'])
  expect(outcomes.map((one) => one.row)).toEqual([1, 2, 3, 4])
})

test('dates of every kind, and those that do not exist', async () => {
  const bytes = sample('dates-of-every-kind.csv')
  const { lines, complaints, passedOver, facts } = await readWhole('any-csv', bytes, {
    mapping: { ...plain, date: 'When', amount: 'How much', dateOrder: 'dmy' },
  })
  expect(lines.map(({ at, kind }) => [at, kind])).toEqual([
    ['2024-06-30', 'payment'],
    ['2024-06-30', 'payment'],
    ['2024-06-30', 'payment'],
    ['2024-06-30', 'payment'],
    ['2026-09-25', 'payment'],
    ['2026-09-25', 'payment'],
    ['2024-06-30T17:45:00', 'payment'],
    ['2024-06-30T17:45:00', 'payment'],
    ['2024-06-30T22:00:00Z', 'payment'],
    ['2024-06', 'summary'],
  ])
  expect(complaints.map(({ row, text }) => [row, text])).toEqual([
    [12, '31.06.2024'],
    [13, '06/31/2024'],
    [14, 'soon'],
  ])
  expect(passedOver).toEqual(['totals row'])
  expect(facts.span).toEqual({ from: '2024-06-01', to: '2026-09-25' })
})

test('a fee is what left, however the file signs it, whatever else stands in the file', async () => {
  const fees = async (feeSign: '+' | '-' | undefined, ...rows: string[]) =>
    (await read(`date,amount,fee\n${rows.join('\n')}\n`, { fee: 'fee', feeSign })).lines.map((line) => [
      line.gross,
      line.refunds,
      line.fees,
    ])
  expect(await fees('+', '2024-01-01,10,0.50', '2024-01-02,-10,-0.50')).toEqual([
    [1000, 0, 50],
    [0, 1000, -50],
  ])
  expect(await fees('-', '2024-01-01,10,-0.50', '2024-01-02,-10,0.50', '2024-01-03,0,-2')).toEqual([
    [1000, 0, 50],
    [0, 1000, -50],
    [0, 0, 200],
  ])
  expect(await fees('-', '2024-01-02,-10,0.50')).toEqual([[0, 1000, -50]])
  expect(await fees(undefined, '2024-01-01,10,0.50', '2024-01-02,-10,0.00')).toEqual([
    [1000, 0, 50],
    [0, 1000, 0],
  ])
})

test('a fee beside a refund is asked about where it is not known how fees are signed', async () => {
  const { complaints, lines } = await read('date,amount,fee\n2024-01-02,-10,0.50\n2024-01-01,10,0.50\n', { fee: 'fee' })
  expect(complaints).toMatchObject([{ row: 2, field: 'fee', text: '0.50', reason: expect.stringContaining('how the file writes fees') }])
  expect(lines).toHaveLength(1)
})

test('amounts that are not what the mapping says are complaints', async () => {
  const { complaints, lines } = await read(
    'date,amount\n2024-01-01,"1.234,50"\n2024-01-01,12.345\n2024-01-01,5 USD\n2024-01-01,€ 5\n2024-01-01,₹5\n2024-01-01,\n2024-01-01,"1,234.50"\n2024-01-01,(5.00)\n',
  )
  expect(complaints.map(({ row, text }) => [row, text])).toEqual([
    [2, '1.234,50'],
    [3, '12.345'],
    [4, '5 USD'],
    [6, '₹5'],
    [7, ''],
  ])
  expect(lines.map((line) => line.gross - line.refunds)).toEqual([500, 123_450, -500])
})

test('equal payments of one day at different times are two, whichever file holds which', async () => {
  const keys = async (...times: string[]) =>
    (await read(`date,amount\n${times.map((time) => `2024-01-01 ${time},5\n`).join('')}`)).lines.map((line) => line.key)
  const [morning, evening] = [await keys('10:00'), await keys('19:30')]
  expect(morning).not.toEqual(evening)
  expect(await keys('19:30', '10:00')).toEqual([...evening, ...morning])
})

test('a complaint about an amount says what is wrong with it', async () => {
  const { complaints } = await read(
    'date,amount\n2024-01-01,5 USD\n2024-01-01,$5\n2024-01-01,1.005\n2024-01-01,five\n2024-01-01,900000000000\n',
  )
  expect(complaints.map(({ row, field, text, reason }) => [row, field, text, reason])).toEqual([
    [2, 'amount', '5 USD', '"5 USD" names another currency than EUR, which this row is in.'],
    [3, 'amount', '$5', '"$5" names another currency than EUR, which this row is in.'],
    [4, 'amount', '1.005', '"1.005" has more decimals than EUR does, which has 2.'],
    [5, 'amount', 'five', '"five" is no amount of EUR with a point before the decimals.'],
    [6, 'amount', '900000000000', '"900000000000" is larger than any payment.'],
  ])
  const yen = await read('date,amount\n2024-01-01,¥5.5\n2024-01-01,¥500\n', { currencyCode: 'JPY' })
  expect(yen.complaints.map(({ reason }) => reason)).toEqual(['"¥5.5" has more decimals than JPY does, which has none.'])
  expect(yen.lines).toHaveLength(1)
})

test('a mapping that the file does not have, and none at all, are told for every row', async () => {
  const missing = await read('date,sum\n2024-01-01,5\n')
  expect(missing.complaints).toMatchObject([{ row: 2, reason: 'The file has no column "amount". Choose its columns again.' }])
  const none = await readWhole('any-csv', 'date,sum\n2024-01-01,5\n')
  expect(none.facts.warnings).toEqual([expect.stringContaining('Say which of its columns')])
  const unknown = await read('date,amount\n2024-01-01,5\n', { currencyCode: 'ABC' })
  expect(unknown.complaints).toHaveLength(1)
})

test('any table gives each row one outcome, without throwing', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('2024-01-01', '1.5', '-1,5', 'Total', 'EUR', '', '5:45pm', '1/2/3'))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async (table) => {
      const text = ['date,amount,name', ...table.map((row) => row.join(','))].join('\n')
      const parser = new CsvParser(',')
      const rows = [...parser.push(text), ...parser.end()].slice(1)
      const { outcomes } = await read(text, { name: 'name', decimals: ',', dateOrder: 'mdy' })
      expect(outcomes.map((one) => one.row)).toEqual(rows.map((row) => row.number))
    }),
  )
})

test('any bytes are read without throwing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect((await readWhole('any-csv', bytes, { mapping: plain, chunk: 5 })).facts).toBeDefined()
    }),
  )
})
