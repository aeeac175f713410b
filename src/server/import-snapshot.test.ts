import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

const main = { book: 'main' }
const sample = (platform: string, name: string) => ({
  name,
  text: readFileSync(new URL(`../platforms/${platform}/samples/${name}`, import.meta.url), 'utf8'),
})
const members = sample('patreon-members', 'declined-free-and-yearly-2026.csv')

test('a list of patrons is told as what it lets expect, and counts nothing', async () => {
  const { ask, preview, commit, createBook } = await testApp()
  await createBook()
  const monthly = [
    { currency: 'EUR', amount: 500 },
    { currency: 'USD', amount: 1000 },
  ]
  const expected = { patrons: 2, hidden: 0, monthly }
  const [asked] = (await preview([members])).files
  expect(asked).toMatchObject({ rows: 6, added: 0, snapshot: { rows: 6, ...expected }, changes: [], span: null })
  const report = await commit([members])
  expect(report.months).toEqual([])
  const stream = report.files[0]?.streams[0]?.stream ?? 0
  const history = await ask('stream', { params: { ...main, stream } })
  expect(history).toMatchObject({ expected: { ...expected, day: '2026-06-02' }, total: { net: 0, entries: 0 } })
  expect((await commit([members])).files[0]).toMatchObject({ already: true, snapshot: expected })
})

test('the earnings of the same account go to the same stream, and undoing the list leaves them', async () => {
  const { ask, commit, bookFile, createBook } = await testApp()
  await createBook()
  const earnings = await commit([sample('patreon', 'gap-and-adjustments-2026.csv')])
  const before = await bookFile()
  const list = await commit([members])
  expect(list.files[0]?.streams).toMatchObject([{ stream: earnings.files[0]?.streams[0]?.stream, isNew: false }])
  await ask('undoBatch', { params: { ...main, batch: list.batch ?? '' } })
  expect(await bookFile()).toBe(before)
})

test('a page of Liberapay is imported as the payments that it tells, its charts as what is expected', async () => {
  const { commit, createBook, ask } = await testApp()
  await createBook()
  const names = ['report-without-end-tags.html', 'charts-odd-records.json', 'active-with-secret.csv']
  const { files } = await commit(names.map((name) => sample('liberapay', name)))
  expect(files.map(({ layout, added, snapshot }) => [layout?.id, added, snapshot?.rows])).toEqual([
    ['liberapay-report', 5, undefined],
    ['liberapay-charts', 0, 2],
    ['liberapay-patrons-active', 0, 5],
  ])
  const streams = await ask('streams', { params: main })
  expect(streams).toMatchObject([{ platform: 'liberapay', entries: 5 }])
})
