import { openRows } from '#platforms/csv.ts'
import { openText } from '#platforms/decode.ts'
import { longestSamples, longFile } from '#platforms/long-file-fixture.ts'
import type { ReadOptions } from '#platforms/read.ts'
import { readers } from '#platforms/registry.ts'
import type { Sample } from '#platforms/samples-fixture.ts'
import { median, row } from './report.ts'

const BYTES = 5_000_000
const CHUNK = 65_536
const ROUNDS = 3

/**
 * Each reader on a long file of its layout, beside a bare CSV parse of the very bytes into cells, whatever they are; where they are
 * JSON, beside `JSON.parse` too. `src/platforms/long-file.test.ts` holds that none is left out.
 */
export async function benchReaders(): Promise<void> {
  const longest = longestSamples()
  row('reading of each layout', 'speed', 'against a bare CSV parse')
  for (const { layout } of readers) {
    const sample = longest.get(layout.id)
    const text = sample && longFile(sample, BYTES)
    if (!sample || text === undefined) throw new Error(`Failed to measure ${layout.id}: there is no long file of it.`)
    const bytes = new TextEncoder().encode(text)
    const isJson = /^\s*[[{]/.test(text)
    const times = { reader: [] as number[], rows: [] as number[], json: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      times.rows.push(await seconds(() => parseRows(bytes)))
      times.reader.push(await seconds(() => readAll(sample, bytes)))
      if (isJson) times.json.push(await seconds(() => parseJson(bytes)))
    }
    const against = (bare: readonly number[]) => (median(bare) / median(times.reader)).toFixed(2)
    const speed = `${(bytes.length / 1e6 / median(times.reader)).toFixed(1)} MB/s`
    row(`  ${layout.id}`, speed, `${against(times.rows)}${isJson ? `, against JSON.parse ${against(times.json)}` : ''}`)
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
