import { expect, test } from 'vitest'
import { streamTitle } from './stream-title.ts'

test('a stream is called by its venture and by what tells it from the others there', () => {
  expect(streamTitle({ name: 'Obtool on GitHub Sponsors', ventureName: 'Obtool' })).toBe('Obtool · GitHub Sponsors')
  expect(streamTitle({ name: 'Invoices', ventureName: 'Editing' })).toBe('Editing · Invoices')
  expect(streamTitle({ name: 'Stripe', ventureName: 'Stripe' })).toBe('Stripe')
})
