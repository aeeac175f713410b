import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvParser } from '../csv.ts'
import { bytesOf, openDocumentOf, workbookOf, zipOf } from './container-fixture.ts'
import { ContainerError, ownName, shownName } from './container.ts'
import { isContainer, openContainer } from './open.ts'
import { newBudget } from './zip.ts'

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true })
  return text
}

/** The texts in a container by their names. */
async function opened(content: Uint8Array, budget = newBudget()): Promise<[name: string, text: string][]> {
  const texts: [string, string][] = []
  for (const { name, chunks } of (await openContainer(bytesOf(content), budget)).inside) texts.push([name, await textOf(chunks)])
  return texts
}

test('the files of an archive come by their names, without folders and without what systems leave there', async () => {
  const zip = await zipOf({
    'Exports/paypal.csv': 'a,b\n1,2\n',
    '../../etc/passwd': 'x',
    'Exports/.DS_Store': 'x',
    '__MACOSX/Exports/._paypal.csv': 'x',
    'a\\b\\übersicht.csv': 'ü',
  })
  expect(isContainer(zip)).toBe(true)
  expect(await opened(zip)).toEqual([
    ['paypal.csv', 'a,b\n1,2\n'],
    ['passwd', 'x'],
    ['übersicht.csv', 'ü'],
  ])
})

test('an archive with a password, a damaged and an empty one say what is the matter', async () => {
  const locked = await zipOf({ 'a.csv': 'x' }, { password: 'secret', encryptionStrength: 3 })
  await expect(opened(locked)).rejects.toThrow(/a\.csv in it has a password\. .+\.$/)
  const zip = await zipOf({ 'a.csv': 'a,b\n'.repeat(500) })
  await expect(opened(zip.slice(0, 60))).rejects.toThrow(ContainerError)
  const bent = zip.slice()
  bent[45] = (bent[45] ?? 0) ^ 0xff
  await expect(opened(bent)).rejects.toThrow(/damaged/)
  await expect(opened(await zipOf({}))).rejects.toThrow(/no file in it/)
})

test('an archive that unpacks to more than any drop is given up before it has', async () => {
  const bomb = await zipOf({ 'a.csv': new Uint8Array(40 * 1024 * 1024) })
  await expect(opened(bomb)).rejects.toThrow(/far more than any export/)
  await expect(opened(await zipOf({ 'a.csv': 'x'.repeat(2000) }), { left: 1000 })).rejects.toThrow(/more than 512 MiB/)
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.csv`, 'x']))
  await expect(opened(await zipOf(many))).rejects.toThrow(/201 files in it, and 200 go at once/)
})

const c = (reference: string, attributes: string, value: string) => `<c r="${reference}" ${attributes}><v>${value}</v></c>`

test('a sheet becomes rows: amounts as decimals, dates as days, texts from wherever they stand', async () => {
  const rows = [
    `<row r="1">${c('A1', 't="s"', '0')}${c('B1', 't="s"', '1')}<c r="D1" t="inlineStr"><is><t>Who, what</t></is></c></row>`,
    `<row r="3">${c('A3', 's="1"', '45473')}${c('B3', '', '19.989999999999998')}${c('D3', 't="str"', 'say &quot;hi&quot;')}</row>`,
    `<row r="4">${c('A4', 's="1"', '45473.44308')}${c('B4', '', '-1.2E-2')}${c('C4', 't="b"', '1')}${c('D4', 't="e"', '#DIV/0!')}</row>`,
    `<row>${'<c s="2"><v>1.09375</v></c><c><v>1234567</v></c><c s="3"><v>5.5</v></c>'}</row>`,
  ]
  const book = await workbookOf({
    sheets: { 'Sales & more': rows.join(''), Empty: '<row r="1"><c r="A1" s="1"/></row>' },
    texts: ['<t>Date</t>', '<r><t>Am</t></r><r><t xml:space="preserve">ount </t></r><rPh sb="0" eb="1"><t>x</t></rPh>'],
    formats: ['[$-407]dd\\.mm\\.yyyy', '[h]:mm', '#,##0.00\\ "€ May"'],
  })
  const [sales, empty, ...others] = await opened(book)
  expect(sales).toEqual([
    'Sales & more',
    'Date,"Amount ",,"Who, what"\n\n2024-06-30,19.99,,"say ""hi"""\n2024-06-30 10:38:02,-0.012,TRUE,#DIV/0!\n26:15:00,1234567,5.5\n',
  ])
  expect(empty).toEqual(['Empty', ''])
  expect(others).toEqual([])
})

test('days count from 1900 with its false leap day, or from 1904', async () => {
  const cells = [1, 59, 61, 45292].map((serial, i) => c(`${'ABCD'[i]}1`, 's="1"', String(serial))).join('')
  const sheets = { One: `<row r="1">${cells}</row>` }
  const [[, from1900] = []] = await opened(await workbookOf({ sheets, formats: ['d/m/yy'] }))
  expect(from1900).toBe('1900-01-01,1900-02-28,1900-03-01,2024-01-01\n')
  const [[, from1904] = []] = await opened(await workbookOf({ sheets, formats: ['d/m/yy'], from1904: true }))
  expect(from1904).toBe('1904-01-02,1904-02-29,1904-03-02,2028-01-02\n')
})

const cell = (type: string, attributes: string, text = '') =>
  `<table:table-cell office:value-type="${type}" ${attributes}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`

test('an OpenDocument sheet becomes rows: values as the file holds them, not as they are shown', async () => {
  const rows = [
    row(cell('string', '', 'Date') + cell('string', '', 'Amount') + cell('string', '', 'a<text:s text:c="2"/>b<text:line-break/>c')),
    row(`<table:table-cell table:number-columns-repeated="16384"/>`, 'table:number-rows-repeated="2"'),
    row(cell('date', 'office:date-value="2024-06-30"', '30.06.24') + cell('currency', 'office:value="1234.5"', '1.234,50 €')),
    row(cell('date', 'office:date-value="2024-06-30T10:38:06"', 'x') + cell('float', 'office:value="0.1"', '10 %').repeat(2)),
    row(cell('time', 'office:time-value="PT08H05M00S"', '8:05') + cell('float', 'table:number-columns-repeated="2" office:value="7"', '7')),
    row(
      `<table:table-cell office:value-type="string"><office:annotation><text:p>not this</text:p></office:annotation><text:p>this</text:p></table:table-cell>`,
      'table:number-rows-repeated="2"',
    ),
    row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'),
  ]
  const [first, second] = await opened(await openDocumentOf({ First: rows.join(''), Second: row(cell('string', '', 'x')) }))
  expect(first).toEqual(['First', 'Date,Amount,"a  b\nc"\n\n\n2024-06-30,1234.5\n2024-06-30 10:38:06,0.1,0.1\n08:05:00,7,7\nthis\nthis\n'])
  expect(second).toEqual(['Second', 'x\n'])
})

test('spreadsheets that cannot be read say so', async () => {
  await expect(opened(await openDocumentOf({ A: '' }, '<manifest:encryption-data/>'))).rejects.toThrow(/has a password/)
  await expect(opened(await openDocumentOf({ A: '<table:table-row>' }))).rejects.toThrow(/damaged/)
  await expect(opened(await workbookOf({ sheets: { A: '<row><c>&bomb;</c></row>' } }))).rejects.toThrow(/damaged/)
  const endless = row(cell('string', '', 'x'), 'table:number-rows-repeated="1000000"')
  await expect(opened(await openDocumentOf({ A: endless }))).rejects.toThrow(/repeated 1,000,000 times/)
  const letter = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }
  await expect(opened(await zipOf(letter))).rejects.toThrow(/document without tables/)
})

test('a sheet of few bytes that comes to very much text is given up before that is written', async () => {
  const far = Array.from({ length: 5000 }, (_, i) => `<row r="${i + 1}">${c(`XFD${i + 1}`, '', '1')}</row>`).join('')
  const shared = `<row r="1">${Array.from({ length: 16_000 }, () => '<c t="s"><v>0</v></c>').join('')}</row>`
  const long = 'x'.repeat(30_000)
  const many = cell('string', 'table:number-columns-repeated="10000"', 'x'.repeat(400))
  const bombs = [
    await workbookOf({ sheets: { A: far } }),
    await workbookOf({ sheets: { A: shared }, texts: [`<t>${long}</t>`] }),
    await openDocumentOf({ A: row(many, 'table:number-rows-repeated="10000"') }),
    await openDocumentOf({ A: row(cell('string', '', long), 'table:number-rows-repeated="10000"') }),
  ]
  for (const bomb of bombs) {
    expect(bomb.length).toBeLessThan(100_000)
    await expect(opened(bomb)).rejects.toThrow(/^a sheet in it comes to far more text than the file holds\. .+\.$/)
  }
  const wide = row(many.repeat(3000))
  expect(await opened(await openDocumentOf({ A: `${wide}${row(cell('string', '', 'x'))}` }))).toEqual([['A', '\nx\n']])
})

test('any cells of a sheet come out of the table reader as they went in', async () => {
  const cells = fc.array(fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }), { maxLength: 5 })
  const xml = (text: string) =>
    // Characters that XML cannot hold are left out, and a line end is one character in XML.
    [...text]
      .filter((letter) => letter >= ' ' && letter <= '~')
      .map((letter) => `&#${letter.charCodeAt(0)};`)
      .join('')
  const plain = (text: string) => [...text].filter((letter) => letter >= ' ' && letter <= '~').join('')
  await fc.assert(
    fc.asyncProperty(cells, async (rows) => {
      const data = rows.map(
        (row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`).join('')}</row>`,
      )
      const [[, text = ''] = []] = await opened(await workbookOf({ sheets: { A: data.join('') } }))
      const parser = new CsvParser(',')
      const read = [...parser.push(text), ...parser.end()].map(({ number, cells: own }) => [number, ...own])
      const trimmed = rows.map((row) => row.map(plain)).map((row) => row.slice(0, row.findLastIndex((one) => one !== '') + 1))
      expect(read).toEqual(trimmed.flatMap((row, i) => (row.length > 0 ? [[i + 1, ...row]] : [])))
    }),
    { numRuns: 60 },
  )
})

test('any bytes are opened or refused in words', async () => {
  const samples = [
    await zipOf({ 'a.csv': 'a,b\n'.repeat(50), 'b.csv': 'x' }),
    await workbookOf({ sheets: { A: `<row>${c('A1', '', '1')}</row>` } }),
  ]
  const change = fc.record({ at: fc.nat(2000), to: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 4 }), async (sample, changes) => {
      const bent = sample.slice()
      for (const { at, to } of changes) bent[at % bent.length] = to
      await opened(bent).catch((error: unknown) => expect(error).toBeInstanceOf(ContainerError))
    }),
    { numRuns: 100 },
  )
})

test('a file in a container is shown with it and keeps its own name', () => {
  expect(shownName('exports.zip', 'paypal.csv')).toBe('exports.zip › paypal.csv')
  expect(ownName('exports.zip › more.zip › paypal.csv')).toBe('paypal.csv')
  expect(ownName('paypal.csv')).toBe('paypal.csv')
  expect(shownName('x'.repeat(300), 'y'.repeat(300)).length).toBeLessThanOrEqual(255)
})
