import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayOfMonth, monthRange } from './month.ts'
import { longByMonth, renewals, type LongPayment } from './renewal.ts'

const RUNNING = '2026-06'
const ask = { running: RUNNING, horizon: 13 }
const yearly = (day: string, more: Partial<LongPayment> = {}): LongPayment => {
  return { stream: 1, day, months: 12, patron: 'ada', net: 12_000, back: 0, ...more }
}

describe('what is due again', () => {
  test('is due as many months later as the payment covers, with a chance that falls each time', () => {
    expect(renewals([yearly('2025-09-20')], ask)).toEqual({
      record: { due: 0, renewed: 0 },
      due: [{ stream: 1, patron: 'ada', ahead: 3, day: '2026-09-20', amount: 12_000, chance: 750, covers: 12 }],
    })
    const quarterly = renewals([yearly('2026-04-02', { months: 3 })], ask).due
    expect(quarterly.map(({ ahead, chance }) => [ahead, chance])).toEqual([
      [1, 750],
      [4, 562],
      [7, 421],
      [10, 316],
    ])
  })

  test('follows the newest payment of a patron, and ends with what did not come or was given back', () => {
    expect(renewals([yearly('2024-08-01'), yearly('2025-08-03', { net: 6_000 })], ask).due).toMatchObject([{ ahead: 2, amount: 6_000 }])
    expect(renewals([yearly('2024-08-01')], ask).due).toEqual([])
    expect(renewals([yearly('2025-09-20', { back: 12_000 })], ask).due).toEqual([])
    expect(renewals([yearly('2026-06-02')], ask).due).toEqual([])
  })

  test('comes as often as it did, leaning on three of four', () => {
    const kept = (patron: string) => [yearly('2024-02-01', { patron }), yearly('2025-02-20', { patron })]
    // Three came again and two of them a second time; the third one's second is over, and one never came again.
    const payments = [
      ...kept('ada'),
      yearly('2026-03-01', { patron: 'ada' }),
      ...kept('bo'),
      yearly('2026-02-02', { patron: 'bo' }),
      ...kept('cy'),
      yearly('2024-05-05', { patron: 'dee' }),
    ]
    const { record, due } = renewals(payments, ask)
    expect(record).toEqual({ due: 7, renewed: 5 })
    expect(due.map(({ patron, chance }) => [patron, chance])).toEqual([
      ['ada', 727],
      ['bo', 727],
    ])
  })

  test('payments of nobody known stand each alone and tell nothing of others', () => {
    const { record, due } = renewals([yearly('2024-03-01', { patron: null }), yearly('2025-09-01', { patron: null })], ask)
    expect(record).toEqual({ due: 0, renewed: 0 })
    expect(due).toHaveLength(1)
  })
})

test('what is due lies in the months ahead, and its chances are shares that never grow', () => {
  const payment = fc.record({
    stream: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: -40, max: 3 }).map((ago) => dayOfMonth(addMonths(RUNNING, ago), 7)),
    months: fc.integer({ min: 2, max: 24 }),
    patron: fc.constantFrom('ada', 'bo', null),
    net: fc.integer({ min: -100, max: 50_000 }),
    back: fc.constantFrom(0, 0, 10),
  })
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 12 }), (payments) => {
      const sorted = payments.toSorted((a, b) => (a.day < b.day ? -1 : 1))
      const { record, due } = renewals(sorted, ask)
      expect(record.renewed).toBeLessThanOrEqual(record.due)
      expect(due.every(({ ahead, chance, amount }) => ahead >= 0 && ahead < 13 && chance >= 0 && chance < 1_000 && amount > 0)).toBe(true)
      const months = monthRange('2022-01', RUNNING)
      const sums = [...longByMonth(sorted, months).values()].flat()
      expect(sums.reduce((sum, one) => sum + one, 0)).toBe(
        sorted.filter(({ day }) => day.slice(0, 7) <= RUNNING).reduce((sum, { net }) => sum + net, 0),
      )
    }),
  )
})
