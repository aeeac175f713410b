import { isDay } from '#domain/month.ts'
import { secondsTrouble } from '#domain/hours.ts'
import { openText } from '../decode.ts'
import { complaint, nonRow } from '../fields.ts'
import { clockSeconds, RUNNING, secondsBetween, spentOutcome } from '../hour-rows.ts'
import type { FileFacts, Head, Platform, Reader, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Span } from '../span.ts'
import { EMPTY_FILE, REPAIRED } from '../table.ts'

const STAMP = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/
const OWN_START = /^\s*\[\s*\{[^[\]{}]*"start"\s*:\s*"\d{8}T\d{6}Z"/

interface Instant {
  day: string
  clock: number
  at: string
}

function instant(text: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] = STAMP.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  const clock = clockSeconds(`${hour}:${minute}:${second}`)
  return isDay(date) && clock !== undefined ? { day: date, clock, at: `${date}T${hour}:${minute}:${second}Z` } : undefined
}

type Json = Record<string, unknown>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One interval. Its id is only its place in the list and changes with every new one, so the key is its start. */
function outcomeOf(row: number, interval: unknown, ordinals: Ordinals): RowOutcome {
  const raw = JSON.stringify(interval) ?? ''
  const wrong = (field: string, text: string, reason: string) => complaint({ number: row, raw }, { field, text, reason })
  if (!isRecord(interval)) return wrong('', raw, 'This record is no interval with a start.')
  const [from, until] = [textOf(interval['start']), textOf(interval['end'])]
  const start = instant(from)
  if (!start) return wrong('start', from, `"${from}" is no instant. It should look like 20221210T040000Z.`)
  if (interval['end'] === undefined) return nonRow(row, RUNNING)
  const end = instant(until)
  if (!end) return wrong('end', until, `"${until}" is no instant. It should look like 20221210T040000Z.`)
  const seconds = secondsBetween(start, end)
  const trouble = secondsTrouble(seconds)
  if (trouble !== undefined) return wrong('end', until, `The interval ${trouble}.`)
  const tags = Array.isArray(interval['tags']) ? (interval['tags'] as unknown[]).map(textOf) : []
  return spentOutcome(row, {
    key: ordinals.next(start.at),
    at: start.at,
    seconds,
    // Tags are a set: all of them, in one order, are the nearest to a project that there is.
    project: [
      tags
        .filter((tag) => tag !== '')
        .toSorted()
        .join(', '),
    ],
    note: textOf(interval['annotation']),
  })
}

async function* readExport(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const source = openText(chunks)
  const pieces: string[] = []
  for await (const piece of source) pieces.push(piece)
  const whole = pieces.join('')
  const span = new Span()
  const warnings: string[] = []
  const intervals = parse(whole)
  if (whole.trim() === '') warnings.push(EMPTY_FILE)
  else if (typeof intervals === 'string') {
    yield complaint({ number: 1, raw: whole.slice(0, 500) }, { field: '', text: '', reason: intervals })
  } else {
    if (intervals.length === 0) warnings.push('The file holds no interval: there was nothing to export.')
    const ordinals = new Ordinals()
    for (const [i, interval] of intervals.entries()) {
      const outcome = outcomeOf(i + 1, interval, ordinals)
      span.add(outcome)
      yield outcome
    }
  }
  if (source.repaired) warnings.push(REPAIRED)
  return { span: span.days, warnings, style: { dates: 'ISO 8601, UTC', encoding: source.encoding } }
}

/** The list of intervals, or a sentence why there is none. */
function parse(whole: string): readonly unknown[] | string {
  try {
    const value: unknown = JSON.parse(whole)
    return Array.isArray(value) ? value : 'The file is JSON, but not the list of intervals that "timew export" writes. Export it again.'
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `The file is broken JSON (${why}), most likely cut on its way. Export it again.`
  }
}

const intervals: Reader = {
  layout: { id: 'timewarrior-export', platform: 'timewarrior', name: 'Timewarrior, export' },
  recognise: ({ text }: Head) =>
    OWN_START.test(text) ? 'It is a list of intervals with a start, as "timew export" writes it.' : undefined,
  read: readExport,
}

export const timewarrior: Platform = { id: 'timewarrior', name: 'Timewarrior', streamKind: 'other', readers: [intervals] }
