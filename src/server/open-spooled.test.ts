import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDocumentOf, workbookOf, zipOf } from '#platforms/containers/container-fixture.ts'
import { CsvParser } from '#platforms/csv.ts'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const MAY = sponsorship('a', { at: '2024-05-07 21:46:01 +0200' })
const JUNE = sponsorship('b', { at: '2024-06-07 21:46:01 +0200', amount: '$7.00' })
const GITHUB = 'obtool-sponsorships-all-time.csv'
const SHOP = 'When,Who,How much\n2024-05-03,Ada,12.50\n'

async function opened() {
  const test = await testApp()
  await test.createBook()
  return test
}

test('the files of an archive are previewed, saved, known again and undone each by itself', async () => {
  const { preview, commit, ask, bookFile, spool } = await opened()
  const before = await bookFile()
  const zip = {
    name: 'exports.zip',
    text: await zipOf({ [`2024/${GITHUB}`]: githubCsv(MAY, JUNE), 'photo.png': '\u0089PNG', 'shop.csv': SHOP }),
  }
  const said = await preview([zip])
  expect(said.files).toMatchObject([
    { name: `exports.zip › ${GITHUB}`, state: 'read', added: 2, streams: [{ ventureName: 'obtool' }] },
    {
      name: 'exports.zip › photo.png',
      state: 'unreadable',
      problem: expect.stringMatching(/^Failed to read exports\.zip › photo\.png: .+\.$/),
    },
    { name: 'exports.zip › shop.csv', state: 'mapping' },
  ])
  const done = await commit([zip])
  const [github] = done.files
  expect(await ask('imports', { params: { book: 'main' } })).toMatchObject([{ name: `exports.zip › ${GITHUB}`, added: 2 }])
  const plain = await commit([{ name: GITHUB, text: githubCsv(MAY, JUNE) }])
  expect(plain.files[0]).toMatchObject({ already: true, import: github?.import, unchanged: 2 })
  const longer = await commit([{ name: 'longer.zip', text: await zipOf({ [GITHUB]: githubCsv(MAY, JUNE, sponsorship('c')) }) }])
  expect(longer.files[0]).toMatchObject({ added: 1, unchanged: 2 })
  await ask('undoImport', { params: { book: 'main', import: longer.files[0]?.import ?? 0 } })
  await ask('undoImport', { params: { book: 'main', import: github?.import ?? 0 } })
  expect(await bookFile()).toBe(before)
  expect(await spool.size(said.files[0]?.file ?? '')).toBeUndefined()
})

test('an archive in an archive is opened, one in that is told of', async () => {
  const { preview } = await opened()
  const third = await zipOf({ 'c.csv': SHOP })
  const second = await zipOf({ [GITHUB]: githubCsv(JUNE), 'third.zip': third, 'book.xlsx': await workbook() })
  const { files } = await preview([{ name: 'first.zip', text: await zipOf({ 'second.zip': second }) }])
  expect(files).toMatchObject([
    { name: `first.zip › second.zip › ${GITHUB}`, state: 'read', added: 1 },
    { name: 'first.zip › second.zip › third.zip', state: 'unreadable', problem: expect.stringMatching(/archive/) },
    { name: 'first.zip › second.zip › book.xlsx › May', state: 'mapping' },
    { name: 'first.zip › second.zip › book.xlsx › June', state: 'mapping' },
  ])
})

function workbook(sheets = ['May', 'June']) {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const header = `<row r="1">${['When', 'Who', 'How much'].map(cell).join('')}</row>`
  const row = (day: number) => `<row r="2"><c s="1"><v>${day}</v></c>${cell('Ada')}<c><v>12.49999999999999${day % 10}</v></c></row>`
  return workbookOf({ sheets: Object.fromEntries(sheets.map((name, i) => [name, header + row(45_415 + i)])), formats: ['dd.mm.yyyy'] })
}

test('a spreadsheet is read by its columns, sheet by sheet, with the days and amounts of its cells', async () => {
  const { preview, commit } = await opened()
  const mapping = { date: 'When', amount: 'How much', name: 'Who', currencyCode: 'EUR', dateOrder: 'ymd', decimals: '.' } as const
  const asked = await preview([{ name: 'shop.xlsx', text: await workbook() }])
  expect(asked.files.map(({ name, state, columns }) => [name, state, columns?.rows[0]])).toEqual([
    ['shop.xlsx › May', 'mapping', ['2024-05-03', 'Ada', '12.5']],
    ['shop.xlsx › June', 'mapping', ['2024-05-04', 'Ada', '12.5']],
  ])
  const { files } = await commit([{ name: 'shop.xlsx', text: await workbook(['One']), more: { mapping } }])
  expect(files).toMatchObject([{ name: 'shop.xlsx', added: 1, changes: [{ net: 1250 }], streams: [{ ventureName: 'shop' }] }])
  const cell = (text: string) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
  const row = (...cells: string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`
  const ods = await openDocumentOf({ One: row('When', 'Who', 'How much') + row('2024-05-05', 'Bo', '3.00') })
  expect((await commit([{ name: 'shop.ods', text: ods }])).files).toMatchObject([{ name: 'shop.ods', state: 'read', added: 1 }])
})

test('a workbook of royalties goes to its platform, sheet by sheet', async () => {
  const { preview } = await opened()
  const csv = readFileSync(new URL('../platforms/kdp/samples/marketplaces-and-returns.csv', import.meta.url), 'utf8')
  const parser = new CsvParser(',')
  const cells = [...parser.push(csv), ...parser.end()].map((row) => row.cells)
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const sheet = cells
    .map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`)
    .join('')
  const text = await workbookOf({ sheets: { 'Combined Sales': sheet, KENP: '<row><c t="inlineStr"><is><t>Title</t></is></c></row>' } })
  const { files } = await preview([
    { name: 'kdp.xlsx', text },
    { name: 'kdp.csv', text: csv },
  ])
  expect(files.map(({ name, state }) => [name, state])).toEqual([
    ['kdp.xlsx › Combined Sales', 'read'],
    ['kdp.xlsx › KENP', 'unreadable'],
    ['kdp.csv', 'read'],
  ])
  expect(files[0]).toMatchObject({ layout: { platform: 'kdp' }, rows: cells.length - 1 })
  const [fromSheet, , fromCsv] = files
  expect((fromCsv?.unchanged ?? 0) + (fromCsv?.complaints.length ?? 0) + (fromCsv?.nonRows ?? 0) + (fromCsv?.transfers ?? 0)).toBe(
    fromSheet?.rows,
  )
})

test('an archive that cannot be opened is refused in a sentence', async () => {
  const { app } = await opened()
  const body = await zipOf({ 'a.csv': SHOP }, { password: 'x', encryptionStrength: 3 })
  const answer = await app.request('/api/v1/files?name=exports.zip', { method: 'POST', body })
  expect(answer.status).toBe(422)
  expect((await answer.json()) as unknown).toMatchObject({
    detail: expect.stringMatching(/^Failed to open exports\.zip: .+ password\. .+\.$/),
  })
})
