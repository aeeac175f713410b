import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '#domain/what-if.ts'
import { BOOK, bookFile, drivers, linesOf, opened } from './storage-fixture.ts'

const buffer = { amount: 900_000, least: 100_000, day: '2024-05-01' }
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('venture' as const), venture: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('patron' as const), patron: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('patrons' as const), count: fc.integer({ min: 1, max: 99 }), each: fc.integer({ min: 1, max: 9_999 }) }),
  fc.record({
    kind: fc.constant('job' as const),
    stream: fc.option(fc.integer({ min: 1, max: 9 })),
    monthly: fc.nat(500_000),
    from: fc.constantFrom('2024-07', '2025-01'),
  }),
  fc.record({ kind: fc.constant('fee' as const), platform: fc.constantFrom('patreon', 'stripe'), share: fc.nat(1_000) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 30 }) }),
)

for (const [name, open] of drivers) {
  describe(`${name}: plans`, () => {
    test('come back from a book file, byte for byte', async () => {
      const storage = await opened(open)
      await storage.write(BOOK, (writer) => writer.setBuffer(buffer))
      await fc.assert(
        fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 5 }), async (changes) => {
          const { id } = await storage.write(BOOK, (writer) => writer.addScenario({ name: 'Imagined', changes }))
          const file = await bookFile(storage)
          expect(file).toContain('"version":4')
          await storage.restore('other', linesOf(file))
          expect(await bookFile(storage, 'other')).toBe(file)
          expect((await storage.scenarios('other')).at(-1)).toEqual({ id, name: 'Imagined', changes })
          // Ids go on after the restored ones.
          expect((await storage.write('other', (writer) => writer.addScenario({ name: 'Next', changes }))).id).toBeGreaterThan(id)
          await storage.deleteBook('other')
          expect(await storage.scenarios('other')).toEqual([])
        }),
        { numRuns: 10 },
      )
      await storage.close()
    })

    test('a book file with a plan that cannot be is refused', async () => {
      const storage = await opened(open)
      await storage.write(BOOK, async (writer) => {
        await writer.setBuffer(buffer)
        await writer.addScenario({ name: 'Fees', changes: [{ kind: 'fee', platform: 'patreon', share: 100 }] })
      })
      const file = await bookFile(storage)
      for (const [right, wrong] of [
        ['"amount":900000', '"amount":-1'],
        ['"share":100', '"share":1001'],
        ['"kind":"fee"', '"kind":"tax"'],
        ['"name":"Fees"', '"name":" "'],
      ] as const) {
        expect(file).toContain(right)
        await expect(storage.restore('other', linesOf(file.replace(right, wrong)))).rejects.toThrow('Failed to restore')
      }
      await storage.close()
    })

    test('follow the home currency', async () => {
      const storage = await opened(open)
      await storage.write(BOOK, async (writer) => {
        await writer.setBuffer(buffer)
        await writer.addScenario({
          name: 'More',
          changes: [
            { kind: 'patrons', count: 2, each: 500 },
            { kind: 'days', days: 1 },
          ],
        })
        await writer.changeBook({ homeCurrency: 'JPY' })
      })
      const kept = await storage.buffer(BOOK)
      expect(kept?.amount).toBeGreaterThan(900_000)
      const [scenario] = await storage.scenarios(BOOK)
      const [patrons, days] = scenario?.changes ?? []
      expect(patrons?.kind === 'patrons' && patrons.each).toBeGreaterThan(500)
      expect(days).toEqual({ kind: 'days', days: 1 })
      await storage.close()
    })
  })
}
