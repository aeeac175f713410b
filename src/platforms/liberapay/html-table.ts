import type { CsvRow } from '../csv.ts'

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  pound: '£',
  yen: '¥',
}

/** A text of HTML without its tags, its entities read. */
function textOf(html: string): string {
  const bare = html.replace(/<[^<>]*>/g, '')
  const read = bare.replace(/&(#x?)?([0-9a-z]{1,8});/gi, (whole, mark: string | undefined, name: string) => {
    if (mark === undefined) return NAMED[name.toLowerCase()] ?? whole
    const code = Number.parseInt(name, mark === '#' ? 10 : 16)
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole
  })
  return read.replace(/[ \t\r\n]+/g, ' ').trim()
}

/**
 * The rows of a page's first table, its header row among them, numbered from 1. Cells need no end tags: Liberapay writes none, and
 * browsers add them when they save a page. Undefined for a page without a table.
 */
export function firstTable(page: string): { rows: CsvRow[]; isCut: boolean } | undefined {
  const start = /<table\b/i.exec(page)
  if (!start) return undefined
  const [table = '', ...rest] = page.slice(start.index + start[0].length).split(/<\/table\s*>/i, 2)
  const rows = table
    .split(/<tr\b[^<>]*>/i)
    .slice(1)
    .map((row, i): CsvRow => {
      const cells = row
        .split(/<t[dh]\b[^<>]*>/i)
        .slice(1)
        .map(textOf)
      return { number: i + 1, cells, raw: cells.join('\t') }
    })
  return { rows, isCut: rest.length === 0 }
}
