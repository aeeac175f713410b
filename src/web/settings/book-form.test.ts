import { expect, test } from 'vitest'
import type { Book } from '#contract/book.ts'
import { bookTrouble, changeOf, consequences, isLocale, zoneChoices } from './book-form.ts'

const book: Book = {
  id: 'main',
  name: 'Mine',
  homeCurrency: 'EUR',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
  revision: 1,
  example: false,
  entries: 0,
  today: '2026-11-23',
}
const form = { name: 'Mine', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en-GB' }

test('only what differs is sent', () => {
  expect(changeOf(book, form)).toEqual({})
  expect(changeOf(book, { ...form, name: ' Ours ', homeCurrency: 'SEK' })).toEqual({ name: 'Ours', homeCurrency: 'SEK' })
})

test('a change that counts everything anew says so before it is saved', () => {
  expect(consequences(book, form)).toEqual([])
  expect(consequences(book, { ...form, homeCurrency: 'SEK' })[0]).toMatch(/converted anew to SEK/)
  expect(consequences(book, { ...form, zone: 'UTC' })).toHaveLength(1)
})

test('a locale is one that the browser can read', () => {
  expect(isLocale('de-AT')).toBe(true)
  expect(isLocale('german, please')).toBe(false)
  expect(Object.keys(bookTrouble({ ...form, name: ' ', locale: '' }))).toEqual(['name', 'locale'])
})

test('the zone that is set can be chosen', () => {
  expect(zoneChoices('Etc/GMT+3')).toContain('Etc/GMT+3')
  expect(zoneChoices('UTC').filter((zone) => zone === 'UTC')).toHaveLength(1)
})
