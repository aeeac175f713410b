import { describe, expect, test } from 'vitest'
import type { CheckIn } from '#domain/check-in.ts'
import { BOOK, bookFile, drivers, importLines, linesOf, opened, payment } from './storage-fixture.ts'

const week = (monday: string, venture: number | null = null): CheckIn => {
  return { week: monday, lines: [{ venture, basic: 600, paid: 900, care: 90 }] }
}

for (const [name, open] of drivers) {
  describe(`${name}: check-ins`, () => {
    test('are kept by week, a later one in the place of the earlier, and taken back', async () => {
      const storage = await opened(open)
      for (const monday of ['2024-03-11', '2024-03-04']) await storage.write(BOOK, (writer) => writer.setCheckIn(week(monday)))
      const off = { week: '2024-03-11', lines: [{ venture: null, basic: 0, paid: 0, care: 0 }] }
      await storage.write(BOOK, (writer) => writer.setCheckIn(off))
      expect(await storage.checkIns(BOOK)).toEqual([week('2024-03-04'), off])
      await storage.write(BOOK, (writer) => writer.removeCheckIn('2024-03-04'))
      expect(await storage.checkIns(BOOK)).toEqual([off])
      await storage.close()
    })

    test('the plan is the usual one until it is said, and again when the usual is said', async () => {
      const storage = await opened(open)
      const before = await bookFile(storage)
      expect(await storage.timePlan(BOOK)).toEqual({ floor: 40, sustainable: null })
      await storage.write(BOOK, (writer) => writer.setTimePlan({ floor: 55, sustainable: 6000 }))
      expect(await storage.timePlan(BOOK)).toEqual({ floor: 55, sustainable: 6000 })
      await storage.write(BOOK, (writer) => writer.setTimePlan({ floor: 40, sustainable: null }))
      expect(await bookFile(storage)).toBe(before)
      await storage.close()
    })

    test('a venture that an import made stays as long as a week speaks of it', async () => {
      const storage = await opened(open)
      const { id } = await importLines(storage, [payment('p')])
      const venture = (await storage.ventures(BOOK))[0]?.id ?? 0
      await storage.write(BOOK, (writer) => writer.setCheckIn(week('2024-03-04', venture)))
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect((await storage.ventures(BOOK)).map((one) => one.id)).toEqual([venture])
      await storage.close()
    })

    test('check-ins, plan, joy and hours-bound share come back from a book file, byte for byte; deleting takes them away', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [payment('p')])
      const venture = (await storage.ventures(BOOK))[0]?.id ?? 0
      expect(await bookFile(storage)).toContain('"version":1')
      await storage.write(BOOK, async (writer) => {
        await writer.setCheckIn({
          week: '2024-03-04',
          lines: [
            { venture, basic: 600, paid: 0, care: 30 },
            { venture: null, basic: 0, paid: 45, care: 0 },
          ],
        })
        await writer.setTimePlan({ floor: 50, sustainable: null })
        await writer.changeVenture(venture, { joy: 5 })
        await writer.changeStream(stream, { bound: 30 })
      })
      const file = await bookFile(storage)
      expect(file).toContain('"version":4')
      await storage.restore('copy', linesOf(file))
      expect(await bookFile(storage, 'copy')).toBe(file)
      expect([(await storage.ventures('copy'))[0]?.joy, (await storage.streams('copy'))[0]?.bound]).toEqual([5, 30])
      await storage.deleteBook('copy')
      expect([await storage.checkIns('copy'), await storage.timePlan('copy')]).toEqual([[], { floor: 40, sustainable: null }])
      await storage.close()
    })

    test('a book file with a check-in that cannot be kept is refused', async () => {
      const storage = await opened(open)
      await storage.write(BOOK, async (writer) => {
        await writer.setCheckIn(week('2024-03-04'))
        await writer.setTimePlan({ floor: 50, sustainable: 6000 })
      })
      const file = await bookFile(storage)
      const changes: [from: string, to: string, says: string][] = [
        ['"basic":600', '"basic":-1', 'lines[0].basic is -1'],
        ['"basic":600', '"basic":99999', 'has no checkIn that can be kept'],
        ['"week":"2024-03-04"', '"week":"2024-03-05"', 'has no checkIn that can be kept'],
        ['"venture":null', '"venture":7', 'speaks of venture 7'],
        ['"floor":50', '"floor":101', 'floor is 101'],
        ['"sustainable":6000', '"sustainable":0', 'sustainable is 0'],
      ]
      for (const [from, to, says] of changes) {
        expect(file).toContain(from)
        await expect(storage.restore('copy', linesOf(file.replace(from, to)))).rejects.toThrow(says)
      }
      await storage.close()
    })
  })
}
