import type { z } from 'zod'
import { Mapping, type ImportRequest } from '#contract/import.ts'
import { isCurrency } from '#domain/currency.ts'
import type { Zone } from '#domain/zone.ts'
import { ownName } from '#platforms/containers/container.ts'
import type { DatesRead } from '#platforms/date-order.ts'
import type { Head, Platform, Reader } from '#platforms/read.ts'
import { headOf, notText, platformOf, readerById, readers, recognise, mayTellPayments } from '#platforms/registry.ts'
import { keptDates, saidDates } from './import-dates.ts'
import { KeptLines, lineBatches, type LinesBatch, type Room } from './import-lines.ts'
import { readRows, type FileRows } from './import-rows.ts'
import { ProblemError } from '#http/problem.ts'
import { noFile, type Spool } from './spool.ts'

type FileMap = z.output<typeof Mapping>
/** One file as the request names it. */
export type RequestedFile = z.output<typeof ImportRequest>['files'][number]

/** The user's columns, and the header that they are remembered for; or the order of dates (see import-dates.ts). */
export interface FileMapping {
  signature: string
  columns: string
}

/** What a file says, before anything is written: what its rows come to, and its lines to be read again. */
export interface ReadFile extends FileRows {
  state: 'read'
  reader: Reader
  platform: Platform
  why: string
  mapping: FileMapping | null
  head: Head
  /** The file's lines: those that were kept, else it is read from its start each time. */
  batches: () => Iterable<LinesBatch> | AsyncIterable<LinesBatch>
}

/** A file that waits for a word: on its columns, or on the order of its dates. */
export interface AskingFile {
  state: 'mapping'
  head: Head
  problem?: string
  dates?: { reader: Reader; why: string; read: DatesRead }
}

export type FileContent = ReadFile | AskingFile | { state: 'unreadable'; problem: string; head?: Head }

export interface ReadSource {
  spool: Spool
  file: RequestedFile
  /** Mappings remembered by header signature. */
  mappings: ReadonlyMap<string, string>
  /** The book's zone. */
  where: Zone
  /** The book's currency. */
  home: string
  /** How many lines may be kept. */
  room: Room
  onProgress: (step: { rows: number; bytes: number }) => void
}

interface Choice {
  reader: Reader
  why: string
  mapping?: FileMap
}

const HEAD_BYTES = 65_536
export const ANY_CSV = 'any-csv'

/** Reads a whole file of the spool. Throws a problem when it is not there, or when a reader is asked for that does not exist. */
export async function readFile(source: ReadSource): Promise<FileContent> {
  const { spool, file } = source
  const size = await spool.size(file.file)
  if (size === undefined) throw noFile(file.name)
  const start = await firstBytes(spool.open(file.file))
  if (start.byteLength === 0) return { state: 'unreadable', problem: `Failed to read ${file.name}: the file is empty. Export it again.` }
  const why = notText(start)
  if (why !== undefined)
    return { state: 'unreadable', problem: `Failed to read ${file.name}: ${why.charAt(0).toLowerCase()}${why.slice(1)}` }
  const fileName = ownName(file.name)
  const head = headOf(start, fileName)
  const choice = choose(source, head)
  if (!('reader' in choice)) return choice
  const { reader, mapping } = choice
  const dates = saidDates(file, reader.layout.platform, source.mappings)
  const options = { fileName, home: source.home, ...(mapping && { mapping }), ...(dates && { dates }) }
  const lines = new KeptLines(reader, source.room, size)
  const { where, onProgress } = source
  const rows = await readRows({ reader, chunks: spool.open(file.file), options, where, kept: lines, onProgress })
  if (typeof rows === 'string') {
    const problem = `Failed to read ${file.name}: ${rows}`
    return mapping ? { state: 'mapping', head, problem } : { state: 'unreadable', problem }
  }
  const asked = rows.facts.dates
  if (asked?.order === null) return { state: 'mapping', head, dates: { reader, why: choice.why, read: asked } }
  const platform = platformOf(reader.layout.platform)
  const remembered = mapping ? { signature: signatureOf(head), columns: JSON.stringify(mapping) } : keptDates(platform, asked)
  const batches = lines.end() ?? (() => lineBatches({ reader, chunks: spool.open(file.file), options }))
  return { state: 'read', reader, platform, why: choice.why, mapping: remembered, head, batches, ...rows }
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk.slice())
    length += chunk.byteLength
    if (length >= HEAD_BYTES) break
  }
  const start = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    start.set(part, at)
    at += part.byteLength
  }
  return start.subarray(0, HEAD_BYTES)
}

/** Files whose headers say the same are mapped alike. */
export function signatureOf(head: Head): string {
  return JSON.stringify(head.header.map(plain))
}

/** A named reader, else the user's own columns, else what the content says, else columns remembered for the same header. */
function choose({ file, mappings }: ReadSource, head: Head): Choice | Exclude<FileContent, ReadFile> {
  const trouble = file.mapping && misfit(file.mapping, head)
  if (file.reader !== undefined) {
    const reader = namedReader(file.reader)
    if (reader.layout.id !== ANY_CSV) return { reader, why: 'chosen by you' }
  }
  const byColumns = namedReader(ANY_CSV)
  if (file.mapping && trouble === undefined) return { reader: byColumns, why: 'read by the columns that you chose', mapping: file.mapping }
  const known = file.reader === undefined ? recognise(head) : undefined
  if (known) return known
  const remembered = rememberedMapping(mappings.get(signatureOf(head)))
  if (remembered) return { reader: byColumns, why: 'read by the columns that you chose for such a header before', mapping: remembered }
  if (head.header.length < 2) {
    const why = 'it is no export that is known and has no columns. Choose a CSV or JSON export of a platform.'
    return { state: 'unreadable', problem: `Failed to read ${file.name}: ${why}` }
  }
  if (trouble === undefined && file.reader === undefined && !mayTellPayments(head)) {
    const why = 'no platform writes such a file, and no row of it holds a date and an amount. It is left aside.'
    return { state: 'unreadable', problem: `Failed to read ${file.name}: ${why}`, head }
  }
  if (trouble === undefined) return { state: 'mapping', head }
  return { state: 'mapping', head, problem: `Failed to read ${file.name}: ${trouble}. Choose its columns again.` }
}

function namedReader(id: string): Reader {
  const reader = readerById(id)
  if (reader) return reader
  const all = readers.map((one) => one.layout.id).join(', ')
  throw new ProblemError(400, `Failed to import: no reader is called "${id}". Choose one of ${all}.`)
}

/** Why the user's columns do not fit the file, or undefined when they do. */
function misfit(mapping: FileMap, head: Head): string | undefined {
  const names = new Set(head.header.map(plain))
  const { date, amount, currency, name, fee, currencyCode } = mapping
  const missing = [date, amount, currency, name, fee].filter((column) => column !== undefined && !names.has(plain(column)))
  if (missing.length > 0) return `it has no column ${missing.map((column) => `"${column}"`).join(', ')}`
  const unknown = currency === undefined && !isCurrency(currencyCode ?? '')
  return unknown ? `"${currencyCode ?? ''}" is no currency that is known` : undefined
}

function plain(column: string): string {
  return column.trim().toLowerCase()
}

function rememberedMapping(text: string | undefined): FileMap | undefined {
  return text === undefined ? undefined : Mapping.safeParse(JSON.parse(text)).data
}
