import { looksLikeAmount } from './any-csv/amounts.ts'
import { anyCsv } from './any-csv/read.ts'
import { guessMapping } from './any-csv/guess.ts'
import { columnNames, looksLikeDate } from './any-csv/header.ts'
import { bandcamp } from './bandcamp/read.ts'
import { bank } from './bank/read.ts'
import { buyMeACoffee } from './buy-me-a-coffee/read.ts'
import { clockify } from './clockify/read.ts'
import { CsvParser, guessDelimiter } from './csv.ts'
import { decodeHead } from './decode.ts'
import { etsy } from './etsy/read.ts'
import { githubSponsors } from './github-sponsors/read.ts'
import { gumroad } from './gumroad/read.ts'
import { harvest } from './harvest/read.ts'
import { itchIo } from './itch-io/read.ts'
import { journal } from './journal/read.ts'
import { kdp } from './kdp/read.ts'
import { koFi } from './ko-fi/read.ts'
import { lemonSqueezy } from './lemon-squeezy/read.ts'
import { liberapay } from './liberapay/read.ts'
import { notText as sentenceOf } from './not-text.ts'
import { openCollective } from './open-collective/read.ts'
import { patreon } from './patreon/read.ts'
import { payPal } from './paypal/read.ts'
import { polar } from './polar/read.ts'
import type { Head, Layout, Mapping, Platform, Reader } from './read.ts'
import { sponsorFeed } from './sponsor-feed/read.ts'
import { stripe } from './stripe/read.ts'
import { STRIPE_SYNC } from './stripe/transaction.ts'
import { timeclock } from './timeclock/read.ts'
import { timewarrior } from './timewarrior/read.ts'
import { toggl } from './toggl/read.ts'
import { upwork } from './upwork/read.ts'
import { wise } from './wise/read.ts'
import { youTube } from './youtube/read.ts'

/** Every platform that is known. A new one is added here and nowhere else. */
export const platforms: readonly Platform[] = [
  openCollective,
  githubSponsors,
  stripe,
  patreon,
  koFi,
  liberapay,
  payPal,
  gumroad,
  etsy,
  bandcamp,
  wise,
  polar,
  upwork,
  youTube,
  kdp,
  buyMeACoffee,
  toggl,
  clockify,
  harvest,
  timewarrior,
  timeclock,
  itchIo,
  lemonSqueezy,
  bank,
  sponsorFeed,
  journal,
  anyCsv,
]

export const readers: readonly Reader[] = platforms.flatMap((platform) => platform.readers)

/** The reader of a layout, by the layout's id. */
export function readerById(id: string): Reader | undefined {
  return readers.find((reader) => reader.layout.id === id)
}

/** A layout as people call it; its id where it is not known any more. */
export function layoutName(id: string): string {
  if (id === STRIPE_SYNC.id) return STRIPE_SYNC.name
  return readerById(id)?.layout.name ?? id
}

/** A platform by its id; throws a RangeError for one that is not known. */
export function platformOf(id: string): Platform {
  const platform = platforms.find((one) => one.id === id)
  if (!platform) throw new RangeError(`Failed to find a platform: "${id}" is not one of ${platforms.map((one) => one.id).join(', ')}.`)
  return platform
}

/** A platform as people call it; empty for money typed in, which has none. */
export function platformName(id: string): string {
  return platforms.find((platform) => platform.id === id)?.name ?? id
}

/** The reader whose layout a file's start is of, and why; undefined when no platform knows it. */
export function recognise(head: Head): { reader: Reader; layout: Layout; why: string } | undefined {
  for (const reader of readers) {
    const why = reader.recognise(head)
    if (why !== undefined) return { reader, layout: { ...reader.layout, why }, why }
  }
  return undefined
}

/** A sentence why a file's first bytes are nothing to read as text, or undefined when they are: a page that a reader knows is. */
export function notText(bytes: Uint8Array): string | undefined {
  const why = sentenceOf(bytes)
  return why === undefined || recognise(headOf(bytes, '')) !== undefined ? undefined : why
}

/** No export has as many columns: each of them is looked at by every reader. */
const MOST_COLUMNS = 1000

/** The start of a file (its first 64 KiB, or all of a shorter one), decoded and taken apart as far as its first row. */
export function headOf(bytes: Uint8Array, fileName: string): Head {
  const { text, encoding } = decodeHead(bytes)
  // JSON and markup have no columns, whatever marks stand in them.
  const isJson = /^\s*[[{<]/.test(text)
  const delimiter = isJson ? '' : guessDelimiter(text)
  const [first] = isJson ? [] : firstRows(text, delimiter, 1)
  const { names } = columnNames(first ?? [])
  return { text, header: names.length > 1 ? names.slice(0, MOST_COLUMNS) : [], delimiter, encoding, fileName }
}

function firstRows(text: string, delimiter: string, count: number): string[][] {
  const parser = new CsvParser(delimiter)
  const rows = [...parser.push(text), ...parser.end()]
  return rows
    .filter((row) => !row.broken)
    .slice(0, count)
    .map((row) => row.cells)
}

/** Whether a table nobody knows may tell of payments: a row holds a date and an amount, or its columns are called so. A note does neither. */
export function mayTellPayments(head: Head): boolean {
  const { rows, guess } = columnsOf(head)
  if (rows.length === 0) return guess !== null
  return firstRows(head.text, head.delimiter, GUESSED_ROWS + 1).some((cells) => {
    const isDay = cells.map(looksLikeDate)
    return isDay.includes(true) && cells.some((cell, i) => !isDay[i] && looksLikeAmount(cell))
  })
}

const SHOWN_ROWS = 8
const GUESSED_ROWS = 50

/** What the mapping page needs to know of a table: its columns, its first rows of data, and a guess to start from. */
export function columnsOf(head: Head, currency?: string): { header: string[]; rows: string[][]; guess: Mapping | null } {
  const { isData } = columnNames(firstRows(head.text, head.delimiter, 1)[0] ?? [])
  const rows = firstRows(head.text, head.delimiter, GUESSED_ROWS + 1).slice(isData ? 0 : 1)
  return { header: head.header, rows: rows.slice(0, SHOWN_ROWS), guess: guessMapping(head.header, rows, currency) }
}
