import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOOK, bookFile, drivers, expectSums, importLines, ledger, linesOf, opened, payment, refund, streamOf } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

const setMonths = (storage: Storage, stream: number, months: number | null) =>
  storage.write(BOOK, (writer) => writer.changeStream(stream, { months }))
const monthsOf = async (storage: Storage) => (await ledger(storage)).map(({ key, months }) => [key, months])
const RATE = { currency: 'USD', against: 'EUR', from: '2024-01-01', rate: '0.5' }

for (const [name, open] of drivers) {
  describe(`${name}: what is said of a whole stream`, () => {
    test('its payments cover the months that were said, below what was said of a single one', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [payment('a'), payment('b', { months: 3 }), payment('c'), refund('r', 'a')])
      await storage.write(BOOK, (writer) => writer.edit(stream, 'c', { months: 6 }))
      await setMonths(storage, stream, 12)
      expect(await monthsOf(storage)).toEqual([
        ['a', 12],
        ['b', 12],
        ['c', 6],
        ['r', 1],
      ])
      await expectSums(storage)
      await importLines(storage, [payment('d')], { asOf: '2025' })
      expect(await monthsOf(storage)).toContainEqual(['d', 12])
      expect((await storage.span(BOOK))?.to).toBe('2024-07')
      const smoothed = await storage.monthNets(BOOK, 'smoothed', { from: '2025-04', to: '2025-04' })
      expect(smoothed).toHaveLength(1)
      await setMonths(storage, stream, null)
      expect(await monthsOf(storage)).toContainEqual(['b', 3])
      await expectSums(storage)
    })

    test('a line typed in keeps the months that were typed, unless those are the one that is offered', async () => {
      const storage = await opened(open)
      const stream = await storage.write(BOOK, streamOf)
      await storage.write(BOOK, async (writer) => {
        await writer.addByHand(stream, payment('', { months: 3 }))
        await writer.addByHand(stream, payment('', { months: 1 }))
      })
      await setMonths(storage, stream, 12)
      expect((await ledger(storage)).map(({ months }) => months)).toEqual([3, 12])
    })

    test("its own rates come before the book's, and the book's before the published ones", async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [payment('a', { fees: 0 }), payment('z', { currency: 'RUB', fees: 0 })])
      const home = async () => (await ledger(storage)).map(({ home: amounts, rate, rateDay }) => [amounts?.gross, rate, rateDay])
      const before = await bookFile(storage)
      await storage.write(BOOK, (writer) => writer.setOwnRate({ ...RATE, rate: '0.7' }))
      expect((await home())[0]).toEqual([700, 'own', '2024-01-01'])
      await storage.write(BOOK, (writer) => writer.setStreamRates(stream, [RATE, { ...RATE, currency: 'RUB', rate: '0.01' }]))
      expect(await home()).toEqual([
        [500, 'stream', '2024-01-01'],
        [10, 'stream', '2024-01-01'],
      ])
      await expectSums(storage)
      await storage.write(BOOK, async (writer) => {
        for (const currency of ['USD', 'RUB']) await writer.removeStreamRate(stream, { ...RATE, currency })
        await writer.removeOwnRate(RATE)
      })
      expect((await home())[1]).toEqual([undefined, 'none', undefined])
      expect(await bookFile(storage)).toBe(before)
    })

    test('any rules, lines and edits restore from the book file as they were', async () => {
      const rule = fc.record({ months: fc.constantFrom(null, 1, 3, 12), rate: fc.constantFrom(null, '0.5', '2'), edited: fc.boolean() })
      await fc.assert(
        fc.asyncProperty(fc.array(rule, { maxLength: 4 }), async (rules) => {
          const storage = await opened(open)
          const { stream } = await importLines(storage, [payment('a'), payment('b', { months: 3 }), refund('r', 'a')])
          for (const { months, rate, edited } of rules) {
            await setMonths(storage, stream, months)
            if (rate) await storage.write(BOOK, (writer) => writer.setStreamRates(stream, [{ ...RATE, rate }]))
            if (edited) await storage.write(BOOK, (writer) => writer.edit(stream, 'a', { months: 6 }))
            await expectSums(storage)
          }
          const file = await bookFile(storage)
          await storage.restore('copy', linesOf(file))
          expect(await bookFile(storage, 'copy')).toBe(file)
          expect(await ledger(storage, 'copy')).toEqual(await ledger(storage))
          expect(await storage.months('copy', 'smoothed')).toEqual(await storage.months(BOOK, 'smoothed'))
          await storage.close()
        }),
        { numRuns: 15 },
      )
    })

    test('a stream with a rate of its own stays when the import that made it is undone', async () => {
      const storage = await opened(open)
      const { id, stream } = await importLines(storage, [payment('a')])
      await storage.write(BOOK, (writer) => writer.setStreamRates(stream, [RATE]))
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect((await storage.streams(BOOK)).map((one) => one.id)).toEqual([stream])
      await storage.write(BOOK, (writer) => writer.removeStreamRate(stream, RATE))
      expect(await storage.streamRates(BOOK)).toEqual([])
    })
  })
}

test.each([
  { title: 'months without end', from: /("stream":\{.*"months":)12/, to: '$11000', says: 'months is 1000' },
  { title: 'a rate that is none', from: '"rate":"0.5"', to: '"rate":"x"', says: 'has no streamRate that can be kept: rate is "x"' },
  { title: 'a rate of a stream that is not there', from: /("streamRate":\{"stream":)\d+/, to: '$199', says: 'speaks of stream 99' },
])('a book file with $title is refused', async ({ from, to, says }) => {
  const [[, openFirst] = []] = drivers
  if (!openFirst) throw new Error('There is no storage to test.')
  const storage = await opened(openFirst)
  const { stream } = await importLines(storage, [payment('a')])
  await setMonths(storage, stream, 12)
  await storage.write(BOOK, (writer) => writer.setStreamRates(stream, [RATE]))
  const changed = (await bookFile(storage)).replace(from, to)
  await expect(storage.restore('copy', linesOf(changed))).rejects.toThrow(says)
})
