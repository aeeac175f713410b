import { describe, expect, test } from 'vitest'
import type { Sighting } from '#domain/entry.ts'
import { BOOK, bookFile, drivers, expectSums, importLines, ledger, opened, payment, refund } from './storage-fixture.ts'

/** More than are looked at, spread or undone at once. */
const MANY = 1300
const range = (length: number) => Array.from({ length }, (_, i) => i)
const day = (i: number) => `2024-0${(i % 9) + 1}-03`
const yielding = (i: number): Sighting[] => [
  payment(`p${i}`, { ref: `ch_${i}`, yields: true, at: day(i) }),
  ...(i % 3 === 0 ? [refund(`p${i}:refund`, `p${i}`, { yields: true, at: '2024-12-03' })] : []),
]

for (const [name, open] of drivers) {
  describe(`${name}: many lines that yield`, () => {
    test(
      'each is covered where a fuller report tells it, and only there; all count again when that is undone',
      { timeout: 60_000 },
      async () => {
        const storage = await opened(open)
        await importLines(storage, range(MANY).flatMap(yielding))
        await expectSums(storage)
        const before = { file: await bookFile(storage), lines: await ledger(storage) }
        const full = range(MANY / 2).map((i) => payment(`t${i}`, { ref: `ch_${i * 2}`, at: day(i * 2) }))
        const span = { from: '2024-01-01', to: '2024-05-31' }
        const report = await importLines(storage, full, { covers: ['ch_'], span })
        // Payments by their references, whatever the days; refunds bear none, so all of them stand, being later than the report.
        expect(report.covered).toBe(0)
        const standing = await ledger(storage)
        const covered = standing.filter(({ uncounted }) => uncounted === 'covered').map(({ key }) => key)
        expect(new Set(covered)).toEqual(new Set(range(MANY / 2).map((i) => `p${i * 2}`)))
        await expectSums(storage)
        // A report of later days that names no payment covers what is left of those days.
        const later = { covers: [], span: { from: '2024-12-01', to: '2024-12-31' } }
        const { id } = await importLines(storage, [payment('other', { at: '2024-12-30' })], later)
        expect((await ledger(storage)).filter(({ uncounted }) => uncounted === 'covered')).toHaveLength(MANY / 2 + Math.ceil(MANY / 3))
        await expectSums(storage)
        await storage.write(BOOK, (writer) => writer.undo([id]))
        expect((await ledger(storage)).filter(({ uncounted }) => uncounted === 'covered')).toHaveLength(MANY / 2)
        const undone = await storage.write(BOOK, (writer) => writer.undo([report.id]))
        expect(undone).toMatchObject({ removed: MANY / 2, restored: 0 })
        expect(await bookFile(storage)).toBe(before.file)
        expect(await ledger(storage)).toEqual(before.lines)
        await expectSums(storage)
      },
    )

    test('a line that is deleted or moves money stays as it is, whatever a fuller report tells', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [
        payment('gone', { ref: 'ch_1', yields: true }),
        payment('moved', { ref: 'ch_2', yields: true, kind: 'transfer' }),
      ])
      await storage.write(BOOK, (writer) => writer.edit(stream, 'gone', { deleted: true }))
      await importLines(storage, [payment('t1', { ref: 'ch_1' }), payment('t2', { ref: 'ch_2' })])
      expect((await ledger(storage)).map(({ key, uncounted }) => [key, uncounted]).sort()).toEqual([
        ['gone', 'deleted'],
        ['moved', 'transfer'],
        ['t1', undefined],
        ['t2', undefined],
      ])
    })
  })
}
