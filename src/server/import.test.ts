import { expect, test } from 'vitest'
import type { ImportReport } from '#contract/import.ts'
import { githubCsv, sponsorship, testApp, type TestApp } from './app-fixture.ts'

const MAY = sponsorship('a', { at: '2024-05-07 21:46:01 +0200' })
const JUNE = sponsorship('b', { at: '2024-06-07 21:46:01 +0200', amount: '$7.00' })
const file = (name: string, ...rows: string[]) => ({ name, text: githubCsv(...rows) })

async function opened(): Promise<TestApp> {
  const test = await testApp()
  await test.createBook()
  return test
}

/** A report without what only a saved one can know. */
function plain(report: ImportReport) {
  const files = report.files.map((one) => ({
    ...one,
    import: 0,
    streams: one.streams.map((stream) => ({ ...stream, stream: 0, venture: 0 })),
  }))
  return { ...report, batch: '', saved: false, files }
}

test('a preview writes nothing and says what saving then does', async () => {
  const { preview, commit, bookFile, ask } = await opened()
  const before = await bookFile()
  const revision = (await ask('book', { params: { book: 'main' } })).revision
  const files = [file('obtool-sponsorships-all-time.csv', MAY, JUNE, sponsorship('c', { at: '2024-06-31 00:00:00 +0200' }))]
  const said = await preview(files)
  expect(await bookFile()).toBe(before)
  expect((await ask('book', { params: { book: 'main' } })).revision).toBe(revision)
  const done = await commit(files)
  expect(plain(done)).toEqual(plain(said))
  expect(done).toMatchObject({ saved: true, months: [{ month: '2024-05' }, { month: '2024-06' }] })
  expect(done.files[0]).toMatchObject({
    state: 'read',
    added: 2,
    rows: 3,
    kinds: { payment: 2 },
    changes: [{ currency: 'USD', gross: 1200, net: 1200 }],
    streams: [{ streamName: 'GitHub Sponsors', ventureName: 'obtool', isNew: true }],
  })
  expect(done.files[0]?.complaints).toMatchObject([{ row: 4 }])
  expect(done.months.map(({ before: old, after }) => [old, after > 0])).toEqual([
    [0, true],
    [0, true],
  ])
})

test('the same files again change nothing, not even the revision', async () => {
  const { commit, ask, bookFile } = await opened()
  const first = await commit([file('a.csv', MAY, JUNE)])
  const revision = (await ask('book', { params: { book: 'main' } })).revision
  const before = await bookFile()
  const again = await commit([file('other-name.csv', MAY, JUNE)])
  expect(again.files[0]).toMatchObject({ already: true, import: first.files[0]?.import, unchanged: 2, added: 0, changes: [] })
  expect(again.months).toEqual([])
  expect(await bookFile()).toBe(before)
  expect((await ask('book', { params: { book: 'main' } })).revision).toBe(revision)
})

test('the same file twice in one drop is imported once', async () => {
  const { commit, ask } = await opened()
  const { files } = await commit([file('a.csv', MAY), file('a (1).csv', MAY)])
  expect(files.map(({ added, unchanged, already }) => [added, unchanged, already])).toEqual([
    [1, 0, false],
    [0, 1, true],
  ])
  expect(await ask('imports', { params: { book: 'main' } })).toHaveLength(1)
})

test('a longer export adds what is new and claims the rest', async () => {
  const { commit } = await opened()
  await commit([file('a.csv', MAY)])
  const { files } = await commit([file('b.csv', MAY, JUNE)])
  expect(files[0]).toMatchObject({ added: 1, unchanged: 1, already: false, streams: [{ isNew: false }] })
})

test('undo gives the very book of before, streams that the import made included', async () => {
  const { commit, ask, bookFile } = await opened()
  const before = await bookFile()
  const { files, batch } = await commit([file('a.csv', MAY), file('b.csv', JUNE)], 'drop')
  await ask('undoImport', { params: { book: 'main', import: files[0]?.import ?? 0 } })
  expect(await ask('imports', { params: { book: 'main' } })).toMatchObject([{ name: 'b.csv', streams: ['GitHub Sponsors'] }])
  await ask('undoBatch', { params: { book: 'main', batch: batch ?? '' } })
  expect(await bookFile()).toBe(before)
  expect(await ask('streams', { params: { book: 'main' } })).toEqual([])
})

test('undoing what is not there is a problem', async () => {
  const { raw } = await opened()
  expect((await raw('undoImport', { params: { book: 'main', import: 99 } })).status).toBe(404)
  expect((await raw('undoBatch', { params: { book: 'main', batch: 'none' } })).status).toBe(404)
})

test('a batch that is saved twice is saved once, and both are told the same', async () => {
  const { commit, ask } = await opened()
  const first = await commit([file('a.csv', MAY)], 'drop')
  const again = await commit([file('a.csv', MAY)], 'drop')
  expect(again).toMatchObject({ batch: 'drop', saved: true, files: [{ import: first.files[0]?.import, added: 1, rows: 1 }] })
  expect(await ask('imports', { params: { book: 'main' } })).toHaveLength(1)
})

test('a file that cannot be read stops no other, and one without rows is said to have none', async () => {
  const { commit, ask } = await opened()
  const { files } = await commit([
    { name: 'photo.png', text: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) },
    { name: 'empty.csv', text: '' },
    { name: 'prose.txt', text: 'Dear all\nnothing to see' },
    { name: 'shop.csv', text: 'When,What,How much\n2024-05-01,Zine,5.00\n' },
    file('header-only.csv'),
    file('a.csv', MAY),
  ])
  expect(files.map(({ state }) => state)).toEqual(['unreadable', 'unreadable', 'unreadable', 'mapping', 'read', 'read'])
  for (const { problem } of files.slice(0, 3)) expect(problem).toMatch(/^Failed to read .+: .+\. .+\.$/)
  expect(files[3]?.columns).toMatchObject({ header: ['When', 'What', 'How much'] })
  expect(files[4]).toMatchObject({ import: null, rows: 0, warnings: [expect.any(String)] })
  expect(await ask('imports', { params: { book: 'main' } })).toHaveLength(1)
})

test('a reader, a stream or a file that is not there fails the whole drop in one sentence', async () => {
  const { run, bookFile } = await opened()
  const before = await bookFile()
  const mores = [{ reader: 'none' }, { destinations: [{ stream: 99 }] }, { destinations: [{ venture: 99 }] }, { file: 'a'.repeat(64) }]
  for (const more of mores) {
    const job = await run('commitImport', { files: [file('a.csv', MAY), { ...file('b.csv', JUNE), more }] })
    expect(job).toMatchObject({ state: 'failed', problem: expect.stringMatching(/^Failed to .+: .+\. .+\.$/) })
  }
  expect(await bookFile()).toBe(before)
})

test('a wished stream is found by its name whatever the case, or made', async () => {
  const { commit, ask } = await opened()
  const wish = (streamName: string, ventureName: string) => ({ destinations: [{ streamName, ventureName }] })
  await commit([{ ...file('a.csv', MAY), more: wish('Sponsors', 'Obtool') }])
  const { files } = await commit([{ ...file('b.csv', JUNE), more: wish('SPONSORS', 'obtool') }])
  expect(files[0]?.streams).toMatchObject([{ streamName: 'Sponsors', ventureName: 'Obtool', isNew: false }])
  expect(await ask('streams', { params: { book: 'main' } })).toMatchObject([{ name: 'Sponsors', ventureName: 'Obtool', entries: 2 }])
})

test('what the file fed before it feeds again, and a name of a venture alone makes a stream in it', async () => {
  const { commit } = await opened()
  await commit([{ ...file('a.csv', MAY), more: { destinations: [{ ventureName: 'Obtool' }] } }])
  const next = await commit([file('b.csv', JUNE)])
  expect(next.files[0]?.streams).toMatchObject([{ streamName: 'GitHub Sponsors', ventureName: 'Obtool', isNew: false }])
  const elsewhere = await commit([{ ...file('c.csv', MAY, JUNE), more: { destinations: [{ ventureName: 'Field notes' }] } }])
  expect(elsewhere.files[0]).toMatchObject({ added: 2, streams: [{ ventureName: 'Field notes', isNew: true }] })
})

test('numbers too large to be an income and months that do not exist are complaints, never counted', async () => {
  const { preview } = await opened()
  const { files } = await preview([file('a.csv', sponsorship('x', { amount: '$99999999999999999.00' }), MAY)])
  expect(files[0]).toMatchObject({ added: 1, complaints: [{ row: 2 }] })
})
