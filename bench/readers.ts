import { openRows } from '#platforms/csv.ts'
import { openText } from '#platforms/decode.ts'
import type { ReadOptions } from '#platforms/read.ts'
import { isTable, samples, sheetOf, writeSheet, type Sample } from '#platforms/samples-fixture.ts'
import { median, row } from './report.ts'

const BYTES = 5_000_000
const CHUNK = 65_536
const ROUNDS = 3

/** Each reader on a long file of its layout, beside a bare parse of the very bytes: of rows into cells, or of JSON. */
export async function benchReaders(): Promise<void> {
  const longest = new Map<string, Sample>()
  for (const sample of samples()) {
    const before = longest.get(sample.reader.layout.id)
    if (!before || before.bytes.length < sample.bytes.length) longest.set(sample.reader.layout.id, sample)
  }
  row('reading of each layout', 'speed', 'against a bare parse')
  for (const [layout, sample] of longest) {
    const text = long(sample)
    if (text === undefined) continue
    const bytes = new TextEncoder().encode(text)
    const times = { reader: [] as number[], bare: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      times.bare.push(await seconds(() => (isTable(sample) ? parseRows(bytes) : parseJson(bytes))))
      times.reader.push(await seconds(() => readAll(sample, bytes)))
    }
    const [reader, bare] = [median(times.reader), median(times.bare)]
    row(`  ${layout}`, `${(bytes.length / 1e6 / reader).toFixed(1)} MB/s`, (bare / reader).toFixed(2))
  }
}

async function seconds(act: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += CHUNK) yield bytes.subarray(i, i + CHUNK)
}

async function parseRows(bytes: Uint8Array): Promise<void> {
  let cells = 0
  for await (const batch of openRows(openText(chunksOf(bytes)))) for (const one of batch) cells += one.cells.length
  if (cells === 0) throw new Error('Failed to measure: there were no cells.')
}

async function parseJson(bytes: Uint8Array): Promise<void> {
  JSON.parse(new TextDecoder().decode(bytes))
}

async function readAll({ reader, name, mapping }: Sample, bytes: Uint8Array): Promise<void> {
  const options: ReadOptions = mapping ? { fileName: name, mapping } : { fileName: name }
  let told = 0
  for await (const _ of reader.read(chunksOf(bytes), options)) told += 1
  if (told < 1000) throw new Error(`Failed to measure ${reader.layout.id}: only ${told} rows were told.`)
}

/** Columns and fields in which ids stand. */
const OF_IDS = /(^|[^a-z])(id|key|hash|ref|reference|number|charge|intent|group|shortid|shortgroup)([^a-z]|$)|Id$/i

/** The sample's rows again and again, each time with other ids; undefined for a layout that is neither rows nor records. */
function long(sample: Sample): string | undefined {
  const times = Math.ceil(BYTES / sample.text.length)
  if (!isTable(sample)) return longJson(sample.text, times)
  const sheet = sheetOf(sample.text)
  const ids = sheet.header.map((name) => OF_IDS.test(name))
  const rows = Array.from({ length: times }, (_, n) =>
    sheet.rows.map((cells) => cells.map((cell, i) => (ids[i] && cell !== '' ? `${cell}${n}` : cell))),
  )
  return writeSheet({ ...sheet, rows: rows.flat() })
}

function longJson(text: string, times: number): string | undefined {
  if (!text.trimStart().startsWith('[')) return undefined
  const records: unknown = JSON.parse(text)
  if (!Array.isArray(records)) return undefined
  const again = (n: number) =>
    JSON.stringify(records, (field, value: unknown) => (OF_IDS.test(field) && typeof value === 'string' ? `${value}${n}` : value)).slice(
      1,
      -1,
    )
  return `[${Array.from({ length: times }, (_, n) => again(n)).join(',\n')}]`
}
