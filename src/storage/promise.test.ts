import { describe, expect, test } from 'vitest'
import type { FrozenPromise } from '#domain/promise.ts'
import { BOOK, bookFile, drivers, linesOf, opened } from './storage-fixture.ts'

const promise = (month: string): FrozenPromise => {
  return { month, low: 800, middle: 1_000, high: 1_200, recalibration: 1_000, currency: 'EUR', made: `${month}-01` }
}

for (const [name, open] of drivers) {
  describe(`${name}: promises`, () => {
    test('are kept by month, once for good', async () => {
      const storage = await opened(open)
      for (const month of ['2024-03', '2024-02']) await storage.write(BOOK, (writer) => writer.freezePromise(promise(month)))
      expect(await storage.promises(BOOK)).toEqual([promise('2024-02'), promise('2024-03')])
      await expect(storage.write(BOOK, (writer) => writer.freezePromise({ ...promise('2024-03'), low: 1 }))).rejects.toThrow(/unique/i)
      expect(await storage.promises(BOOK)).toEqual([promise('2024-02'), promise('2024-03')])
      await storage.deleteBook(BOOK)
      expect(await storage.promises(BOOK)).toEqual([])
      await storage.close()
    })

    test('come back from a book file, byte for byte; one that cannot be is refused', async () => {
      const storage = await opened(open)
      expect(await bookFile(storage)).toContain('"version":1')
      await storage.write(BOOK, (writer) => writer.freezePromise(promise('2024-03')))
      const file = await bookFile(storage)
      expect(file).toContain('"version":3')
      await storage.restore('other', linesOf(file))
      expect(await bookFile(storage, 'other')).toBe(file)
      const wrong = file.replace('"low":800', '"low":-800')
      await expect(storage.restore('third', linesOf(wrong))).rejects.toThrow('Failed to restore')
      await storage.close()
    })
  })
}
