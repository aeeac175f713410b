import fc from 'fast-check'
import { expect, test } from 'vitest'
import { browseView, publicTo, type BrowseView } from './paths.ts'

const searchOf = (address: string) => new URLSearchParams(address.split('?')[1] ?? '')

test('what makes no sense in an address is left out', () => {
  expect(browseView(new URLSearchParams('sort=richest&work=play&currency=euro&tag=&search='))).toEqual({})
  expect(browseView(new URLSearchParams('sort=newest&work=basic&currency=EUR&tag=craft'))).toEqual({
    sort: 'newest',
    work: 'basic',
    currency: 'EUR',
    tag: 'craft',
  })
})

test('an amount has no place in an address', () => {
  expect(browseView(new URLSearchParams('amount=500&amountCurrency=EUR'))).toEqual({})
})

test('a token stands in the fragment alone', () => {
  expect(publicTo.pledge('abc').split('#')).toEqual(['/pledge', 'abc'])
})

test('property: an address says again what it was made of', () => {
  const views = fc.record(
    {
      search: fc.string({ minLength: 1, maxLength: 50 }),
      tag: fc.string({ minLength: 1, maxLength: 30 }),
      work: fc.constantFrom('basic' as const, 'income' as const),
      currency: fc.constantFrom('EUR', 'USD', 'JPY'),
      sort: fc.constantFrom('nearest' as const, 'fewest' as const, 'newest' as const),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(views, (view: BrowseView) => {
      expect(browseView(searchOf(publicTo.browse(view)))).toEqual(view)
    }),
  )
})
