import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOOK, drivers, importLines, opened, payment, refund } from './storage-fixture.ts'

const EUROS = { currency: 'EUR' }
const WHOLE = { since: '0001-01-01', before: '9999-12-31' }

const paid = fc.record({
  gross: fc.integer({ min: 1, max: 20_000 }),
  fees: fc.integer({ min: 0, max: 900 }),
  months: fc.constantFrom(1, 3, 12),
  month: fc.integer({ min: 1, max: 6 }),
  back: fc.option(fc.integer({ min: 1, max: 20_000 })),
  fee: fc.option(fc.integer({ min: 1, max: 300 })),
})

for (const [name, open] of drivers) {
  describe(`${name}: parts of payments of several months`, () => {
    test('the parts of longer payments and the months of the others sum to the smoothed months, to the cent', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(paid, { minLength: 1, maxLength: 6 }), async (payments) => {
          const storage = await opened(open)
          await importLines(
            storage,
            payments.flatMap(({ gross, fees, months, month, back, fee }, i) => [
              payment(`p${i}`, { ...EUROS, gross, fees, months, at: `2024-0${month}-05` }),
              ...(back === null ? [] : [refund(`r${i}`, `p${i}`, { ...EUROS, refunds: back, at: `2024-0${month}-20` })]),
              ...(fee === null
                ? []
                : [payment(`f${i}`, { ...EUROS, kind: 'fee', gross: 0, fees: fee, tie: `p${i}`, at: `2024-0${month}-06` })]),
            ]),
          )
          const smoothed = await storage.monthNets(BOOK, 'smoothed', { from: '0001-01', to: '9999-12' })
          const parts = new Map((await storage.longParts(BOOK, WHOLE)).map((part) => [part.month, part.net]))
          const single = new Map<string, number>()
          for (const { gross, fees, months, month, back, fee } of payments) {
            if (months === 1) single.set(`2024-0${month}`, (single.get(`2024-0${month}`) ?? 0) + gross - fees - (back ?? 0) - (fee ?? 0))
          }
          for (const { month, net } of smoothed) expect(net - (parts.get(month) ?? 0)).toBe(single.get(month) ?? 0)
        }),
        { numRuns: 20 },
      )
    })

    test('payments of other days have no part, and what is given back later takes from those that have', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [
        payment('a', { ...EUROS, gross: 300, fees: 0, months: 3, at: '2024-03-05' }),
        payment('b', { ...EUROS, gross: 900, fees: 0, months: 3, at: '2024-05-05' }),
        refund('back', 'a', { ...EUROS, refunds: 150, at: '2024-06-20' }),
      ])
      const parts = await storage.longParts(BOOK, { since: '2024-03-01', before: '2024-05-05' })
      expect(parts.toSorted((x, y) => (x.month < y.month ? -1 : 1))).toEqual([
        { stream, month: '2024-03', net: 100 },
        { stream, month: '2024-04', net: 50 },
        { stream, month: '2024-05', net: 0 },
      ])
    })
  })
}
