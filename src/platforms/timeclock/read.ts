import { secondsTrouble } from '#domain/hours.ts'
import { isDay } from '#domain/month.ts'
import { openText } from '../decode.ts'
import { complaint, nonRow, type Trouble } from '../fields.ts'
import { clockSeconds, RUNNING, secondsBetween, spentOutcome, wallTime } from '../hour-rows.ts'
import type { FileFacts, Head, Platform, Reader, RowOutcome } from '../read.ts'
import { Ordinals } from '../repeats.ts'
import { Span } from '../span.ts'
import { EMPTY_FILE, REPAIRED } from '../table.ts'

/** A directive: letter, local time, and after a clock-in the account, two spaces, a description. https://hledger.org/hledger.html#timeclock */
const DIRECTIVE = /^([ioO])\s+(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\s*[+-]\d{4})?(?:\s+(.*))?$/
const COMMENT = /^[;#*]/
/** What Emacs writes of a balance, and of the hours that a day should have. */
const NO_ENTRY = /^[bh]\s/
const CLOCK_IN = /^\s*(?:[;#*][^\n]*\n\s*)*i\s+\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}/

interface Line {
  number: number
  raw: string
}

interface Stamp {
  line: Line
  day: string
  clock: number
  rest: string
}

const two = (text: string) => text.padStart(2, '0')

/** Pairs each clock-in with the clock-out after it; the entry is told on the line of its beginning. */
class Pairs {
  readonly #ordinals = new Ordinals()
  #open: Stamp | undefined

  take(line: Line): RowOutcome[] {
    const text = line.raw.trim()
    if (COMMENT.test(text)) return [nonRow(line.number, 'comment')]
    if (NO_ENTRY.test(text)) return [nonRow(line.number, 'no entry')]
    const [, letter = '', year = '', month = '', day = '', time = '', rest = ''] = DIRECTIVE.exec(text) ?? []
    if (letter === '')
      return [wrong(line, 'This line is no clock-in and no clock-out. It should look like "i 2024/03/27 09:00:00 account".')]
    const clock = clockSeconds(time)
    const date = `${year}-${two(month)}-${two(day)}`
    if (!isDay(date) || clock === undefined) {
      return [complaint(lineOf(line), { field: 'time', text: `${date} ${time}`, reason: `"${date} ${time}" is no time that exists.` })]
    }
    const stamp = { line, day: date, clock, rest }
    return letter === 'i' ? this.#clockIn(stamp) : this.#clockOut(stamp)
  }

  end(): RowOutcome[] {
    return this.#open ? [nonRow(this.#open.line.number, RUNNING)] : []
  }

  #clockIn(stamp: Stamp): RowOutcome[] {
    const unfinished = this.#open
    this.#open = stamp
    return unfinished
      ? [wrong(unfinished.line, 'Another entry begins before this one ends, so its length is not known. Add the clock-out.')]
      : []
  }

  #clockOut(end: Stamp): RowOutcome[] {
    const start = this.#open
    if (!start) return [wrong(end.line, 'Nothing was clocked in that this line could end.')]
    this.#open = undefined
    const seconds = secondsBetween(start, end)
    const trouble = secondsTrouble(seconds)
    const told = nonRow(end.line.number, 'end of an entry, told with its beginning')
    if (trouble !== undefined) return [wrong(start.line, `The entry ${trouble}.`), told]
    const [before = '', comment = ''] = start.rest.split(/;(.*)/s, 2)
    const [account = '', ...description] = before.trimEnd().split(/\s{2,}/)
    const at = wallTime(start)
    const note = description.join(' ').trim() || comment.trim()
    return [spentOutcome(start.line.number, { key: this.#ordinals.next(at), at, seconds, project: [account], note }), told]
  }
}

function lineOf({ number, raw }: Line): Line {
  return { number, raw: raw.slice(0, 500) }
}

function wrong(line: Line, reason: string): RowOutcome {
  const whole: Trouble = { field: '', text: '', reason }
  return complaint(lineOf(line), whole)
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = ''
  let number = 0
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const raw of lines) yield { number: ++number, raw }
  }
  if (rest !== '') yield { number: ++number, raw: rest }
}

async function* readTimeclock(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowOutcome, FileFacts> {
  const source = openText(chunks)
  const span = new Span()
  const pairs = new Pairs()
  let isEmpty = true
  for await (const line of linesOf(source)) {
    if (line.raw.trim() === '') continue
    isEmpty = false
    for (const outcome of pairs.take(line)) {
      span.add(outcome)
      yield outcome
    }
  }
  yield* pairs.end()
  const warnings = [...(isEmpty ? [EMPTY_FILE] : []), ...(source.repaired ? [REPAIRED] : [])]
  return { span: span.days, warnings, style: { dates: 'year first', encoding: source.encoding } }
}

const entries: Reader = {
  layout: { id: 'timeclock', platform: 'timeclock', name: 'Timeclock file' },
  recognise: ({ text }: Head) =>
    CLOCK_IN.test(text) ? 'Its first line clocks in, as a timeclock file of hledger or Emacs does.' : undefined,
  read: readTimeclock,
}

export const timeclock: Platform = { id: 'timeclock', name: 'Timeclock', streamKind: 'other', readers: [entries] }
