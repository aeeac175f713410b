import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTable, samples, sheetOf, writeSheet, type Sample, type Sheet } from '#platforms/samples-fixture.ts'
import { readWith } from '#platforms/read-fixture.ts'
import { testApp, type Dropped, type TestApp } from './app-fixture.ts'

const main = { book: 'main' }
const all = samples()

async function opened(): Promise<TestApp> {
  const app = await testApp()
  await app.createBook()
  return app
}

function dropped({ name, bytes, mapping }: Sample): Dropped {
  return { name, text: new Uint8Array(bytes), ...(mapping && { more: { mapping } }) }
}

/** What a book holds, in whatever order it came: each line of its ledger, and the sums of its months. Names are spelled as they came first. */
async function held({ raw, ask }: TestApp) {
  const ledger = await (await raw('ledgerFile', { params: main })).text()
  const totals = await ask('totals', { params: { ...main, by: 'month,currency', native: 'true', to: '2027-01' } })
  return { lines: ledger.trimEnd().toLowerCase().split('\r\n').toSorted(), totals }
}

test.each(all.map((sample) => [sample.path, sample] as const))(
  '%s: again it changes nothing, and undone it leaves the bytes of before',
  async (_, sample) => {
    const app = await opened()
    const other = all.find(({ reader }) => reader.layout.platform !== sample.reader.layout.platform)
    if (other) await app.commit([dropped(other)])
    const before = await app.bookFile()
    await app.preview([dropped(sample)])
    expect(await app.bookFile()).toBe(before)
    const first = await app.commit([dropped(sample)], 'drop')
    const after = await app.bookFile()
    await app.commit([dropped(sample)], 'again')
    expect(await app.bookFile()).toBe(after)
    if (first.files[0]?.import == null) expect(after).toBe(before)
    else await app.ask('undoBatch', { params: { ...main, batch: 'drop' } })
    expect(await app.bookFile()).toBe(before)
  },
)

test('all samples come to the same in any order, and in one drop', async () => {
  // One sample of a platform: of two, the later tells what the earlier told of the same rows.
  const files = [...new Map(all.map((sample) => [sample.reader.layout.platform, sample])).values()].map(dropped)
  const together = await opened()
  await together.commit(files)
  const expected = await held(together)
  expect(expected.lines.length).toBeGreaterThan(100)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (order) => {
      const apart = await opened()
      for (const file of order) await apart.commit([file])
      expect(await held(apart)).toEqual(expected)
    }),
    { numRuns: 4 },
  )
}, 60_000)

/** A table without the rows that write no line, in two: up to a day, and after it. Undefined where there is no such day. */
async function parted(sample: Sample, share: number): Promise<[whole: Sheet, before: Sheet, after: Sheet] | undefined> {
  const sheet = sheetOf(sample.text)
  const { outcomes } = await readWith(sample.reader, writeSheet(sheet), sample.mapping ? { mapping: sample.mapping } : {})
  const rows = outcomes.flatMap((one) =>
    one.outcome === 'lines' || one.outcome === 'transfer'
      ? [{ cells: sheet.rows[one.row - 2] ?? [], day: one.lines[0]?.at.slice(0, 10) ?? '' }]
      : [],
  )
  const days = [...new Set(rows.map(({ day }) => day))].toSorted()
  const last = days[Math.trunc(share * (days.length - 1))]
  if (last === undefined || days.length < 2) return undefined
  const of = (is: (day: string) => boolean): Sheet => ({ ...sheet, rows: rows.filter(({ day }) => is(day)).map(({ cells }) => cells) })
  return [of(() => true), of((day) => day <= last), of((day) => day > last)]
}

/** Of these the whole file tells how a part of it is meant: the order of its dates. A part says what it cannot tell. */
const TOLD_BY_THE_WHOLE = ['bandcamp/resaved-day-first.csv', 'ko-fi/bom-crlf-month-first.csv']
const divisible = all.filter((sample) => isTable(sample) && !TOLD_BY_THE_WHOLE.includes(sample.path))

test.each(divisible.map((sample) => [sample.path, sample] as const))(
  '%s: cut between two days, in any order, it comes to the same',
  async (_, sample) => {
    const file = (sheet: Sheet): Dropped => ({ ...dropped(sample), text: writeSheet(sheet) })
    const places = await Promise.all([0.4].map((share) => parted(sample, share)))
    for (const parts of places) {
      if (parts === undefined) continue
      const [whole, before, after] = parts.map(file)
      if (!whole || !before || !after) continue
      const app = await opened()
      await app.commit([whole])
      const expected = await held(app)
      for (const files of [
        [before, after],
        [after, before],
      ]) {
        const apart = await opened()
        for (const one of files) await apart.commit([one])
        expect(await held(apart)).toEqual(expected)
      }
    }
  },
)
