import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { dependableFacts } from './dependable-facts.ts'

const format = createFormat('en', 'EUR')
const month = (name: string, net: number) => ({ month: name, gross: net, fees: 0, refunds: 0, tax: 0, net, entries: 0 })

test('a stream tells its part of this month, and of a usual one, months without any among them', () => {
  const months = [month('2026-03', 30_000), month('2026-05', 60_000)]
  expect(dependableFacts({ months, since: '2026-03' }, '2026-05', { format, opener: (amount) => format.money(amount) })).toMatchObject([
    { label: 'This month', value: '€600' },
    { label: 'A usual month', value: '€300', hint: 'the mean of 3 months' },
  ])
  expect(dependableFacts({ months, since: '2020-01' }, '2026-05', { format, opener: (amount) => format.money(amount) })[1]).toMatchObject({
    value: '€75',
    hint: 'the mean of 12 months',
  })
})

test('before it can be told there is no figure', () => {
  expect(dependableFacts({ months: [], since: null }, '2026-05', { format, opener: (amount) => format.money(amount) })).toMatchObject([
    { value: 'too early' },
  ])
})
