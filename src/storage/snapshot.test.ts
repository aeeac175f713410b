import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNodeStorage } from './node-sqlite.ts'
import { BOOK, bookFile, drivers, importLines, ledger, opened, payment, rates } from './storage-fixture.ts'
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

/** Every export with an import in the middle of it, beside what it was before that. */
async function interrupted(storage: Storage) {
  await importLines(storage, MANY)
  const before = { book: await bookFile(storage), lines: await ledger(storage) }
  const more = () => importLines(storage, [payment('a-new'), payment('z-new')])
  const book = (await withBreak(storage.bookFile(BOOK), more)).join('')
  const [, second] = await storage.imports(BOOK)
  await storage.write(BOOK, (writer) => writer.undo(second ? [second.id] : []))
  const lines = (await withBreak(storage.allEntries(BOOK), more)).flat()
  return { before, during: { book, lines }, after: await bookFile(storage) }
}

for (const [name, open] of drivers) {
  test(`${name}: an export is of one moment, whatever is written while it is read`, async () => {
    const { before, during, after } = await interrupted(await opened(open))
    expect(during).toEqual(before)
    expect(after).not.toBe(before.book)
  })
}

test('a folder: an export is of one moment, and one that is broken off leaves nothing open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enough-snapshot-'))
  const storage = await opened(() => openNodeStorage(folder, rates))
  const { before, during, after } = await interrupted(storage)
  expect(during).toEqual(before)
  expect(after).not.toBe(before.book)
  const brokenOff = storage.bookFile(BOOK)
  await brokenOff.next()
  await brokenOff.return(undefined)
  await storage.close()
  expect(await readdir(folder)).toEqual(['enough.sqlite'])
  await rm(folder, { recursive: true })
})
