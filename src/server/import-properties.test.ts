import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf, recordsOf } from '#platforms/records-fixture.ts'
import { samples, type Sample } from '#platforms/samples-fixture.ts'
import { testApp, type Dropped } from './app-fixture.ts'

const SETTINGS = { name: 'Mine', homeCurrency: 'EUR', zone: 'Europe/Berlin', locale: 'de' }
const all = samples()
/** One app for all: to open a database takes longer than to import a sample into it. */
const app = await testApp()
let books = 0

/** Lends an empty book. */
async function inBook<T>(act: (book: string) => Promise<T>): Promise<T> {
  const book = `book-${(books += 1)}`
  await app.storage.createBook(book, SETTINGS, false)
  try {
    return await act(book)
  } finally {
    await app.storage.deleteBook(book)
  }
}

function dropped({ name, bytes, mapping }: Sample): Dropped {
  return { name, text: new Uint8Array(bytes), ...(mapping && { more: { mapping } }) }
}

/** What a book holds, in whatever order it came: each line of its ledger, the sums of its months, its hours. Names are spelled as they came first. */
async function held(book: string) {
  const ledger = await (await app.raw('ledgerFile', { params: { book } })).text()
  const totals = await app.ask('totals', { params: { book, by: 'month,currency', native: 'true', to: '2027-01' } })
  const hours = await app.storage.hours(book)
  return { lines: ledger.trimEnd().toLowerCase().split('\r\n').toSorted(), totals, hours }
}

/** What a book holds after files were dropped one after the other. */
async function heldAfter(files: readonly Dropped[]) {
  return inBook(async (book) => {
    for (const file of files) await app.commit([file], undefined, book)
    return held(book)
  })
}

test.each(all.map((sample) => [sample.path, sample] as const))(
  '%s: again it changes nothing, and undone it leaves the bytes of before',
  async (_, sample) => {
    await inBook(async (book) => {
      const other = all.find(({ reader }) => reader.layout.platform !== sample.reader.layout.platform)
      if (other) await app.commit([dropped(other)], undefined, book)
      const before = await app.bookFile(book)
      await app.preview([dropped(sample)], book)
      expect(await app.bookFile(book)).toBe(before)
      const batch = `${book}-drop`
      const first = await app.commit([dropped(sample)], batch, book)
      const after = await app.bookFile(book)
      await app.commit([dropped(sample)], `${book}-again`, book)
      expect(await app.bookFile(book)).toBe(after)
      if (first.files[0]?.import == null) expect(after).toBe(before)
      else await app.ask('undoBatch', { params: { book, batch } })
      expect(await app.bookFile(book)).toBe(before)
    })
  },
)

test('all samples come to the same in any order, and in one drop', { timeout: 60_000 }, async () => {
  // One sample of a platform: of two, the later tells what the earlier told of the same rows.
  const files = [...new Map(all.map((sample) => [sample.reader.layout.platform, sample])).values()].map(dropped)
  const expected = await inBook(async (book) => {
    await app.commit(files, undefined, book)
    return held(book)
  })
  expect(expected.lines.length).toBeGreaterThan(100)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (order) => {
      expect(await heldAfter(order)).toEqual(expected)
    }),
    { numRuns: 4 },
  )
})

/** Of these the whole file tells how a part of it is meant: the order of its dates, the sign of its fees, the name of its owner. */
const TOLD_BY_THE_WHOLE = [
  'bandcamp/resaved-day-first.csv',
  'ko-fi/bom-crlf-month-first.csv',
  'any-csv/windows-1252-semicolon.csv',
  'clockify/portuguese-windows-1252.csv',
  'wise/statement-with-time.csv',
]
const divisible = all.filter((sample) => !TOLD_BY_THE_WHOLE.includes(sample.path) && recordsOf(sample) !== undefined)

test.each(divisible.map((sample) => [sample.path, sample] as const))(
  '%s: cut between any days, the parts in any order, it comes to the same',
  { timeout: 60_000 },
  async (_, sample) => {
    const records = recordsOf(sample)
    if (!records) return
    const days = await daysOf(sample, records)
    const [, ...starts] = [...new Set(days.flatMap((day) => day ?? []))].toSorted()
    // Records that tell of no day are in no part: which of them they would go to, nobody could say.
    const part = (from: string, to: string): Dropped => {
      const isIn = (day: string | undefined) => day !== undefined && day >= from && day < to
      return { ...dropped(sample), text: records.write((i) => isIn(days[i])) }
    }
    if (starts.length === 0) return
    const whole = await heldAfter([part('', '~')])
    const cuts = fc.subarray(starts, { minLength: 1, maxLength: Math.min(3, starts.length) }).chain((at) => {
      const parts = [...at, '~'].map((to, i) => part(at[i - 1] ?? '', to))
      return fc.shuffledSubarray(parts, { minLength: parts.length })
    })
    await fc.assert(
      fc.asyncProperty(cuts, async (parts) => {
        expect(await heldAfter(parts)).toEqual(whole)
      }),
      // Of few days each cut is tried in both orders, of many some.
      { numRuns: Math.min(4, 2 * starts.length) },
    )
  },
)
