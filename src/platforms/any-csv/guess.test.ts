import { expect, test } from 'vitest'
import { readDate } from './dates.ts'
import { guessDateOrder, guessDecimals, guessMapping } from './guess.ts'
import { columnNames, headerSignature } from './header.ts'

test.each([
  [
    'English',
    'Transaction Date,Gross,Fee,Net,Currency,Customer Name',
    { date: 'Transaction Date', amount: 'Gross', fee: 'Fee', currency: 'Currency', name: 'Customer Name' },
  ],
  [
    'German',
    'Buchungstag,Auftraggeber/Empfänger,Betrag,Währung',
    { date: 'Buchungstag', amount: 'Betrag', currency: 'Währung', name: 'Auftraggeber/Empfänger' },
  ],
  [
    'French',
    'Date de paiement,Nom,Montant brut,Frais,Devise',
    { date: 'Date de paiement', amount: 'Montant brut', fee: 'Frais', currency: 'Devise', name: 'Nom' },
  ],
  ['Spanish', 'Fecha,Importe,Comisión,Moneda,Cliente', { date: 'Fecha', amount: 'Importe', currency: 'Moneda', name: 'Cliente' }],
  ['only a net', 'Date,Fee,Net', { date: 'Date', amount: 'Net', currencyCode: 'CHF' }],
  ['a code in a name', 'Date,Estimated revenue (USD)', { date: 'Date', amount: 'Estimated revenue (USD)', currencyCode: 'USD' }],
  [
    'a sign in a name',
    'Purchase Date,Sale Price ($),Fees ($),Buyer Name',
    { amount: 'Sale Price ($)', fee: 'Fees ($)', currencyCode: 'USD', name: 'Buyer Name' },
  ],
])('%s columns are guessed', (_, header, mapping) => expect(guessMapping(header.split(','), [], 'CHF')).toMatchObject(mapping))

test('a net amount takes no fee off again', () => {
  expect(guessMapping(['Date', 'Fee', 'Net'], [['2024-01-01', '1.00', '9.00']])).not.toHaveProperty('fee')
})

test.each([
  [
    [
      ['10', '-0.50'],
      ['-10', '0.50'],
    ],
    '-',
  ],
  [
    [
      ['10', '0.50'],
      ['-10', '-0.50'],
    ],
    '+',
  ],
  [
    [
      ['-10', '0.50'],
      ['5', '0.00'],
    ],
    undefined,
  ],
])('beside the payments of %j the fees have the sign %s', (cells, sign) => {
  expect(
    guessMapping(
      ['Date', 'Amount', 'Fee'],
      cells.map((row) => ['2024-01-01', ...row]),
    )?.feeSign,
  ).toBe(sign)
})

test('cells outweigh names: a column of words is no amount', () => {
  const rows = [['2024-01-01', 'monthly', '5.00 EUR']]
  expect(guessMapping(['Date', 'Payment', 'What'], rows)).toMatchObject({ amount: 'What', currencyCode: 'EUR' })
  expect(guessMapping(['a', 'b'], [['x', 'y']])).toBeNull()
})

test.each([
  [['30/06/2024', '01/02/2024'], 'dmy'],
  [['06/30/2024', '01/02/2024'], 'mdy'],
  [['01/02/2024'], 'mdy'],
  [['01.02.2024'], 'dmy'],
  [['13-02-2024'], 'dmy'],
  [['2024-02-01'], 'ymd'],
  [['99/06/30', '99/12/31'], 'ymd'],
  [['Sep 25, 2026'], 'ymd'],
  [[], 'ymd'],
])('the dates %j are in the order %s', (cells, order) => expect(guessDateOrder(cells)).toBe(order))

test.each([
  [['1,50', '20,00'], ','],
  [['1.50'], '.'],
  [['1.234,50'], ','],
  [['1,234.50'], '.'],
  [['1,234', '5.50'], '.'],
  [['1.234', '5,5 €'], ','],
  [['5'], '.'],
])('the decimals of %j stand behind %j', (cells, mark) => expect(guessDecimals(cells)).toBe(mark))

test.each([
  ['2024-06-30 10:38:06 +0200', 'dmy', '2024-06-30T08:38:06Z'],
  ['6/30/2024 5:45 PM', 'mdy', '2024-06-30T17:45:00'],
  ['11/25/22 12:05am', 'mdy', '2022-11-25T00:05:00'],
  ['30. Juni 2024', 'dmy', '2024-06-30'],
  ['1er août 2024', 'dmy', '2024-08-01'],
  ['3 de marzo de 2024', 'dmy', '2024-03-03'],
  ['Mar 3rd, 2024', 'dmy', '2024-03-03'],
  ['März 2024', 'dmy', '2024-03'],
  ['Sun, 30 Jun 2024 10:00:00 GMT', 'dmy', '2024-06-30T10:00:00'],
  ['06/2024', 'dmy', '2024-06'],
  ['1.2.99', 'dmy', '1999-02-01'],
  ['24/06/30', 'ymd', '2024-06-30'],
  ['29.02.2023', 'dmy', undefined],
  ['30/06/2024', 'mdy', undefined],
  ['2024-13', 'ymd', undefined],
  ['30 Smarch 2024', 'dmy', undefined],
  ['30.06.2024 25:00', 'dmy', undefined],
  ['1.50', 'dmy', undefined],
  ['12345', 'dmy', undefined],
  ['', 'dmy', undefined],
] as const)('%j in the order %s is %s', (text, order, at) => expect(readDate(text, order)).toBe(at))

test('a header keeps its names, and columns without one get a number', () => {
  expect(columnNames([' Date ', '', 'Amount', '', ''])).toEqual({ names: ['Date', 'Column 2', 'Amount'], isData: false })
  expect(columnNames(['2024-01-01', 'x', '5.00'])).toEqual({ names: ['Column 1', 'Column 2', 'Column 3'], isData: true })
  expect(columnNames(['Revenue 2024', 'Price'])).toMatchObject({ isData: false })
})

test('headers that differ in case and spaces only are mapped alike', () => {
  expect(headerSignature([' Date', 'AMOUNT'])).toBe(headerSignature(['date', 'amount ']))
})
