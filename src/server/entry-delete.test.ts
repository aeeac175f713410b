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
