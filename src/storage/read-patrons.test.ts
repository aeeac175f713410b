import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lens } from '#domain/income.ts'
import { net } from '#domain/money.ts'
import { addMonths } from '#domain/month.ts'
import { gives, standings } from '#domain/standing-gifts.ts'
import { BOOK, drivers, importLines, opened, payment, refund } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

const EUROS = { currency: 'EUR', fees: 0 }

/** What the roll-up says of a month. */
async function rolledUp(storage: Storage, lens: Lens, month: string): Promise<number> {
  const cells = await storage.months(BOOK, lens, { from: month, to: month })
  return cells.reduce((sum, { home }) => sum + (home ? net(home) : 0), 0)
}

for (const [name, open] of drivers) {
  describe(`${name}: who brings a month`, () => {
    test('each payer once a stream, fees and refunds of their payments with them, under the name last shown', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [
        payment('a', { ...EUROS, gross: 900, at: '2024-05-01', patron: 'ada', name: 'Ada' }),
        payment('b', { ...EUROS, gross: 300, at: '2024-05-20', patron: 'ada', name: 'Ada L.' }),
        payment('c', { ...EUROS, gross: 2_000, at: '2024-05-02', name: 'A company' }),
        payment('fee', { ...EUROS, kind: 'fee', gross: 0, fees: 20, tie: 'c', at: '2024-05-02' }),
        payment('nobody', { ...EUROS, gross: 7_000, at: '2024-05-02' }),
        payment('other-month', { ...EUROS, gross: 500, at: '2024-06-02', patron: 'bob' }),
        payment('no-rate', { currency: 'RUB', gross: 9_000, at: '2024-05-03', patron: 'eve' }),
        refund('back', 'b', { ...EUROS, refunds: 100, at: '2024-05-25' }),
      ])
      expect(await storage.payersOfMonth(BOOK, 'cash', '2024-05')).toEqual([
        { patron: 'A company', name: 'A company', stream, net: 1_980 },
        { patron: 'ada', name: 'Ada L.', stream, net: 1_100 },
      ])
    })

    test('what each paid gross is told by currency, before fees and refunds, smoothed a twelfth of a year', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [
        payment('a', { ...EUROS, gross: 900, fees: 30, at: '2024-05-01', patron: 'ada', name: 'Ada' }),
        payment('b', { ...EUROS, gross: 300, at: '2024-05-20', patron: 'ada', name: 'Ada L.' }),
        payment('c', { ...EUROS, gross: 1_100, months: 12, at: '2024-05-02', patron: 'bob' }),
        payment('nobody', { ...EUROS, gross: 7_000, at: '2024-05-02' }),
        payment('no-rate', { currency: 'RUB', gross: 9_000, at: '2024-05-03', patron: 'eve' }),
        refund('back', 'b', { ...EUROS, refunds: 100, at: '2024-05-25' }),
      ])
      const one = (patron: string, month: string, amount: number) => ({
        patron,
        month,
        stream,
        currency: 'EUR',
        native: amount,
        home: amount,
      })
      const paid = async (lens: Lens, from: string, to: string) => {
        const sums = new Map<string, ReturnType<typeof one>>()
        for (const { patron, month, currency, native, home, ...row } of await storage.payerGross(BOOK, lens, { from, to })) {
          const key = `${month} ${patron}`
          const sum = sums.get(key) ?? { ...one(patron, month, 0), ...row, currency }
          sums.set(key, { ...sum, native: sum.native + native, home: sum.home + home })
        }
        return [...sums.values()].toSorted((a, b) => (a.month === b.month ? b.home - a.home : a.month < b.month ? -1 : 1))
      }
      expect(await paid('cash', '2024-04', '2024-05')).toEqual([one('ada', '2024-05', 1_200), one('bob', '2024-05', 1_100)])
      expect(await paid('cash', '2024-06', '2024-07')).toEqual([])
      const both = [one('ada', '2024-05', 1_200), one('bob', '2024-05', 92), one('bob', '2024-06', 92)]
      expect(await paid('smoothed', '2024-04', '2024-06')).toEqual(both)
      expect(await paid('smoothed', '2025-04', '2025-05')).toEqual([one('bob', '2025-04', 91)])
    })

    test('smoothed, a yearly payment brings its twelfth, and a refund takes its latest months', async () => {
      const storage = await opened(open)
      await importLines(storage, [
        payment('a', { ...EUROS, gross: 1_200, months: 12, at: '2024-01-05', patron: 'ada' }),
        payment('b', { ...EUROS, gross: 240, months: 12, at: '2024-01-05', patron: 'bob' }),
        refund('back', 'b', { ...EUROS, refunds: 120, at: '2024-03-01' }),
      ])
      const brings = async (month: string) => (await storage.payersOfMonth(BOOK, 'smoothed', month)).map((one) => [one.patron, one.net])
      const both = [
        ['ada', 100],
        ['bob', 20],
      ]
      expect(await brings('2024-06')).toEqual(both)
      expect(await brings('2024-12')).toEqual([
        ['ada', 100],
        ['bob', 0],
      ])
      expect(await brings('2025-01')).toEqual([])
    })
  })

  test(`${name}: what payers bring sums to the roll-up of the month where every line names one`, async () => {
    const line = fc.record({
      gross: fc.integer({ min: 1, max: 50_000 }),
      fees: fc.integer({ min: 0, max: 90 }),
      months: fc.constantFrom(1, 3, 12, 48),
      at: fc.constantFrom('2024-01-31', '2024-02-03', '2024-03-15', '2024-04-30'),
      patron: fc.constantFrom('ada', 'bob', 'eve'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(300), async (lines, refunds) => {
        const storage = await opened(open)
        const back = refund('back', 'p0', { currency: 'EUR', refunds, at: '2024-04-20' })
        await importLines(storage, [...lines.map((one, i) => payment(`p${i}`, { ...one, currency: 'EUR' })), back])
        for (const lens of ['cash', 'smoothed'] as const) {
          for (const month of ['2024-02', '2024-04', '2024-11', '2027-12']) {
            const parts = await storage.payersOfMonth(BOOK, lens, month)
            expect(parts.reduce((sum, part) => sum + part.net, 0)).toBe(await rolledUp(storage, lens, month))
            const gifts = new Map<string, number>()
            for (const { patron, net: part } of parts) gifts.set(patron, (gifts.get(patron) ?? 0) + part)
            const streams = [...new Set(parts.map(({ stream }) => stream))]
            expect(await storage.giftsOfMonth(BOOK, { lens, month, streams })).toEqual(gifts)
            expect(await storage.giftsOfMonth(BOOK, { lens, month, streams: [] })).toEqual(new Map())
            const [paid, cells] = [
              await storage.payerGross(BOOK, lens, { from: month, to: month }),
              await storage.months(BOOK, lens, { from: month, to: month }),
            ]
            expect(paid.reduce((sum, { home }) => sum + home, 0)).toBe(cells.reduce((sum, { home }) => sum + (home?.gross ?? 0), 0))
          }
        }
        await storage.close()
      }),
      { numRuns: 15 },
    )
  })

  test(`${name}: payments come with their own fees and without refunds, by patron and day`, async () => {
    const storage = await opened(open)
    const { stream } = await importLines(storage, [
      payment('a', { ...EUROS, gross: 900, at: '2024-05-01', patron: 'ada' }),
      payment('b', { ...EUROS, gross: 6_000, months: 12, at: '2024-05-02', patron: 'bob' }),
      payment('fee', { ...EUROS, kind: 'fee', gross: 0, fees: 600, tie: 'b', at: '2024-06-01' }),
      payment('late', { ...EUROS, kind: 'fee', gross: 0, fees: 10, tie: 'old', at: '2024-05-03' }),
      payment('old', { ...EUROS, gross: 500, at: '2024-03-01', patron: 'eve' }),
      payment('nobody', { ...EUROS, gross: 500, at: '2024-05-01' }),
      refund('back', 'a', { ...EUROS, refunds: 100, at: '2024-05-25' }),
    ])
    const told = { stream, currency: 'EUR' }
    expect(await storage.patronPayments(BOOK, [stream], '2024-05-01')).toEqual([
      { ...told, patron: 'ada', day: '2024-05-01', months: 1, native: 900, home: 900 },
      { ...told, patron: 'bob', day: '2024-05-02', months: 12, native: 5_400, home: 5_400 },
    ])
    expect(await storage.patronPayments(BOOK, [], '2024-05-01')).toEqual([])
  })
}

test('payments of some patrons are those of all of them that name one, however many are asked for', async () => {
  const [, open] = drivers[0] ?? []
  if (!open) throw new Error('Failed to open a storage: there is no driver. Look at the fixture.')
  const storage = await opened(open)
  const days = ['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01']
  const { stream } = await importLines(
    storage,
    days.flatMap((at) => [
      payment(`ada ${at}`, { ...EUROS, gross: 500, at, patron: 'ada' }),
      payment(`bob ${at}`, { ...EUROS, gross: 700, at, name: 'bob' }),
      payment(`no ${at}`, { ...EUROS, gross: 900, at }),
    ]),
  )
  const asked = { streams: [stream], since: '2024-02-01', until: '2024-03-01' }
  const paid = async (...patrons: string[]) =>
    (await storage.paymentsOfPatrons(BOOK, { ...asked, patrons })).map(({ patron, day, native }) => `${patron} ${day} ${native}`).sort()
  expect(await paid('bob', 'zoe')).toEqual(['bob 2024-02-01 700', 'bob 2024-02-29 700'])
  expect(await paid()).toEqual([])
  const many = Array.from({ length: 1_200 }, (_, i) => `nobody ${i}`)
  expect(await paid('ada', ...many)).toEqual(['ada 2024-02-01 500', 'ada 2024-02-29 500'])
  await storage.close()
})

test('the few payments around two months tell as well as all do who gives at their ends, of patrons who keep to one length', async () => {
  const line = fc.record({
    gross: fc.integer({ min: 1, max: 900 }),
    fees: fc.constantFrom(0, 0, 0, 300),
    at: fc.tuple(
      fc.constantFrom('2023-06', '2023-11', '2024-01', '2024-02', '2024-03', '2024-04', '2024-05'),
      fc.integer({ min: 1, max: 29 }),
    ),
    payer: fc.constantFrom(
      { patron: 'ada', months: 1 },
      { patron: '', name: 'bob', months: 1 },
      { patron: 'eve', months: 3 },
      { patron: 'zoe', months: 12 },
    ),
  })
  const [, open] = drivers[0] ?? []
  if (!open) throw new Error('Failed to open a storage: there is no driver. Look at the fixture.')
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const storage = await opened(open)
      const days = lines.map(({ gross, fees, at: [month, day], payer }) => ({
        gross,
        fees,
        ...payer,
        at: `${month}-${String(day).padStart(2, '0')}`,
      }))
      const { stream } = await importLines(
        storage,
        days.map((one, i) => payment(`p${i}`, { ...EUROS, ...one })),
      )
      for (const month of ['2024-01', '2024-03', '2024-05']) {
        const asked = { streams: [stream], month }
        const steady = await storage.steadyPatrons(BOOK, asked)
        const patrons = ['ada', 'bob', 'eve', 'zoe']
        const few = await storage.standingPayments(BOOK, { ...asked, patrons: patrons.filter((patron) => !steady.has(patron)) })
        const all = await storage.patronPayments(BOOK, [stream], '2020-01-01')
        const givers = (payments: typeof all) => {
          const rows = standings(payments, [addMonths(month, -1), month], '2024-06-15')
          return patrons.map((patron) => [gives(rows.get(patron)?.[0]), gives(rows.get(patron)?.[1])])
        }
        const told = givers(few).map((ends, i) => (steady.has(patrons[i] ?? '') ? [true, true] : ends))
        expect(told).toEqual(givers(all))
      }
      await storage.close()
    }),
    { numRuns: 60 },
  )
})
