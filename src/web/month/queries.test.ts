import { expect, test } from 'vitest'
import { monthQueries, readChoice, viewOf } from './queries.ts'

const book = { id: 'main', today: '2026-11-22' }
const search = (text: string) => new URLSearchParams(text)

test('an address that says nothing asks for the running month, cash, by venture, and reads 24 months', () => {
  expect(readChoice(book, undefined, search(''))).toEqual({ month: '2026-11', lens: 'cash', by: 'venture', span: undefined })
  expect(monthQueries(book, undefined, search('')).months).toMatchObject({ from: '2024-12', to: '2026-11' })
})

test('what an address says wrongly is the default', () => {
  expect(readChoice(book, '2026-13', search('lens=x&by=y&span=z'))).toEqual(readChoice(book, undefined, search('')))
})

test('the months read end with the month that is shown', () => {
  expect(monthQueries(book, '2026-03', search('span=12&lens=smoothed')).months).toEqual({
    book: 'main',
    from: '2025-04',
    to: '2026-03',
    lens: 'smoothed',
  })
  expect(monthQueries(book, undefined, search('span=all')).months).toEqual({ book: 'main', to: '2026-11', lens: 'cash' })
})

test('the view of an address is kept whole when a part of it changes', () => {
  expect(viewOf(search('lens=smoothed&by=kind'))).toEqual({ lens: 'smoothed', by: 'kind' })
  expect(viewOf(search('span=6'))).toMatchObject({ span: '6' })
})
