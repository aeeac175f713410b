import { expect, test } from 'vitest'
import { activeCurrencies, currencies, currencyName, exponentOf, isCurrency } from './currency.ts'
import { ecbPacked } from './ecb-table.ts'
import { readRateTable } from './rate.ts'

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['ISK', 0],
  ['HUF', 2],
  ['IDR', 2],
  ['KRW', 0],
  ['MGA', 2],
  ['XOF', 0],
  ['RUB', 2],
  ['HRK', 2],
  ['BGN', 2],
  ['TRL', 0],
  ['ROL', 2],
  ['XCG', 2],
])('%s has %d decimals', (code, exponent) => {
  expect(exponentOf(code)).toBe(exponent)
})

test.each(['XAU', 'XAG', 'XTS', 'XXX', 'XDR', 'CLF', 'USN', 'BTC', 'eur', 'EU', 'EURO', '', 'toString'])('"%s" is no currency', (code) => {
  expect(exponentOf(code)).toBeUndefined()
  expect(isCurrency(code)).toBe(false)
})

test('every currency of the table of rates is known, and so are those that the euro replaced', () => {
  const replaced = ['ATS', 'BEF', 'DEM', 'ESP', 'FIM', 'FRF', 'GRD', 'IEP', 'ITL', 'LUF', 'NLG', 'PTE']
  expect([...readRateTable(ecbPacked).currencies, ...replaced].filter((code) => !isCurrency(code))).toEqual([])
})

test('codes are three capital letters, each once, in order, with 0, 2 or 3 decimals', () => {
  expect(currencies.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
  expect(currencies).toEqual([...new Set(currencies)].sort())
  expect(new Set(currencies.map(exponentOf))).toEqual(new Set([0, 2, 3]))
  expect(currencies.length).toBeGreaterThan(180)
})

test('what one can be paid in today leaves out every currency that ended, and nothing else', () => {
  expect(activeCurrencies).toEqual(expect.arrayContaining(['EUR', 'USD', 'JPY', 'KWD', 'RUB']))
  for (const code of ['DEM', 'HRK', 'TRL', 'ADP', 'BGN']) expect(activeCurrencies).not.toContain(code)
  expect(currencies.length - activeCurrencies.length).toBeGreaterThan(30)
})

test('every currency one can be paid in has a name, new ones too', () => {
  const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'code' })
  expect(activeCurrencies.filter((code) => currencyName(code, names.of(code)) === code)).toEqual([])
  expect(['SLE', 'VED', 'XCG', 'ZWG'].map((code) => currencyName(code, code))).toEqual([
    'Sierra Leonean Leone',
    'Digital Bolívar',
    'Caribbean Guilder',
    'Zimbabwe Gold',
  ])
  expect(currencyName('EUR', 'Euro')).toBe('Euro')
})
