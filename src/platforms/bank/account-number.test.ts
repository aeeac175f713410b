import { expect, test } from 'vitest'
import { isSameAccount } from './account-number.ts'

const GERMAN = 'DE89370400440532013000'

test.each([
  [GERMAN, '0532013000'],
  [GERMAN, '532013000'],
  [GERMAN, '37040044/0532013000'],
  ['AT611904300234573201', '234573201'],
  ['FR1420041010050500013M02606', '0500013M026'],
  ['NO9386011117947', '8601.11.17947'],
  ['GB29NWBK60161331926819', '31926819'],
  ['0532013000', '532013000'],
  [GERMAN, GERMAN.toLowerCase()],
])('%s and %s are one account, whichever comes first', (a, b) => {
  expect([isSameAccount(a, b), isSameAccount(b, a)]).toEqual([true, true])
})

test.each([
  [GERMAN, '3000'],
  [GERMAN, '13000'],
  [GERMAN, '1532013000'],
  [GERMAN, 'DE12500105170532013000'],
  ['GB29NWBK60161331926819', '1331926819'],
  ['123', '1230'],
  ['', ''],
  [GERMAN, ''],
  ['0', '00'],
  ['Current', 'Savings'],
])('%s and %s are two, or nobody knows', (a, b) => {
  expect([isSameAccount(a, b), isSameAccount(b, a)]).toEqual([false, false])
})
