import { expect, test } from 'vitest'
import { invoiceTrouble } from './invoice.ts'

const pdf = { name: 'invoice.pdf', type: 'application/pdf', size: 20_000 }

test('one PDF of at most 5 MB is taken', () => {
  expect(invoiceTrouble(1, pdf)).toBeUndefined()
  expect(invoiceTrouble(1, { ...pdf, type: '' })).toBeUndefined()
  expect(invoiceTrouble(2, pdf)).toMatch(/one file/)
  expect(invoiceTrouble(1, { name: 'invoice.docx', type: 'application/msword', size: 1 })).toMatch(/no PDF/)
  expect(invoiceTrouble(1, { ...pdf, size: 6_000_000 })).toMatch(/larger than 5 MB/)
})
