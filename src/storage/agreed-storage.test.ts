import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SURENESS, type AgreedIncome } from '#domain/agreed-income.ts'
import { BOOK, bookFile, drivers, importLines, linesOf, opened, payment } from './storage-fixture.ts'

const draft: Omit<AgreedIncome, 'id' | 'stream'> = {
  due: '2024-07',
  amount: 120_000,
  currency: 'USD',
  note: 'Invoice 12',
  sureness: 'signed',
  entered: '2024-05-10',
  arrived: null,
}

for (const [name, open] of drivers) {
  describe(`${name}: income that is agreed`, () => {
    test('comes back from a book file, byte for byte, and makes it one of the fifth form', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a')])
      const [stream] = (await storage.streams(BOOK)).map(({ id }) => id)
      const before = await bookFile(storage)
      expect(before).not.toContain('"version":5')
      const any = fc.record({
        stream: fc.constant(stream!),
        due: fc.constantFrom('2024-07', '2024-07-15'),
        amount: fc.integer({ min: 1, max: 9_999_999 }),
        currency: fc.constantFrom('EUR', 'USD', 'JPY'),
        note: fc.string(),
        sureness: fc.constantFrom(...SURENESS),
        entered: fc.constant('2024-05-10'),
        arrived: fc.option(fc.constant({ stream: stream!, key: 'a' })),
      })
      await fc.assert(
        fc.asyncProperty(any, async (facts) => {
          const { id } = await storage.write(BOOK, (writer) => writer.addAgreed(facts))
          const file = await bookFile(storage)
          expect(file).toContain('"version":5')
          await storage.restore('other', linesOf(file))
          expect(await bookFile(storage, 'other')).toBe(file)
          expect(await storage.agreedIncome('other')).toEqual(await storage.agreedIncome(BOOK))
          expect((await storage.agreedIncome('other')).at(-1)).toEqual({ id, ...facts })
          // Ids go on after the restored ones.
          expect((await storage.write('other', (writer) => writer.addAgreed(facts))).id).toBeGreaterThan(id)
          await storage.deleteBook('other')
          expect(await storage.agreedIncome('other')).toEqual([])
        }),
        { numRuns: 10 },
      )
      for (const { id } of await storage.agreedIncome(BOOK)) await storage.write(BOOK, (writer) => writer.removeAgreed(id))
      // A book that says nothing of it is written as before, so that the program of then can read it.
      expect(await bookFile(storage)).toBe(before)
      await storage.close()
    })

    test('a book file of what cannot be agreed is refused', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a')])
      const [stream] = (await storage.streams(BOOK)).map(({ id }) => id)
      await storage.write(BOOK, (writer) => writer.addAgreed({ ...draft, stream: stream! }))
      const file = await bookFile(storage)
      for (const [right, wrong] of [
        ['"amount":120000', '"amount":0'],
        ['"due":"2024-07"', '"due":"2024-02-30"'],
        ['"sureness":"signed"', '"sureness":"hoped"'],
        ['"currency":"USD","due"', '"currency":"XQX","due"'],
        [`"stream":${stream},"sureness"`, '"stream":999,"sureness"'],
      ] as const) {
        expect(file).toContain(right)
        await expect(storage.restore('other', linesOf(file.replace(right, wrong)))).rejects.toThrow('Failed to restore')
      }
      await storage.close()
    })

    test('is changed in its place, and keeps its own currency when the home currency changes', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a')])
      const [stream] = (await storage.streams(BOOK)).map(({ id }) => id)
      const item = await storage.write(BOOK, (writer) => writer.addAgreed({ ...draft, stream: stream! }))
      const changed: AgreedIncome = { ...item, due: '2024-08-01', arrived: { stream: stream!, key: 'a' } }
      await storage.write(BOOK, async (writer) => {
        await writer.setAgreed(changed)
        await writer.changeBook({ homeCurrency: 'JPY' })
      })
      expect(await storage.agreedIncome(BOOK)).toEqual([changed])
      await storage.close()
    })
  })
}
