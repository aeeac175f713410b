import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CsvParser, guessDelimiter } from './csv.ts'
import { decodeHead } from './decode.ts'
import type { Mapping, Reader } from './read.ts'
import { columnsOf, headOf, readerById, recognise } from './registry.ts'

/** A sample of one of the readers, small enough to be one chunk. */
export interface Sample {
  /** `patreon/bad-rows.csv` */
  path: string
  name: string
  bytes: Uint8Array
  text: string
  reader: Reader
  /** The columns as they are guessed, for a table that no platform knows. */
  mapping?: Mapping
}

const folder = fileURLToPath(new URL('.', import.meta.url))
const IN_SAMPLES = /^([a-z-]+)\/samples\/(.+)$/

/** Every sample in the repository that is read as it stands, with the reader that knows it. */
export function samples(): Sample[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  return files.toSorted().flatMap((path) => {
    const [, platform, name] = IN_SAMPLES.exec(path) ?? []
    return platform === undefined || name === undefined || platform === 'containers' ? [] : [sampleOf(platform, name)]
  })
}

function sampleOf(platform: string, name: string): Sample {
  const bytes = new Uint8Array(readFileSync(`${folder}${platform}/samples/${name}`))
  const head = headOf(bytes, name)
  const known = recognise(head)?.reader
  const mapping = known ? undefined : (columnsOf(head, 'EUR').guess ?? undefined)
  const reader = known ?? readerById('any-csv')
  if (!reader) throw new Error(`Failed to find the reader of ${platform}/${name}.`)
  return { path: `${platform}/${name}`, name, bytes, text: head.text, reader, ...(mapping && { mapping }) }
}

/** A table that was taken apart, to be changed and written again. */
export interface Sheet {
  header: string[]
  rows: string[][]
  delimiter: string
}

/** A delimited text as its cells; rows that cannot be taken apart are left out. */
export function sheetOf(text: string): Sheet {
  const delimiter = guessDelimiter(text)
  const parser = new CsvParser(delimiter)
  const [header, ...rows] = [...parser.push(text), ...parser.end()].filter((row) => !row.broken)
  return { header: header?.cells ?? [], rows: rows.map((row) => row.cells), delimiter }
}

export function writeSheet({ header, rows, delimiter }: Sheet, lineEnd = '\n'): string {
  const quoted = (cell: string) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return [header, ...rows].map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('')
}

type CountRows = (text: string) => number[]

const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, i) => i + from)

/** Numbers of the rows of a delimited text after its header, unless that is broken. */
const tableRows: CountRows = (text) => {
  const parser = new CsvParser(guessDelimiter(text))
  const rows = [...parser.push(text), ...parser.end()]
  return (rows[0]?.broken ? rows : rows.slice(1)).map((row) => row.number)
}

const lines: CountRows = (text) => text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]))

/** Rows of the first table of a page. */
const pageRows: CountRows = (text) => {
  const start = text.search(/<table\b/i)
  const [inside = ''] = start < 0 ? [] : text.slice(start).split(/<\/table\s*>/i)
  return upTo(Math.max(0, inside.split(/<tr\b[^<>]*>/i).length - 2), 2)
}

/** Records of a list; what is no list is told as one. */
const records =
  (rowsIn: (record: unknown) => number): CountRows =>
  (text) => {
    if (text.trim() === '') return []
    const list = jsonOf(text)
    return upTo(Array.isArray(list) ? list.reduce((sum: number, record: unknown) => sum + rowsIn(record), 0) : 1)
  }

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A sponsorship has a row for each of its transactions, or one. */
function transactionsIn(sponsorship: unknown): number {
  const inside: unknown = typeof sponsorship === 'object' && sponsorship !== null ? Reflect.get(sponsorship, 'transactions') : undefined
  return Array.isArray(inside) ? Math.max(1, inside.length) : 1
}

/** What the rows of a file are, for layouts that are no tables. */
const ROWS: Readonly<Record<string, CountRows>> = {
  'github-sponsors-json': records(transactionsIn),
  'liberapay-charts': records(() => 1),
  'timewarrior-export': records(() => 1),
  'liberapay-report': pageRows,
  timeclock: lines,
}

/** Whether a sample is a table with a header: without that it is not known, or only by its columns. */
export function isTable({ reader, bytes, name }: Sample): boolean {
  return ROWS[reader.layout.id] === undefined && reader.recognise({ ...headOf(bytes, name), header: [] }) === undefined
}

/** Numbers of a file's rows, counted without the reader; undefined where only the reader knows what a row is. */
export function rowsIn({ layout }: Reader, bytes: Uint8Array): number[] | undefined {
  const count = ROWS[layout.id] ?? (TABLES.has(layout.id) ? tableRows : undefined)
  return count?.(decodeHead(bytes).text)
}

const TABLES: ReadonlySet<string> = new Set(
  samples()
    .filter(isTable)
    .map(({ reader }) => reader.layout.id),
)
