import { describe, expect, test } from 'vitest'
import { BOOK, bookFile, drivers, linesOf, opened } from './storage-fixture.ts'

for (const [name, open] of drivers) {
  describe(`${name}: how many patrons are assumed to leave`, () => {
    test('is kept, restored to the same bytes, and taken back; older programs are told that they cannot read it', async () => {
      const storage = await opened(open)
      const before = await bookFile(storage)
      expect(await storage.leaving(BOOK)).toBeNull()
      for (const share of [300, 0]) {
        await storage.write(BOOK, (writer) => writer.setLeaving(share))
        expect(await storage.leaving(BOOK)).toBe(share)
      }
      const file = await bookFile(storage)
      expect(file.split('\n')[0]).toContain('"version":5')
      expect(file).toContain('{"leaving":{"share":0}}')
      const again = await opened(open)
      await again.restore('again', linesOf(file))
      expect(await bookFile(again, 'again')).toBe(file)
      expect(await again.leaving('again')).toBe(0)
      await storage.write(BOOK, (writer) => writer.setLeaving(null))
      expect(await bookFile(storage)).toBe(before)
    })

    test('more than half a month is refused by the file', async () => {
      const storage = await opened(open)
      await storage.write(BOOK, (writer) => writer.setLeaving(500))
      const file = (await bookFile(storage)).replace('"share":500', '"share":5001')
      await expect((await opened(open)).restore('again', linesOf(file))).rejects.toThrow(/share/)
    })
  })
}
