import { describe, expect, test } from 'vitest'
import { BOOK, drivers, importLines, opened, payment } from './storage-fixture.ts'

const EUROS = { currency: 'EUR', fees: 0 }

for (const [name, open] of drivers) {
  describe(`${name}: what gifts cost`, () => {
    test('named payments of the month whose fee is known, with fees that are lines of their own', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [
        payment('a', { ...EUROS, gross: 900, fees: 30, at: '2024-05-01', patron: 'ada', name: 'Ada' }),
        payment('b', { ...EUROS, gross: 200, fees: 5, months: 12, at: '2024-05-31', name: 'Bob' }),
        payment('fee', { ...EUROS, kind: 'fee', gross: 0, fees: 20, tie: 'b', at: '2024-05-31' }),
        payment('none', { ...EUROS, gross: 300, at: '2024-05-20', patron: 'cy' }),
        payment('nobody', { ...EUROS, gross: 700, fees: 30, at: '2024-05-02' }),
        payment('before', { ...EUROS, gross: 700, fees: 30, at: '2024-04-30', patron: 'di' }),
        payment('after', { ...EUROS, gross: 700, fees: 30, at: '2024-06-01', patron: 'di' }),
        payment('no-rate', { currency: 'RUB', gross: 9_000, fees: 90, at: '2024-05-03', patron: 'eve' }),
      ])
      const one = (patron: string, months: number, [gross, fees]: [number, number]) => {
        return { patron, stream, months, currency: 'EUR', gross, fees, homeGross: gross, homeFees: fees }
      }
      const asked = { streams: [stream], month: '2024-05' }
      expect(await storage.giftFees(BOOK, asked)).toEqual([one('ada', 1, [900, 30]), one('Bob', 12, [200, 25])])
      expect(await storage.giftFees(BOOK, { ...asked, month: '2024-03' })).toEqual([])
    })
  })
}
