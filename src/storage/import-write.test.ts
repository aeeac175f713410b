import { describe, expect, test } from 'vitest'
import { BOOK, drivers, expectSums, importLines, ledger, opened, payment, streamOf } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

for (const [name, open] of drivers) {
  describe(`${name}: imports`, () => {
    test('the newest file tells a line, whatever the order of import', async () => {
      for (const order of [
        ['2024-06-01', '2024-07-01'],
        ['2024-07-01', '2024-06-01'],
      ]) {
        const storage = await opened(open)
        for (const asOf of order) await importLines(storage, [payment('a', { gross: asOf === '2024-07-01' ? 700 : 600 })], { asOf })
        expect((await ledger(storage)).map((entry) => entry.gross)).toEqual([700])
      }
    })

    test('a line again is unchanged, a changed one updated, an older telling changes nothing', async () => {
      const storage = await opened(open)
      expect((await importLines(storage, [payment('a'), payment('b')], { asOf: '2024-06-01' })).claimed).toEqual(['added', 'added'])
      const next = await importLines(storage, [payment('a'), payment('b', { gross: 1 }), payment('c')], { asOf: '2024-07-01' })
      expect(next.claimed).toEqual(['unchanged', 'updated', 'added'])
      expect((await importLines(storage, [payment('b', { gross: 2 })], { asOf: '2024-01-01' })).claimed).toEqual(['unchanged'])
    })

    test('a key that comes twice in one file stands once, as its last row tells it', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a', { gross: 1 }), payment('b'), payment('a', { gross: 3 })])
      expect((await ledger(storage)).map((entry) => [entry.key, entry.gross])).toEqual([
        ['a', 3],
        ['b', 1000],
      ])
      await expectSums(storage)
    })

    test('an edit outlives re-imports, sleeps while no version survives, and wakes with the next', async () => {
      const storage = await opened(open)
      const first = await importLines(storage, [payment('a')])
      await storage.write(BOOK, (writer) => writer.edit(first.stream, 'a', { gross: 5, note: 'mine' }))
      await importLines(storage, [payment('a', { gross: 2000 })], { asOf: '2025-01-01' })
      expect((await ledger(storage))[0]).toMatchObject({ gross: 5, note: 'mine', edited: true })
      for (const { id } of await storage.imports(BOOK)) await storage.write(BOOK, (writer) => writer.undo([id]))
      expect(await ledger(storage)).toEqual([])
      await importLines(storage, [payment('a', { gross: 3000 })])
      expect((await ledger(storage))[0]).toMatchObject({ gross: 5, edited: true })
    })

    test('what is told of a transaction half way stays what it was', async () => {
      const storage = await opened(open)
      const told = await storage.write(BOOK, async (writer) => {
        const stream = await streamOf(writer)
        await writer.addByHand(stream, payment(''))
        const half = writer.changedNative()
        await writer.addByHand(stream, payment(''))
        return [half, writer.changedNative()]
      })
      expect(told.map((changes) => changes.map(({ amounts }) => amounts.gross))).toEqual([[1000], [2000]])
    })

    test('the months that change are told with what they were and what they become', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a', { currency: 'EUR' })])
      const { months } = await importLines(storage, [payment('a', { currency: 'EUR' }), payment('b', { currency: 'EUR', fees: 0 })], {
        asOf: '2025',
      })
      expect(months).toEqual([{ month: '2024-05', before: 941, after: 1941 }])
    })
  })

  describe(`${name}: a report that yields`, () => {
    const yielding = [payment('ch1', { ref: 'ch_1', yields: true }), payment('ch2', { ref: 'ch_2', yields: true, at: '2024-06-20' })]
    const counted = async (storage: Storage) => (await ledger(storage)).filter((entry) => !entry.uncounted).map((entry) => entry.key)

    test('is covered by payment reference, and counts again when the fuller report is undone', async () => {
      const storage = await opened(open)
      await importLines(storage, yielding)
      const fuller = { span: { from: '2024-05-01', to: '2024-06-30' }, covers: ['ch_'] }
      const { id } = await importLines(storage, [payment('txn1', { ref: 'ch_1' })], fuller)
      expect(await counted(storage)).toEqual(['txn1', 'ch2'])
      await expectSums(storage)
      await storage.write(BOOK, (writer) => writer.undo([id]))
      expect(await counted(storage)).toEqual(['ch1', 'ch2'])
      await expectSums(storage)
    })

    test('is covered by day where the fuller report carries no reference, in either order of import', async () => {
      const fuller = { span: { from: '2024-05-01', to: '2024-05-31' }, covers: [] }
      for (const fullerFirst of [true, false]) {
        const storage = await opened(open)
        const bring = [() => importLines(storage, [payment('txn1')], fuller), () => importLines(storage, yielding)]
        for (const act of fullerFirst ? bring : bring.toReversed()) await act()
        expect(await counted(storage)).toEqual(['txn1', 'ch2'])
        await expectSums(storage)
      }
    })
  })
}
