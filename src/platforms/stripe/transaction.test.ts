import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencies } from '#domain/currency.ts'
import type { Sighting } from '#domain/entry.ts'
import { readWhole } from '../read-fixture.ts'
import { fromStripe, toStripe } from '#domain/stripe-units.ts'
import { linesOfTransactions, type Transaction } from './transaction.ts'

const text = readFileSync(new URL('samples/all-categories.csv', import.meta.url), 'utf8')

/** The rows of the itemised balance report, as the API tells them. */
function transactions(): Transaction[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [id = '', at = '', , currency = '', gross, fee, net, category = '', source, description, charge, intent, customer, name] =
        row.split(',')
      const cents = (value: string | undefined) => Math.round(Number(value) * 100)
      return {
        id,
        amount: cents(gross),
        fee: cents(fee),
        net: cents(net),
        currency,
        created: Date.parse(`${at.replace(' ', 'T')}Z`) / 1000,
        reporting_category: category,
        description: description ?? null,
        source: source || null,
        charge: charge ? { id: charge, paymentIntent: intent || null, customer: customer || null, name: name || null } : null,
      }
    })
}

const byKey = (lines: readonly Sighting[]) => lines.toSorted((a, b) => (a.key < b.key ? -1 : 1))
/** As an import keeps them. */
const imported = (line: Sighting) => ({ ...line, key: `stripe:${line.key}`, ...(line.tie ? { tie: `stripe:${line.tie}` } : {}) })

test('balance transactions write the very lines of the itemised report, byte for byte', async () => {
  const { lines, transfers } = await readWhole('stripe-balance', text)
  const told = byKey([...lines, ...transfers].map(imported))
  expect(JSON.stringify(byKey(linesOfTransactions(transactions())))).toBe(JSON.stringify(told))
})

test('in whatever order they come, the lines are the same', () => {
  const all = transactions()
  const expected = linesOfTransactions(all)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(linesOfTransactions(shuffled)).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('amounts go to Stripe and back unchanged, and Stripe’s special currencies are counted its way', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(...currencies), (amount, currency) => {
      const whole = currency === 'MGA' ? amount * 100 : amount
      expect(fromStripe(toStripe(whole, currency), currency) + 0).toBe(whole + 0)
    }),
    { numRuns: 100 },
  )
  expect([toStripe(5, 'UGX'), toStripe(500, 'EUR'), toStripe(500, 'JPY'), toStripe(500, 'MGA')]).toEqual([500, 500, 500, 5])
})
