import { readWith } from './read-fixture.ts'
import { isTable, sheetOf, writeSheet, type Sample } from './samples-fixture.ts'
import type { RowOutcome } from './read.ts'

/** A file as its records, each of which can be left out. */
export interface Records {
  count: number
  /** The file with only those records. */
  write(keep: (record: number) => boolean): string
}

/** One record of a layout that is neither rows nor JSON. */
export const RECORDS: Readonly<Record<string, RegExp>> = {
  'bank-camt-053': /<Ntry>.*?<\/Ntry>\s*/gs,
  'bank-ofx': /<STMTTRN>.*?<\/STMTTRN>\s*/gs,
  'bank-qif': /(?:^[^!^\r\n][^\r\n]*\r?\n)+\^\r?\n/gm,
  'liberapay-report': /<tr\b[^>]*>(?:(?!<\/?t[rh]\b).)*<\/tr>\s*/gs,
  journal: /^\d{4}.*\r?\n(?:[ \t]+\S.*\r?\n)+\s*/gm,
  timeclock: /^i .*\r?\n(?:^o .*\r?\n)?/gim,
}

/** A sample's records: rows of a table, elements of a JSON list, or what the layout calls one. Undefined where it has none. */
export function recordsOf(sample: Sample): Records | undefined {
  const { text, reader } = sample
  const record = RECORDS[reader.layout.id]
  if (record) {
    const count = [...text.matchAll(record)].length
    const write = (keep: (one: number) => boolean) => {
      let i = -1
      return text.replace(record, (one) => (keep((i += 1)) ? one : ''))
    }
    return { count, write }
  }
  if (isTable(sample)) {
    const sheet = sheetOf(text)
    return { count: sheet.rows.length, write: (keep) => writeSheet({ ...sheet, rows: sheet.rows.filter((_, i) => keep(i)) }) }
  }
  return text.trimStart().startsWith('[') ? listRecords(text) : undefined
}

function listRecords(text: string): Records | undefined {
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list)) return undefined
  const elements: unknown[] = list
  return { count: elements.length, write: (keep) => JSON.stringify(elements.filter((_, i) => keep(i))) }
}

/**
 * The first day that each record tells of money or time; undefined for one that tells of neither, such as a complaint. A row of a table
 * is asked as it stands in its file, any other record by itself.
 */
export async function daysOf(sample: Sample, { count, write }: Records): Promise<(string | undefined)[]> {
  const { reader, mapping, name } = sample
  const read = async (text: string) => (await readWith(reader, text, { fileName: name, ...(mapping && { mapping }) })).outcomes
  if (isTable(sample)) {
    const days = new Map((await read(write(() => true))).map((outcome) => [outcome.row, dayOf(outcome)]))
    return Array.from({ length: count }, (_, i) => days.get(i + 2))
  }
  const days: (string | undefined)[] = []
  for (let i = 0; i < count; i += 1) days.push((await read(write((one) => one === i))).map(dayOf).find((day) => day !== undefined))
  return days
}

function dayOf(outcome: RowOutcome): string | undefined {
  if (outcome.outcome === 'hours') return outcome.hour.at.slice(0, 10)
  return outcome.outcome === 'lines' || outcome.outcome === 'transfer' ? outcome.lines[0]?.at.slice(0, 10) : undefined
}
