import { expect, test } from 'vitest'
import { githubCsv, sponsorship, testApp } from './app-fixture.ts'

const main = { params: { book: 'main' } }

test('a book begins with its settings, and what is enough holds for all that is known', async () => {
  const { createBook, ask } = await testApp()
  const book = await createBook()
  expect(book).toMatchObject({ id: 'main', homeCurrency: 'EUR', zone: 'Europe/Berlin', example: false, entries: 0, today: '2024-06-15' })
  expect(await ask('targets', main)).toEqual([{ from: '1999-01', bare: 150_000, enough: 200_000, comfortable: 250_000 }])
})

test('a second book is refused, and so are settings that cannot be', async () => {
  const { createBook, raw } = await testApp()
  const draft = { homeCurrency: 'EUR', zone: 'UTC', locale: 'en' }
  for (const wrong of [{ homeCurrency: 'XYZ' }, { zone: 'Mars/Base' }, { locale: 'not a tag' }]) {
    const response = await raw('createBook', { body: { ...draft, ...wrong } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ fields: [{ field: Object.keys(wrong)[0] }] })
  }
  await createBook()
  expect((await raw('createBook', { body: draft })).status).toBe(409)
})

test('a change of home currency and zone shows in the very next answer', async () => {
  const { createBook, ask, commit } = await testApp()
  await createBook()
  await commit([{ name: 'a.csv', text: githubCsv(sponsorship('a', { at: '2024-05-31 23:30:00 +0000' })) }])
  const before = await ask('totals', { params: { book: 'main', by: 'month' } })
  expect(before).toMatchObject([{ month: '2024-06', currency: 'EUR' }])
  const changed = await ask('changeBook', { ...main, body: { homeCurrency: 'USD', zone: 'America/New_York' } })
  expect(changed).toMatchObject({ homeCurrency: 'USD', zone: 'America/New_York', name: 'My book' })
  expect(await ask('totals', { params: { book: 'main', by: 'month' } })).toMatchObject([{ month: '2024-05', currency: 'USD', net: 500 }])
})

test('the example is a book of its own, made once and deleted in one press', async () => {
  const { createBook, ask, raw, bookFile } = await testApp()
  await createBook()
  const before = await bookFile()
  const place = { zone: 'Europe/Berlin', locale: 'de' }
  const example = await ask('createExample', { body: place })
  expect(example).toMatchObject({ id: 'example', example: true, zone: 'Europe/Berlin' })
  expect(example.entries).toBeGreaterThan(500)
  const file = await bookFile('example')
  expect((await ask('createExample', { body: place })).revision).toBe(example.revision)
  const { params } = { params: { book: 'example' } }
  const shown = await ask('incomeByMonth', { params })
  expect(shown.months).toHaveLength(30)
  expect(shown.streams).toHaveLength(9)
  expect(await ask('deleteBook', { params })).toBeNull()
  expect((await raw('book', { params })).status).toBe(404)
  expect(await bookFile()).toBe(before)
  await ask('createExample', { body: place })
  expect(await bookFile('example')).toBe(file)
})

test('a book file restored elsewhere gives the same bytes, and replaces a book only when asked to', async () => {
  const { createBook, ask, raw, commit, bookFile, spoolText } = await testApp()
  await createBook()
  await commit([{ name: 'a.csv', text: githubCsv(sponsorship('a'), sponsorship('b', { at: '2024-06-01' })) }])
  const text = await bookFile()
  const file = await spoolText({ name: 'book.jsonl', text })
  expect((await raw('restoreBook', { body: { file } })).status).toBe(409)
  expect(await ask('restoreBook', { body: { file, replace: true } })).toMatchObject({ id: 'main', example: false })
  expect(await bookFile()).toBe(text)

  const other = await testApp()
  const copy = await other.spoolText({ name: 'book.jsonl', text })
  await other.ask('restoreBook', { body: { file: copy } })
  expect(await other.bookFile()).toBe(text)
})

test('a book file that is cut or no book file leaves the book as it was', async () => {
  const { createBook, raw, bookFile, spoolText } = await testApp()
  await createBook()
  const text = await bookFile()
  for (const wrong of [text.split('\n').slice(0, -2).join('\n'), 'no book', '']) {
    const file = await spoolText({ name: 'book.jsonl', text: wrong })
    const response = await raw('restoreBook', { body: { file, replace: true } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/^Failed to restore: .+\. .+\.$/) })
  }
  expect((await raw('restoreBook', { body: { file: 'a'.repeat(64), replace: true } })).status).toBe(404)
  expect(await bookFile()).toBe(text)
})

test('a book that takes the place of another is not answered with the sums of the one before', async () => {
  const own = await testApp()
  await own.createBook()
  const texts: string[] = []
  for (const amount of ['$5.00', '$7.00']) {
    const other = await testApp()
    await other.createBook()
    await other.commit([{ name: 'a.csv', text: githubCsv(sponsorship('a', { amount })) }])
    texts.push(await other.bookFile())
  }
  const nets: number[] = []
  for (const text of texts) {
    const file = await own.spoolText({ name: 'book.jsonl', text })
    await own.ask('restoreBook', { body: { file, replace: true } })
    const ledger = await own.ask('entries', main)
    expect(ledger.sums.net).toBe(ledger.entries[0]?.home?.net)
    nets.push(ledger.sums.net)
  }
  expect(nets[0]).toBeLessThan(nets[1] ?? 0)
})
