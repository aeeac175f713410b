import fc from 'fast-check'
import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp, type Dropped } from './app-fixture.ts'

/** Exports of one account at different times: each holds some of the same few payments. */
const exported = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }).map((ids): Dropped => ({
  name: 'a.csv',
  text: githubCsv(...ids.map((id) => sponsorship(`p${id}`, { at: `2024-0${id}-07 10:00:00 +0000` }))),
}))
const drops = fc.array(fc.array(exported, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })

test('undo of any drop leaves the very book that the others alone would have made', async () => {
  await fc.assert(
    fc.asyncProperty(drops, fc.nat({ max: 2 }), async (all, choice) => {
      const undone = choice % all.length
      const app = await testApp()
      await app.createBook()
      for (const [i, files] of all.entries()) await app.commit(files, `drop-${i}`)
      const live = await app.ask('imports', { params: { book: 'main' } })
      // A drop of files that were all there already made no import, so there is nothing to undo.
      if (!live.some(({ batch }) => batch === `drop-${undone}`)) return
      await app.ask('undoBatch', { params: { book: 'main', batch: `drop-${undone}` } })
      const left = new Set((await app.ask('imports', { params: { book: 'main' } })).map(({ batch }) => batch))
      expect(left.has(`drop-${undone}`)).toBe(false)

      const alone = await testApp()
      await alone.createBook()
      for (const [i, files] of all.entries()) if (left.has(`drop-${i}`)) await alone.commit(files, `drop-${i}`)
      const lines = async ({ ask }: typeof app) => {
        const { entries, sums } = await ask('entries', { params: { book: 'main', sort: 'day' } })
        return { sums, entries: entries.map(({ key, day, net, home, uncounted }) => ({ key, day, net, home, uncounted })) }
      }
      expect(await lines(app)).toEqual(await lines(alone))
    }),
    { numRuns: 15 },
  )
}, 30_000)

test('a preview is what saving does, whatever was saved before', async () => {
  await fc.assert(
    fc.asyncProperty(drops, async (all) => {
      const app = await testApp()
      await app.createBook()
      for (const files of all) {
        const before = await app.bookFile()
        const said = await app.preview(files)
        expect(await app.bookFile()).toBe(before)
        const done = await app.commit(files)
        expect(done.months).toEqual(said.months)
        const told = (report: typeof done) =>
          report.files.map(({ added, updated, unchanged, already, changes, warnings }) => ({
            added,
            updated,
            unchanged,
            already,
            changes,
            warnings,
          }))
        expect(told(done)).toEqual(told(said))
      }
    }),
    { numRuns: 15 },
  )
}, 30_000)

const MAPPED = { mapping: { date: 'Day', amount: 'Amount', currencyCode: 'EUR', dateOrder: 'ymd', decimals: '.' } } as const
const COLLECTIVE = `"datetime","shortId","shortGroup","description","type","kind","amount","netAmount","currency","accountSlug","accountName"
"2024-05-01T10:00:00","aaaaaaaa","g1","Contribution","CREDIT","CONTRIBUTION",10,10,"EUR","obtool","Obtool"
`

test.each<Dropped>([
  { name: 'a.csv', text: githubCsv(sponsorship('p1')) },
  { name: 'oc.csv', text: COLLECTIVE },
  { name: 'shop.csv', text: 'Day,Amount\n2024-05-01,10.00\n', more: MAPPED },
])('what the user changed on a line wakes when its undone file comes again: $name', async (file) => {
  const app = await testApp()
  await app.createBook()
  const params = { book: 'main' }
  const first = await app.commit([file])
  const [line] = (await app.ask('entries', { params })).entries
  await app.ask('editEntry', { params: { ...params, entry: line?.id ?? '' }, body: { edit: { gross: 700, note: 'as I know it' } } })
  const edited = (await app.ask('entries', { params })).entries
  await app.ask('undoImport', { params: { ...params, import: first.files[0]?.import ?? 0 } })
  expect((await app.ask('entries', { params })).entries).toEqual([])
  await app.commit([file])
  expect((await app.ask('entries', { params })).entries).toEqual(edited)
  expect(await app.ask('streams', { params })).toHaveLength(1)
})

test.each<Dropped>([
  { name: 'a.csv', text: githubCsv(sponsorship('p1')) },
  { name: 'oc.csv', text: COLLECTIVE },
])('what the user said of a stream holds again when its undone file comes again: $name', async (file) => {
  const app = await testApp()
  await app.createBook()
  const params = { book: 'main' }
  const first = await app.commit([file])
  const stream = first.files[0]?.streams[0]?.stream ?? 0
  await app.ask('changeStream', { params: { ...params, stream }, body: { name: 'Mine', months: 12 } })
  await app.ask('undoImport', { params: { ...params, import: first.files[0]?.import ?? 0 } })
  const again = await app.commit([file])
  expect(again.files[0]?.streams).toMatchObject([{ stream, streamName: 'Mine', isNew: false }])
  const { entries } = await app.ask('entries', { params })
  expect(entries.map(({ months }) => months)).toEqual([12])
})

test('a stream that is merged into another stays so when its undone file comes again, and another account does not go there', async () => {
  const app = await testApp()
  await app.createBook()
  const params = { book: 'main' }
  const collective = (slug: string): Dropped => ({
    name: `${slug}.csv`,
    text: COLLECTIVE.replace('"obtool","Obtool"', `"${slug}","${slug}"`),
  })
  const streamOf = async (file: Dropped) => (await app.commit([file])).files[0]?.streams[0]
  const into = (await streamOf({ name: 'a.csv', text: githubCsv(sponsorship('p1')) }))?.stream ?? 0
  const report = await app.commit([collective('old')])
  const stream = report.files[0]?.streams[0]?.stream ?? 0
  await app.ask('mergeStream', { params: { ...params, stream }, body: { into } })
  await app.ask('undoImport', { params: { ...params, import: report.files[0]?.import ?? 0 } })
  expect(await streamOf(collective('other'))).toMatchObject({ streamName: 'Open Collective', isNew: true })
  expect(await streamOf(collective('old'))).toMatchObject({ stream: into, isNew: false })
})
