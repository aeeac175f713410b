import { describe, expect, test } from 'vitest'
import { creditorReference, printedReference } from '#domain/creditor-reference.ts'
import { idOf } from './patronage-fixture.ts'
import { BOOK, drivers, importLines, opened, payment, refund } from './storage-fixture.ts'

const [MINE = '', YOURS = ''] = [1, 2].map((n) => creditorReference(idOf(n)))
const EUROS = { currency: 'EUR', fees: 0 }

for (const [name, open] of drivers) {
  describe(`${name}: how far imports reach`, () => {
    const reached = async (facts: Parameters<typeof importLines>[2]) => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [payment('a')], facts)
      return (await storage.coverage(BOOK)).get(stream)
    }

    test('to the end of the span or to the as-of, whichever is later, in the zone of the book', async () => {
      const span = { from: '2024-05-01', to: '2024-05-31' }
      expect(await reached({ span })).toBe('2024-05-31')
      expect(await reached({ span, asOf: '2024-06-10T23:30:00Z' })).toBe('2024-06-11')
      expect(await reached({ span, asOf: '2024-05-20T10:00:00Z' })).toBe('2024-05-31')
      expect(await reached({ asOf: '2024-05-20T10:00:00Z' })).toBe('2024-05-20')
    })

    test('to the very day of an as-of that is only a day, also west of Greenwich', async () => {
      const storage = await opened(open)
      await storage.write(BOOK, (writer) => writer.changeBook({ zone: 'America/Los_Angeles' }))
      const { stream } = await importLines(storage, [payment('a')], { asOf: '2024-06-10T00:00:00Z' })
      expect((await storage.coverage(BOOK)).get(stream)).toBe('2024-06-10')
    })

    test('never further than the day of the import: the sum of a month that runs stands on its last day', async () => {
      expect(await reached({ asOf: '2024-06-30T00:00:00Z', savedAt: '2024-06-12T09:00:00Z' })).toBe('2024-06-12')
    })

    test('as far as the furthest live one; money that was typed in has its last day', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [payment('a')], { asOf: '2024-06-10T10:00:00Z' })
      const late = await importLines(storage, [payment('a')], { asOf: '2024-07-10T10:00:00Z' })
      await importLines(storage, [payment('a')], { asOf: '2024-06-20T10:00:00Z' })
      const other = await storage.write(BOOK, async (writer) => {
        const [venture] = await writer.ventures()
        const draft = { venture: venture?.id ?? 0, name: 'By hand', platform: '', kind: 'other' as const, automatic: false }
        const { id } = await writer.addStream(draft)
        await writer.addByHand(id, payment('x', { at: '2024-02-03' }))
        await writer.addStream({ ...draft, name: 'Empty' })
        return id
      })
      const expected = (day: string) => new Map([[stream, day] as const, [other, '2024-02-03'] as const])
      expect(await storage.coverage(BOOK)).toEqual(expected('2024-07-10'))
      await storage.write(BOOK, (writer) => writer.undo([late.id]))
      expect(await storage.coverage(BOOK)).toEqual(expected('2024-06-20'))
    })
  })

  describe(`${name}: who pays`, () => {
    test('each payer once, with what is left of it, the largest first; the name is the last one that was shown', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [
        payment('a', { ...EUROS, gross: 900, at: '2024-05-01', patron: 'ada', name: 'Ada' }),
        payment('b', { ...EUROS, gross: 300, at: '2024-06-01', patron: 'ada', name: 'Ada L.' }),
        payment('c', { ...EUROS, gross: 2000, at: '2024-05-02', name: 'A company' }),
        payment('d', { ...EUROS, gross: 500, at: '2024-05-02', patron: 'bob' }),
        payment('e', { ...EUROS, gross: 7000, at: '2024-05-02' }),
        payment('f', { ...EUROS, gross: 8000, at: '2023-05-02', patron: 'eve' }),
        refund('r', 'a', { currency: 'EUR', refunds: 100, at: '2024-06-02' }),
        refund('s', 'f', { currency: 'EUR', refunds: 100, at: '2024-06-02' }),
        payment('t', { ...EUROS, kind: 'transfer', gross: -9000, at: '2024-06-03', patron: 'bank' }),
        payment('u', { currency: 'RUB', gross: 9000, at: '2024-06-03', patron: 'no-rate' }),
      ])
      expect(await storage.payers(BOOK, [stream], '2024-01-01')).toEqual([
        { patron: 'A company', name: 'A company', net: 2000 },
        { patron: 'ada', name: 'Ada L.', net: 1100 },
        { patron: 'bob', name: 'bob', net: 500 },
      ])
      expect((await storage.payers(BOOK, [stream], '2023-01-01'))[0]).toEqual({ patron: 'eve', name: 'eve', net: 7900 })
      expect(await storage.payers(BOOK, [], '2023-01-01')).toEqual([])
      expect(await storage.payers(BOOK, [stream + 1], '2023-01-01')).toEqual([])
    })

    test('counted payments from a day on, newest first and no more than were asked for', async () => {
      const storage = await opened(open)
      const days = ['2024-05-01', '2024-05-03', '2024-05-02', '2024-04-01']
      const { stream } = await importLines(storage, [
        ...days.map((at, i) => payment(`p${i}`, { at })),
        payment('fee', { kind: 'fee', gross: 0 }),
        payment('gone'),
      ])
      await storage.write(BOOK, (writer) => writer.edit(stream, 'gone', { deleted: true }))
      const keys = async (since: string, limit: number) => (await storage.paymentsSince(BOOK, since, limit)).map(({ key }) => key)
      expect(await keys('2024-05-01', 9)).toEqual(['p1', 'p2', 'p0'])
      expect(await keys('2024-05-01', 2)).toEqual(['p1', 'p2'])
      expect(await keys('2024-06-01', 9)).toEqual([])
    })
  })

  test(`${name}: lines that are said to pay a pledge are those that count, oldest first`, async () => {
    const storage = await opened(open)
    const { stream } = await importLines(storage, [
      payment('a', { at: '2024-05-02' }),
      payment('b', { at: '2024-05-01' }),
      payment('c'),
      payment('d'),
    ])
    await storage.write(BOOK, async (writer) => {
      for (const key of ['a', 'b', 'c', 'gone']) await writer.linkPledge({ pledge: idOf(1), stream, key, paid: true })
      await writer.linkPledge({ pledge: idOf(1), stream, key: 'd', paid: false })
      await writer.edit(stream, 'c', { deleted: true })
    })
    const found = await storage.payingLines(BOOK)
    expect(found.map(({ pledge, entry }) => [pledge, entry.key])).toEqual([
      [idOf(1), 'b'],
      [idOf(1), 'a'],
    ])
    expect(found[0]?.entry).toEqual(await storage.entry(BOOK, stream, 'b'))
  })

  describe(`${name}: lines by reference`, () => {
    test('are found in any text of a line, as people and banks write it, several in one line too', async () => {
      const storage = await opened(open)
      await importLines(storage, [
        payment('note', { note: `SEPA ${printedReference(MINE).toLowerCase()} thanks` }),
        payment('name', { name: MINE }),
        payment('ref', { ref: `x-${MINE}` }),
        payment('both', { note: `${MINE}, ${YOURS}` }),
        payment('none', { note: 'a surf perfect transfer' }),
      ])
      const found = async (...references: string[]) =>
        (await storage.linesByReference(BOOK, references)).map(({ reference, entry }) => [reference, entry.key])
      const mine = ['both', 'name', 'note', 'ref'].map((key) => [MINE, key])
      expect(await found(MINE)).toEqual(mine)
      expect(await found(YOURS)).toEqual([[YOURS, 'both']])
      expect(await found(MINE, YOURS, MINE)).toEqual([...mine, [YOURS, 'both']].sort())
      expect(await found(creditorReference(idOf(9)))).toEqual([])
      expect(await found()).toEqual([])
    })

    test('a tidied note loses no payment, a written one finds it, and a deleted line is none', async () => {
      const storage = await opened(open)
      const { stream } = await importLines(storage, [payment('a', { note: MINE }), payment('b')])
      const keys = async () => (await storage.linesByReference(BOOK, [MINE])).map(({ entry }) => entry.key)
      await storage.write(BOOK, (writer) => writer.edit(stream, 'a', { note: 'rent' }))
      await storage.write(BOOK, (writer) => writer.edit(stream, 'b', { note: `was ${MINE}` }))
      expect(await keys()).toEqual(['a', 'b'])
      await storage.write(BOOK, (writer) => writer.edit(stream, 'a', { deleted: true }))
      await storage.write(BOOK, (writer) => writer.edit(stream, 'b', null))
      expect(await keys()).toEqual([])
    })
  })
}
