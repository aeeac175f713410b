import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reader } from './read.ts'
import { readWith } from './read-fixture.ts'
import { recordsOf } from './records-fixture.ts'
import { columnsOf, headOf, notText, readers, recognise } from './registry.ts'
import { isTable, rowsIn, samples, sheetOf, writeSheet, type Sample, type Sheet } from './samples-fixture.ts'

const all = samples()
const tables = all.filter(isTable)
const named = (ones: readonly Sample[]) => ones.map((one) => [one.path, one] as const)
/** `FUZZ_RUNS=500` looks for longer than the usual test does. */
const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 8) }

/** Files that once threw, hung or lost a row; one is added for each that is found. */
const FOUND = new URL('found-by-fuzzing/', import.meta.url)

interface File extends Pick<Sample, 'bytes' | 'mapping'> {
  /** Numbers of its rows, where they are known. */
  rows?: number[]
  /** Bytes that the reader gets at once: few, so that everything is cut somewhere. */
  chunk?: number
}

/** Reads a file and proves that each of its rows came to one thing, with whole numbers. */
async function expectWhole(reader: Reader, { bytes, mapping, chunk = 97, rows = rowsIn(reader, bytes) }: File) {
  const { outcomes } = await readWith(reader, bytes, { chunk, ...(mapping && { mapping }) })
  const told = outcomes.map(({ row }) => row)
  // A table of any kind may have data in its first row.
  const isHeaderless = reader.layout.id === 'any-csv' && told.length === (rows?.length ?? 0) + 1
  expect(isHeaderless ? told.slice(1) : told).toEqual(rows ?? [...new Set(told)])
  for (const one of outcomes) {
    if (one.outcome === 'hours') expect(Number.isSafeInteger(one.hour.minutes)).toBe(true)
    if (one.outcome !== 'lines' && one.outcome !== 'transfer') continue
    expect(one.lines.length).toBeGreaterThan(0)
    for (const { gross, fees, refunds, tax } of one.lines) expect([gross, fees, refunds, tax].every(Number.isSafeInteger)).toBe(true)
  }
}

test('every layout has a sample', () => {
  const known = new Set(all.map(({ reader }) => reader.layout.id))
  expect(readers.map(({ layout }) => layout.id).filter((id) => !known.has(id))).toEqual([])
})

test.each(readers.map((reader) => [reader.layout.id, reader] as const))(
  '%s: any other sample is read without a loss',
  async (_, reader) => {
    for (const sample of all) await expectWhole(reader, { ...sample, chunk: 4096 })
  },
)

test.each(readdirSync(FOUND))('found by fuzzing: %s', async (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOUND)))
  notText(bytes)
  recognise(headOf(bytes, name))
  for (const reader of readers) await expectWhole(reader, { bytes })
})

const encode = (text: string) => new TextEncoder().encode(text)

/** A text in UTF-16 with its mark. */
function wide(text: string, isLittle: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2))
  for (const [i, code] of [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))].entries())
    bytes.setUint16(2 * i, code, isLittle)
  return new Uint8Array(bytes.buffer)
}

const encodings: readonly ((text: string) => Uint8Array)[] = [
  encode,
  (text) => encode(`\uFEFF${text}`),
  (text) => wide(text, true),
  (text) => wide(text, false),
  (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff),
]

const BYTES = fc.oneof(
  fc.uint8Array({ maxLength: 4 }),
  fc.constantFrom('"', '""', '\n', '\r', ',', ';', '\t', '\0', '\uFEFF', '[', '}', '<tr>', '\u2212', '1e9').map(encode),
)
/** Something done to a file's bytes at a place of it: cut off, taken out, put in, repeated. */
const damage = fc.record({ at: fc.nat(), length: fc.nat(40), how: fc.constantFrom('cut', 'out', 'in', 'in', 'repeat'), put: BYTES })

function damaged(bytes: Uint8Array, { at, length, how, put }: typeof damage extends fc.Arbitrary<infer One> ? One : never): Uint8Array {
  const place = at % (bytes.length + 1)
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
  if (how === 'cut') return length > 20 ? before : after
  if (how === 'out') return joined(before, after.subarray(length))
  if (how === 'repeat') return joined(before, after.subarray(0, length), after)
  return joined(before, put, after)
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

test.each(named(all))('%s: whatever bytes are lost, changed or repeated, in any encoding, no row is', async (_, sample) => {
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { maxLength: 4 }), fc.constantFrom(...encodings), async (damages, write) => {
      const bytes = damages.reduce(damaged, write(sample.text))
      notText(bytes)
      recognise(headOf(bytes, sample.name))
      await expectWhole(sample.reader, { ...sample, bytes })
    }),
    RUNS,
  )
})

const ODD_CELLS = ['', ' ', '0', '-1', '\u22125,00', '1e9', '9'.repeat(30), 'NaN', 'Infinity', '\0', '1,234.56.7', '(5.00)', '٣٫٥', '€']
const ODDER_CELLS = ['2024-02-30', '31/12/99999', '13/13/2024', '=1+1', '"', "'", '__proto__', 'constructor', 'total', 'EUR', 'XXX', 'true']
/** Without line ends, so that the rows can be counted while the table is written; quotes stand in no cell that a wrong delimiter cuts. */
const cell = fc.oneof(
  fc.constantFrom(...ODD_CELLS, ...ODDER_CELLS),
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((text) => text.replace(/[\r\n]/g, ' ').replace(/["\uFEFF]/g, /[,;\t]/.test(text) ? '' : '$&')),
)
const change = fc.record({
  how: fc.constantFrom(
    'cell',
    'cell',
    'cell',
    'row out',
    'row twice',
    'row last',
    'column out',
    'column twice',
    'column name',
    'longer',
    'shorter',
  ),
  row: fc.nat(),
  column: fc.nat(),
  cell,
})

type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

function changed(sheet: Sheet, { how, row, column, cell: put }: Change): Sheet {
  const r = row % Math.max(1, sheet.rows.length)
  const c = column % Math.max(1, sheet.header.length)
  const own = sheet.rows[r] ?? []
  const withRow = (...ones: string[][]): Sheet => ({ ...sheet, rows: sheet.rows.toSpliced(r, 1, ...ones) })
  const inAll = (act: (cells: string[]) => string[]): Sheet => ({ ...sheet, header: act(sheet.header), rows: sheet.rows.map(act) })
  if (how === 'cell') return withRow(own.toSpliced(c, 1, put))
  if (how === 'row out') return withRow()
  if (how === 'row twice') return withRow(own, own)
  if (how === 'row last') return { ...sheet, rows: [...sheet.rows.toSpliced(r, 1), own] }
  if (how === 'longer') return withRow([...own, put])
  if (how === 'shorter') return withRow(own.slice(0, c))
  if (how === 'column name') return { ...sheet, header: sheet.header.with(c, put) }
  return inAll((cells) => cells.toSpliced(c, 1, ...(how === 'column twice' ? [cells[c] ?? '', cells[c] ?? ''] : [])))
}

test.each(named(tables))('%s: whatever cells, rows and columns change, each row that is written is told', async (_, sample) => {
  const { header, rows, delimiter } = sheetOf(sample.text)
  const flat = (cells: string[]) => cells.map((text) => text.replace(/[\r\n]+/g, ' '))
  const own: Sheet = { header: flat(header), rows: rows.map(flat), delimiter }
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r'), async (changes, lineEnd) => {
      const sheet = changes.reduce(
        (before, one) => (before.rows.length === 0 || before.header.length < 2 ? before : changed(before, one)),
        own,
      )
      fc.pre(sheet.header.join('').trim() !== '')
      const written = sheet.rows.flatMap((cells, i) => (writeSheet({ ...sheet, header: cells, rows: [] }).trim() === '' ? [] : [i + 2]))
      await expectWhole(sample.reader, { ...sample, bytes: encode(writeSheet(sheet, lineEnd)), rows: written })
    }),
    RUNS,
  )
})

const recorded = all.flatMap((sample) => {
  const records = isTable(sample) ? undefined : recordsOf(sample)
  return records ? [[sample.path, { sample, records }] as const] : []
})

test.each(recorded)('%s: of any of its records together as many rows are told as of each by itself', async (_, { sample, records }) => {
  const { reader, name } = sample
  const told = async (keep: (record: number) => boolean) =>
    (await readWith(reader, records.write(keep), { fileName: name })).outcomes.length
  const none = await told(() => false)
  const own = await Promise.all(Array.from({ length: records.count }, async (_each, i) => (await told((one) => one === i)) - none))
  expect(own.reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(0)
  await fc.assert(
    fc.asyncProperty(fc.subarray([...own.keys()]), async (some) => {
      expect(await told((one) => some.includes(one))).toBe(some.reduce((sum, i) => sum + (own[i] ?? 0), none))
    }),
    RUNS,
  )
})

/** Bytes in each of the long files. */
const LONG = 32_768
/** A reader may take this long for a megabyte of the worst text: CPU time of this thread, so that nothing beside it counts. */
const SECONDS_PER_MB = 2

/** Seconds of the least of three times; one is enough that is in time. */
async function secondsFor(limit: number, act: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && least > limit; round += 1) {
    const started = process.threadCpuUsage().user
    await act()
    least = Math.min(least, (process.threadCpuUsage().user - started) / 1e6)
  }
  return least
}

/** On these a search that goes back over what it has read takes the square of their length. */
const UNITS = [' ', '9', ',', '(', '\u00a0', 'x ']

/** A row of long cells, and a row again and again. */
function longTables(text: string): string[] {
  const sheet = sheetOf(text)
  const length = Math.trunc(LONG / Math.max(1, sheet.header.length))
  const long = UNITS.map((unit) => sheet.rows.slice(0, 1).map((row) => row.map((own) => `${own}${unit.repeat(length / unit.length)}x`)))
  const repeated = Array.from({ length: Math.ceil(LONG / text.length) }, () => sheet.rows).flat()
  return [...long, repeated].map((rows) => writeSheet({ ...sheet, rows }))
}

function longTexts(text: string): string[] {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index).slice(0, 6)
  return [' ', '[', '<', '"', ';', '&', '<tr', 'x\n'].flatMap((unit) =>
    [text.length >> 1, ...ends].map((at) => `${text.slice(0, at)}${unit.repeat(LONG / unit.length)}x${text.slice(at)}`),
  )
}

/** As deep as no function may call itself. */
const DEEP = 20_000
const nested = (open: string, close: string) => `${open.repeat(DEEP)}1${close.repeat(DEEP)}`

/** Things in things without end, where each format may have them. */
const DEEP_TEXTS = [
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><Stmt><Ntry>${nested('<a>', '</a>')}</Ntry></Stmt></Document>`,
  `<OFX><BANKTRANLIST><STMTTRN>${nested('<a>', '</a>')}</STMTTRN></BANKTRANLIST></OFX>`,
  `<table><tr><td>${nested('<b>', '</b>')}</td></tr></table>`,
  nested('[', ']'),
  `[{"date":${nested('[', ']')},"amount":${nested('{"a":', '}')},"transactions":${nested('[', ']')}}]`,
]

const oneEach = [...new Map(all.map((sample) => [sample.reader.layout.id, sample])).values()]

test.each(named(oneEach))('%s: long cells and many rows take time in proportion to them', { timeout: 60_000 }, async (_, sample) => {
  const { reader, mapping } = sample
  for (const text of isTable(sample) ? longTables(sample.text) : longTexts(sample.text)) {
    const bytes = encode(text)
    const limit = (SECONDS_PER_MB * bytes.length) / 1e6
    const read = () => readWith(reader, bytes, { chunk: LONG, ...(mapping && { mapping }) })
    expect(await secondsFor(limit, read), JSON.stringify(text.slice(0, 300))).toBeLessThan(limit)
  }
})

test.each(named(oneEach.filter((sample) => !isTable(sample))))(
  '%s: things in things without end are read or complained of',
  async (_, { reader }) => {
    for (const text of DEEP_TEXTS) await expectWhole(reader, { bytes: encode(text) })
  },
)

test('a header of long names, or of many, is looked at in time by all', { timeout: 60_000 }, async () => {
  for (const unit of UNITS) {
    const bytes = encode(`Date,Amount${unit.repeat(LONG / unit.length)},Name${unit.repeat(LONG / unit.length)}\n2024-01-01,1.00,Ada\n`)
    const look = () => {
      notText(bytes)
      const head = headOf(bytes, 'long.csv')
      recognise(head)
      columnsOf(head)
    }
    expect(await secondsFor(SECONDS_PER_MB, look), unit).toBeLessThan(SECONDS_PER_MB)
  }
})
