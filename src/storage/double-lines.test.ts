import { expect, test } from 'vitest'
import { addDays } from '#domain/month.ts'
import { BOOK, drivers, importLines, opened, payment } from './storage-fixture.ts'

const FIRST = '2024-05-01'

for (const [name, open] of drivers) {
  test(`${name}: lines are read page by page in the order of days, each once, without those that are deleted`, async () => {
    const storage = await opened(open)
    // More lines than a page, most of them on one day, so that a page ends within it.
    const dayOf = (i: number) => addDays(FIRST, i % 7 === 0 ? (i * 13) % 40 : 20)
    const lines = Array.from({ length: 6_000 }, (_, i) => payment(`k${(i * 7919) % 6_000}`, { at: `${dayOf(i)}T10:00:00Z` }))
    const { stream } = await importLines(storage, lines)
    await storage.write(BOOK, (writer) => writer.editAll([{ stream, key: 'k5', edit: { deleted: true } }]))
    const all = await storage.doubleLines(BOOK, { from: FIRST, to: addDays(FIRST, 40) })
    expect(all.map(({ key }) => key).sort()).toEqual(
      lines
        .map(({ key }) => key)
        .filter((key) => key !== 'k5')
        .sort(),
    )
    const days = await storage.doubleDays(BOOK)
    expect(days.reduce((sum, day) => sum + day.lines, 0)).toBe(6_000)
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted())
    const byDay = []
    for (const { day } of days) byDay.push(...(await storage.doubleLines(BOOK, { from: day, to: day })))
    expect(byDay).toEqual(all)
    const [some] = all
    expect(
      await storage.doubleLinesAt(BOOK, [
        { stream, key: 'k5' },
        { stream, key: some?.key ?? '' },
        { stream, key: 'gone' },
      ]),
    ).toEqual([some])
  })
}
