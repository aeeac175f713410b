import { expect, test } from 'vitest'
import { createFormat } from '#web/ui/format.ts'
import { paidInFigure } from './paid-in-figure.ts'
import { testStream } from './stream-fixture.ts'

test('what a stream was paid in is the sum of its rows, currency by currency, each with its own decimals', () => {
  const sums = (net: number) => ({ gross: net + 30, fees: 20, refunds: 10, tax: 0, net, entries: 2 })
  const native = [
    {
      currency: 'USD',
      ...sums(3_012),
      months: [
        { month: '2026-01', entries: 1, net: 1_005 },
        { month: '2026-03', entries: 1, net: 2_007 },
      ],
    },
    { currency: 'JPY', ...sums(900), months: [{ month: '2026-02', entries: 2, net: 900 }] },
  ]
  const { figure, inputs, rows } = paidInFigure({ native, stream: testStream(1) }, createFormat('en', 'EUR'))
  expect(figure).toBe('$30.12 and ¥900')
  expect(inputs[0]).toEqual({ label: 'USD', value: '$30.42 − $0.20 − $0.10' })
  expect(rows.rows).toEqual([
    ['2026-01', 'USD', 1, '10.05'],
    ['2026-03', 'USD', 1, '20.07'],
    ['2026-02', 'JPY', 2, '900'],
  ])
})
