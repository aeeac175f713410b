import { describe, expect, test } from 'vitest'
import { net } from '#domain/money.ts'
import { BOOK, drivers, expectSums, importLines, ledger, opened, payment, refund } from './storage-fixture.ts'

for (const [name, open] of drivers) {
  describe(`${name}: money in time`, () => {
    test('a tied refund takes back the latest covered months first, also when it comes in another import', async () => {
      const storage = await opened(open)
      await importLines(storage, [refund('r', 'year', { refunds: 400, currency: 'EUR' })])
      await importLines(storage, [payment('year', { gross: 1200, fees: 0, months: 12, currency: 'EUR' })])
      const months = (await storage.months(BOOK, 'smoothed')).map((cell) => [cell.month, cell.home ? net({ ...cell.home }) : null])
      expect(months).toEqual([
        ...['05', '06', '07', '08', '09', '10', '11', '12'].map((month) => [`2024-${month}`, 100]),
        ...['01', '02', '03', '04'].map((month) => [`2025-${month}`, 0]),
      ])
      await expectSums(storage)
    })

    test('a dispute that is won gives back to the months that it took from', async () => {
      const storage = await opened(open)
      await importLines(storage, [
        payment('year', { gross: 1200, fees: 0, months: 12, currency: 'EUR' }),
        refund('r', 'year', { refunds: 300, currency: 'EUR', at: '2024-06-01' }),
        refund('lost', 'year', { kind: 'chargeback', refunds: 900, currency: 'EUR', at: '2024-07-01' }),
        refund('won', 'year', { kind: 'chargeback', refunds: -900, currency: 'EUR', at: '2024-08-01' }),
      ])
      const nets = (await storage.months(BOOK, 'smoothed')).map(({ home }) => home && net(home))
      expect(nets).toEqual([...Array.from({ length: 9 }, () => 100), 0, 0, 0])
      await expectSums(storage)
    })

    test('a change of zone, of the home currency or of an own rate places and converts every line anew', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('late', { at: '2024-05-31T23:30:00Z' }), payment('old', { currency: 'RUB', at: '2024-05-31' })])
      expect((await ledger(storage)).map(({ key, month, rate }) => [key, month, rate])).toEqual([
        ['old', '2024-05', 'none'],
        ['late', '2024-06', 'ecb'],
      ])
      await storage.write(BOOK, (writer) => writer.changeBook({ zone: 'America/New_York', homeCurrency: 'USD' }))
      await storage.write(BOOK, (writer) => writer.setOwnRate({ currency: 'RUB', against: 'USD', from: '2024-01-01', rate: '0.011' }))
      expect((await ledger(storage)).map(({ key, month, rate, home }) => [key, month, rate, home?.gross])).toEqual([
        ['late', '2024-05', 'home', 1000],
        ['old', '2024-05', 'own', 11],
      ])
      await expectSums(storage)
    })

    test('what is paid for later months is the net of the months after, smoothed', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('year', { gross: 1200, fees: 120, months: 12, currency: 'EUR' })])
      expect(await storage.netAfter(BOOK, 'smoothed', '2024-05')).toBe(990)
      expect(await storage.netAfter(BOOK, 'smoothed', '2025-04')).toBe(0)
      expect(await storage.netAfter(BOOK, 'cash', '2024-05')).toBe(0)
    })

    test('targets follow the home currency, at the newest rate or as the same number', async () => {
      const storage = await opened(open)
      await storage.write(BOOK, (writer) => writer.setTarget('2024-01', { bare: 135_000, enough: 180_000, comfortable: 225_000 }))
      await storage.write(BOOK, (writer) => writer.changeBook({ homeCurrency: 'JPY' }))
      // 186.75 yen a euro on 13 April 2026, the table's last day.
      expect(await storage.targets(BOOK)).toEqual([{ from: '2024-01', bare: 252_112, enough: 336_150, comfortable: 420_188 }])
      await storage.write(BOOK, (writer) => writer.changeBook({ homeCurrency: 'KWD' }))
      expect((await storage.targets(BOOK))[0]?.enough).toBe(336_150_000)
    })

    test('money without a rate is kept in its own currency and in no home total', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a', { currency: 'RUB', at: '2024-05-31' })])
      expect(await storage.months(BOOK, 'cash')).toMatchObject([{ currency: 'RUB', home: null, native: { gross: 1000, entries: 1 } }])
      expect(await storage.days(BOOK, '2024-05-01', '2024-05-31')).toEqual([])
    })
  })
}
