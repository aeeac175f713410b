import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openNodeStorage } from './node-sqlite.ts'
import { BOOK, bookFile, drivers, importLines, ledger, linesOf, opened, payment, rates } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

/** More lines than one page of any export holds. */
const MANY = Array.from({ length: 6000 }, (_, i) => payment(`p${String(i).padStart(5, '0')}`))

/** Reads a first piece, lets something happen, and reads the rest. */
async function withBreak<T>(pieces: AsyncGenerator<T>, between: () => Promise<unknown>): Promise<T[]> {
  const first = await pieces.next()
  await between()
  const rest: T[] = first.done ? [] : [first.value]
  for await (const piece of pieces) rest.push(piece)
  return rest
}

async function holds(storage: Storage): Promise<void> {
  await importLines(storage, MANY)
  const [book, lines] = [await bookFile(storage), await ledger(storage)]
  const more = () => importLines(storage, [payment('a-new'), payment('z-new')])
  expect((await withBreak(storage.bookFile(BOOK), more)).join('')).toBe(book)
  expect(await bookFile(storage)).not.toBe(book)
  const [import1] = (await storage.imports(BOOK)).slice(-1)
  await storage.write(BOOK, (writer) => writer.undo([import1?.id ?? 0]))
  expect((await withBreak(storage.allEntries(BOOK), more)).flat()).toEqual(lines)
}

describe('an export is of one moment, whatever is written while it is read', () => {
  for (const [name, open] of drivers) test(name, async () => holds(await opened(open)))

  test('node:sqlite in a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'enough-snapshot-'))
    const storage = await opened(() => openNodeStorage(folder, rates))
    await holds(storage)
    const other = await opened(() => openNodeStorage(join(folder, 'other'), rates))
    const unread = storage.bookFile(BOOK)
    await unread.next()
    await unread.return(undefined)
    await other.restore('second', linesOf(await bookFile(storage)))
    await Promise.all([storage.close(), other.close()])
    await rm(folder, { recursive: true })
  })
})
