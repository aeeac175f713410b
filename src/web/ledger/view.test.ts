import { expect, test } from 'vitest'
import { monthRange } from '#domain/month.ts'
import { parseAddress } from '#web/shell/address.ts'
import { to } from '#web/shell/path-builder.ts'
import { isFiltered, monthsBetween, pageParams, pagesOf, readView, sortedBy } from './view.ts'

test('a view comes back from its address as it was', () => {
  const view = {
    search: 'a b',
    stream: 2,
    venture: 3,
    month: '2026-10',
    from: '2026-01',
    to: '2026-10',
    kind: 'fee',
    unconverted: true,
    sort: 'net',
    order: 'asc',
  } as const
  expect(readView(parseAddress(to.ledger(view)).search)).toEqual(view)
  expect(readView(new URLSearchParams())).toEqual({ sort: 'day', order: 'desc' })
})

test('what an address says wrongly is left out', () => {
  expect(readView(new URLSearchParams('stream=x&month=2026-13&kind=gift&sort=size&order=up'))).toEqual({ sort: 'day', order: 'desc' })
})

test('rows are fetched by the page', () => {
  expect(pagesOf(0, 99)).toEqual([0])
  expect(pagesOf(95, 230)).toEqual([0, 1, 2])
  expect(pagesOf(-5, -1)).toEqual([0])
  expect(pageParams('main', readView(new URLSearchParams('unconverted=true')), 3)).toEqual({
    book: 'main',
    unconverted: 'true',
    sort: 'day',
    order: 'desc',
    offset: 300,
    limit: 100,
  })
})

test('a column pressed again turns round', () => {
  const view = readView(new URLSearchParams())
  expect(sortedBy(view, 'day')).toMatchObject({ sort: 'day', order: 'asc' })
  expect(sortedBy(view, 'name')).toMatchObject({ sort: 'name', order: 'asc' })
  expect(sortedBy(view, 'net')).toMatchObject({ sort: 'net', order: 'desc' })
})

test('a view knows whether it leaves anything out', () => {
  expect(isFiltered(readView(new URLSearchParams('sort=net')))).toBe(false)
  expect(isFiltered(readView(new URLSearchParams('kind=fee')))).toBe(true)
})

test('months to choose from are those of the streams, newest first', () => {
  const streams = [
    { firstDay: '2026-01-05', lastDay: '2026-02-01' },
    { firstDay: '2025-12-30', lastDay: '2025-12-31' },
    { firstDay: null, lastDay: null },
  ]
  expect(monthsBetween(streams, monthRange)).toEqual(['2026-02', '2026-01', '2025-12'])
  expect(monthsBetween([], monthRange)).toEqual([])
})
