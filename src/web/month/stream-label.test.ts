import { expect, test } from 'vitest'
import { streamLabel } from './stream-label.ts'

test('a stream beside its venture does not say the name of the venture twice', () => {
  expect(streamLabel({ name: 'Obtool on GitHub Sponsors', ventureName: 'Obtool' })).toBe('GitHub Sponsors')
  expect(streamLabel({ name: 'Zine shop, orders', ventureName: 'Zine shop' })).toBe('Orders')
  expect(streamLabel({ name: 'Obtool · Stripe', ventureName: 'Obtool' })).toBe('Stripe')
  expect(streamLabel({ name: 'Workshops', ventureName: 'Workshops' })).toBe('')
})

test('a name of its own stays as it is', () => {
  expect(streamLabel({ name: 'Stripe', ventureName: 'Obtool' })).toBe('Stripe')
  expect(streamLabel({ name: 'Arthouse shop', ventureName: 'Art' })).toBe('Arthouse shop')
})
