import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pledge } from '#domain/pledge.ts'
import { anySaying, fullPage, idOf, pledgeOf, say } from './patronage-fixture.ts'
import { BOOK, bookFile, drivers, importLines, opened, payment } from './storage-fixture.ts'
import type { BookWriter, Storage } from './storage.ts'

/** A book with one import, its stream and its venture. */
async function withVenture(open: () => Promise<Storage>) {
  const storage = await opened(open)
  const { id, stream } = await importLines(storage, [payment('a')])
  const [venture] = await storage.ventures(BOOK)
  if (!venture) throw new Error('The import made no venture.')
  return { storage, imported: id, stream, venture: venture.id }
}

const NEEDS = [{ text: 'Servers', amount: 90_00, level: 'bare' as const }]

for (const [name, open] of drivers) {
  describe(`${name}: needs, pages and pledges`, () => {
    test('a venture of which something was said stays when the import that made it is undone, and no other does', async () => {
      const sayings: ((writer: BookWriter, venture: number) => Promise<void>)[] = [
        (writer, venture) => writer.setVentureTarget({ venture, from: '2024-01', needs: NEEDS }),
        (writer, venture) => writer.setPublication(fullPage(venture)),
        (writer, venture) => writer.putPledge(pledgeOf(idOf(1), venture)),
      ]
      for (const saying of [...sayings, undefined]) {
        const { storage, imported, venture } = await withVenture(open)
        await storage.write(BOOK, async (writer) => saying?.(writer, venture))
        await storage.write(BOOK, (writer) => writer.undo([imported]))
        expect((await storage.ventures(BOOK)).map(({ id }) => id)).toEqual(saying ? [venture] : [])
        expect(await storage.streams(BOOK)).toEqual([])
        await storage.close()
      }
    })

    test('a stream with a decision about a pledge stays, and the decision with it', async () => {
      const { storage, imported, venture, stream } = await withVenture(open)
      const link = { pledge: idOf(1), stream, key: 'a', paid: true }
      await storage.write(BOOK, async (writer) => {
        await writer.putPledge(pledgeOf(idOf(1), venture))
        await writer.linkPledge({ ...link, paid: false })
        await writer.linkPledge(link)
      })
      await storage.write(BOOK, (writer) => writer.undo([imported]))
      expect((await storage.streams(BOOK)).map(({ id }) => id)).toEqual([stream])
      expect(await storage.pledgeLinks(BOOK)).toEqual([link])
      await storage.close()
    })

    test('every saying raises the revision, and a rolled back one leaves no trace', async () => {
      await fc.assert(
        fc.asyncProperty(anySaying, anySaying, async (first, second) => {
          const { storage, venture } = await withVenture(open)
          const putPledge = (writer: BookWriter) => writer.putPledge(pledgeOf(idOf(0), venture))
          await storage.write(BOOK, putPledge)
          await say(storage, first)
          const before = [await bookFile(storage), await storage.book(BOOK)]
          await storage.write(
            BOOK,
            async (writer) => {
              await putPledge(writer)
              await writer.setPatronKind('somebody', 'person')
            },
            { rollback: true },
          )
          expect([await bookFile(storage), await storage.book(BOOK)]).toEqual(before)
          const revision = (await storage.book(BOOK))?.revision ?? 0
          const said = second.say === 'link' ? { ...second, pledge: 0 } : second
          await say(storage, said)
          expect((await storage.book(BOOK))?.revision).toBe(revision + 1)
          await storage.close()
        }),
        { numRuns: 20 },
      )
    })

    test('the same page has the same bytes, in whatever order its fields are given', async () => {
      const { storage, venture } = await withVenture(open)
      const page = fullPage(venture)
      await storage.write(BOOK, (writer) => writer.setPublication(page))
      const file = await bookFile(storage)
      await storage.write(BOOK, (writer) => writer.setPublication(turned(page)))
      expect(await bookFile(storage)).toBe(file)
      expect(await storage.publications(BOOK)).toEqual([page])
      await storage.close()
    })

    test('pledges come oldest first, and a changed one stands in the place of what it was', async () => {
      const { storage, venture } = await withVenture(open)
      const put = (...pledges: Pledge[]) =>
        storage.write(BOOK, async (writer) => {
          for (const pledge of pledges) await writer.putPledge(pledge)
        })
      const [late, early] = [pledgeOf(idOf(1), venture), pledgeOf(idOf(2), venture, { made: '2024-01-01T00:00:00Z' })]
      await put(late, early)
      await put({ ...late, cancelled: '2024-06-01T00:00:00Z' })
      expect(await storage.pledges(BOOK)).toEqual([early, { ...late, cancelled: '2024-06-01T00:00:00Z' }])
      await storage.close()
    })

    test('with the home currency, needs and what a page asks for are converted, and pledges are not', async () => {
      const { storage, venture } = await withVenture(open)
      await storage.write(BOOK, async (writer) => {
        await writer.setVentureTarget({ venture, from: '2024-01', needs: [...NEEDS, { text: 'A stamp', amount: 1, level: 'enough' }] })
        await writer.setPublication(fullPage(venture))
        await writer.putPledge(pledgeOf(idOf(1), venture))
        await writer.setOwnRate({ currency: 'EUR', against: 'JPY', from: '1999-01-04', rate: '100' })
        await writer.changeBook({ homeCurrency: 'JPY' })
      })
      const [target] = await storage.ventureTargets(BOOK)
      expect(target?.needs.map(({ amount }) => amount)).toEqual([90_00, 1])
      const [page] = await storage.publications(BOOK)
      expect(page?.suggested).toEqual([200, 500])
      expect(page?.ways.map((way) => ('fee' in way ? way.fee : null))).toEqual([
        { fixed: 25, basisPoints: 150 },
        null,
        { fixed: 30, basisPoints: 0 },
      ])
      expect(await storage.pledges(BOOK)).toEqual([pledgeOf(idOf(1), venture)])
      await storage.write(BOOK, (writer) => writer.changeBook({ homeCurrency: 'USD' }))
      const [dollars] = (await storage.publications(BOOK))[0]?.suggested ?? []
      expect(dollars).toBeGreaterThan(100)
      expect(dollars).toBeLessThan(400)
      await storage.close()
    })

    test('a deleted book leaves nothing to the next one of its name', async () => {
      const { storage, venture, stream } = await withVenture(open)
      await storage.write(BOOK, async (writer) => {
        await writer.setVentureTarget({ venture, from: '2024-01', needs: NEEDS })
        await writer.setPublication(fullPage(venture))
        await writer.putPledge(pledgeOf(idOf(1), venture))
        await writer.linkPledge({ pledge: idOf(1), stream, key: 'a', paid: true })
        await writer.setPatronKind('somebody', 'person')
      })
      await storage.deleteBook(BOOK)
      const empty = await opened(open)
      await storage.createBook(BOOK, { name: 'Mine', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'en' }, false)
      expect(await bookFile(storage)).toBe(await bookFile(empty))
      await storage.close()
      await empty.close()
    })
  })
}

/** The same value with the fields of every object the other way round. */
function turned<T>(value: T): T {
  const turn = (_: string, each: unknown): unknown =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).reverse()) : each
  return JSON.parse(JSON.stringify(value, turn)) as T // the same fields, so the same type
}
