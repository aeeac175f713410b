import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'

/** Rows of an RFC 4180 text. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}

test('the counted rows of the ledger CSV sum to the totals, in every currency and at home', async () => {
  const { ask, raw } = await testApp()
  const book = 'example'
  await ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'de' } })
  const response = await raw('ledgerFile', { params: { book } })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="example-ledger.csv"')
  const [header = [], ...rows] = csvRows(await response.text())
  const cell = (row: string[], name: string) => row[header.indexOf(name)] ?? ''
  const { matching } = await ask('entries', { params: { book, limit: 1 } })
  expect(rows).toHaveLength(matching)
  const counted = rows.filter((row) => cell(row, 'counted') === 'yes')
  const cents = (text: string) => Number(text.replace('.', ''))
  const home = counted.reduce((sum, row) => sum + cents(cell(row, 'home net')), 0)
  const [total] = await ask('totals', { params: { book, by: '', to: '2024-06' } })
  expect(home).toBe(total?.net)
  expect(counted).toHaveLength(total?.entries ?? 0)
  for (const native of await ask('totals', { params: { book, by: '', native: 'true' } })) {
    const own = counted.filter((row) => cell(row, 'currency') === native.currency)
    expect(own.reduce((sum, row) => sum + cents(cell(row, 'net')), 0)).toBe(native.net)
  }
})

test('no cell of a stranger becomes a formula, and quotes, commas and lines survive', async () => {
  const { ask, raw, createBook } = await testApp()
  await createBook()
  const params = { book: 'main' }
  const venture = await ask('createVenture', { params, body: { name: '@home' } })
  const stream = await ask('createStream', { params, body: { name: '+shop', venture: venture.id } })
  const body = { stream: stream.id, day: '2024-06-10', amount: -1205, currency: 'EUR', name: '=HYPERLINK("x")', note: 'a "b", c\nd' }
  await ask('addEntry', { params, body })
  const [header = [], row = []] = csvRows(await (await raw('ledgerFile', { params })).text())
  const cell = (name: string) => row[header.indexOf(name)]
  expect([cell('name'), cell('note'), cell('stream'), cell('venture')]).toEqual([`'=HYPERLINK("x")`, 'a "b", c\nd', `'+shop`, `'@home`])
  expect([cell('gross'), cell('net'), cell('day'), cell('rate source')]).toEqual(['-12.05', '-12.05', '2024-06-10', 'home'])
})

test('the book file is a download of JSON lines', async () => {
  const { createBook, raw } = await testApp()
  await createBook()
  const response = await raw('bookFile', { params: { book: 'main' } })
  expect(response.headers.get('content-type')).toBe('application/jsonl')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="my-book.enough.jsonl"')
  const lines = (await response.text()).trimEnd().split('\n')
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
})
