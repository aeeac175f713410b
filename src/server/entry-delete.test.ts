import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const main = { book: 'main' }

async function withLines(count: number) {
  const app = await testApp()
  await app.createBook()
  const rows = Array.from({ length: count }, (_, i) => sponsorship(`s${i}`))
  await app.commit([{ name: 'a.csv', text: githubCsv(...rows) }])
  const { entries } = await app.ask('entries', { params: { ...main, limit: 200 } })
  return { ...app, ids: entries.map(({ id }) => id) }
}

test('many lines are deleted at once and brought back, and other edits of theirs stay', async () => {
  const { ask, bookFile, ids } = await withLines(3)
  const [first = ''] = ids
  await ask('editEntry', { params: { ...main, entry: first }, body: { edit: { name: 'Ada' } } })
  const before = await bookFile()
  expect(await ask('deleteEntries', { params: main, body: { entries: ids, deleted: true } })).toEqual({ changed: 3 })
  expect((await ask('book', { params: main })).entries).toBe(0)
  await ask('deleteEntries', { params: main, body: { entries: ids, deleted: false } })
  expect(await bookFile()).toBe(before)
  expect(await ask('entry', { params: { ...main, entry: first } })).toMatchObject({ name: 'Ada', net: 500 })
})

test('lines that are gone are passed over, and it is said where all of them are', async () => {
  const { ask, raw, ids } = await withLines(1)
  const [only = ''] = ids
  await ask('undoImport', { params: { ...main, import: (await ask('imports', { params: main }))[0]?.id ?? 0 } })
  const refused = await raw('deleteEntries', { params: main, body: { entries: [only], deleted: true } })
  expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining('Failed to find any of the lines')])
})

test('lines deleted together leave the book as lines deleted one by one', async () => {
  const deleted = async (groups: (ids: string[]) => string[][]) => {
    const { ask, bookFile, ids } = await withLines(7)
    const some = ids.toSorted().slice(0, 5)
    for (const entries of groups(some)) await ask('deleteEntries', { params: main, body: { entries, deleted: true } })
    const { entries } = await ask('book', { params: main })
    return { file: await bookFile(), entries, months: await ask('incomeByMonth', { params: main }) }
  }
  const together = await deleted((ids) => [ids])
  expect(together).toEqual(await deleted((ids) => ids.map((id) => [id])))
  expect(together.entries).toBe(2)
  // A line that is named twice is deleted once.
  expect(await deleted((ids) => [[...ids, ...ids]])).toEqual(together)
})
